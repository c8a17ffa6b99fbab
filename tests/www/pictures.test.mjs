// Pictures as files: SVG that stands by itself, is light whatever the page looks like, says what it shows, and holds words as words.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { FORMS, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });
/** A page of nobody's, for reading files back: the policy of ours forbids it to parse any. */
const reader = await browser.newPage();

/** The pictures: the tab, the element, the name of the file and what is written on it. */
const PICTURES = [
  { tab: "Brief", view: "brief-view", file: "texts.svg", title: "How much of each text is reported from somebody" },
  { tab: "Positions", view: "positions-view", file: "positions.svg", title: "Where each party stands" },
  { tab: "Statements", view: "statement-list", file: "statements.svg", title: "How well it is sourced" },
  { tab: "Timeline", view: "timeline-view", file: "timeline.svg", title: "What happened when" },
  { tab: "Sourcing", view: "sourcing-view", file: "sourcing.svg", title: "How much of each text is reported from somebody" },
];

/**
 * Saves the picture of a view.
 *
 * @param {Page} page
 * @param {{ tab: string, view: string, file: string }} picture
 */
async function picture(page, { tab, view, file }) {
  await page.locator(".tabs").getByRole("button", { name: tab }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(view).getByRole("button", { name: /SVG/ }).first().click()]);
  assert.equal(download.suggestedFilename(), file);
  return readFileSync(await download.path(), "utf8");
}

/** Reads a file as others do: as XML, and as an image. @param {string} text */
function readBack(text) {
  return reader.evaluate(async (text) => {
    const read = new DOMParser().parseFromString(text, "image/svg+xml");
    const elements = [...read.querySelectorAll("*")];
    const image = new Image();
    const size = await new Promise((resolve) => {
      image.addEventListener("load", () => resolve([image.naturalWidth, image.naturalHeight]));
      image.addEventListener("error", () => resolve(null));
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    });
    const root = read.documentElement;
    return {
      broken: read.querySelector("parsererror")?.textContent ?? null,
      root: root.localName,
      stated: [Number(root.getAttribute("width")), Number(root.getAttribute("height"))],
      size,
      title: read.querySelector("title")?.textContent,
      desc: read.querySelector("desc")?.textContent,
      names: [...new Set(elements.map(({ localName }) => localName))].sort(),
      attributes: [...new Set(elements.flatMap((element) => element.getAttributeNames()))].sort(),
      colours: [...new Set(elements.flatMap((element) => ["fill", "stroke"].map((name) => element.getAttribute(name)).filter((value) => value !== null)))],
      ground: read.querySelector("svg > rect")?.getAttribute("fill") ?? "",
      words: [...read.querySelectorAll("text")].map(({ textContent }) => textContent),
      comments: text.includes("<!--"),
    };
  }, text);
}

/** What a picture may be made of: nothing that runs, loads or leads elsewhere. */
const NAMES = ["circle", "defs", "desc", "g", "line", "pattern", "rect", "svg", "text", "title"];
const ATTRIBUTES = [
  ...["anchor", "aria-labelledby", "cx", "cy", "direction", "fill", "fill-opacity", "font-family", "font-size", "font-weight", "height", "id", "lang"],
  ...["patternTransform", "patternUnits", "r", "role", "rx", "stroke", "stroke-dasharray", "stroke-linecap", "stroke-width", "text-anchor", "transform"],
  ...["viewBox", "width", "x", "x1", "x2", "xmlns", "y", "y1", "y2"],
];

/** @param {Awaited<ReturnType<typeof readBack>>} read @param {string} title */
function sound(read, title) {
  assert.equal(read.broken, null);
  assert.equal(read.root, "svg");
  assert.deepEqual(read.size, read.stated, "an image of its size");
  assert.equal(read.title, title);
  assert.deepEqual(read.names.filter((name) => !NAMES.includes(name)), []);
  assert.deepEqual(read.attributes.filter((name) => !ATTRIBUTES.includes(name)), []);
  for (const colour of read.colours) assert.match(colour, /^(#[0-9a-f]{6}|url\(#(hatched|dotted)\)|none)$/);
  assert.ok(parseInt(read.ground.slice(1, 3), 16) > 0xe0, `light ground: ${read.ground}`);
  assert.ok(!read.comments);
}

for (const form of FORMS) {
  test(`${form}: every picture is an SVG by itself, light on a dark page too`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form, settings: { colorScheme: "dark" } });
    await page.getByRole("button", { name: "Try the example" }).click();
    await settled(page, 6);
    for (const one of PICTURES) {
      const read = await readBack(await picture(page, one));
      sound(read, one.title);
      assert.ok(read.words.some((words) => words?.includes("invented example/1-agency.txt")), `${one.file} says what it was drawn from`);
    }
    assert.deepEqual(troubles, []);
  });
}

test("a picture says what the page shows: filters and lanes that are off count", async (context) => {
  const { page } = await visit(context, { browser });
  await page.getByRole("button", { name: "Try the example" }).click();
  await settled(page, 6);
  await page.locator("filter-bar").getByRole("button", { name: "Party" }).click();
  await page.locator("filter-bar label").first().click();
  const left = await page.locator("statement-list .line").count();
  await page.locator("statement-list .count span", { hasText: `${left} of ` }).waitFor();
  const statements = await readBack(await picture(page, PICTURES[2]));
  assert.equal(statements.desc, `${left} statements`);
  await page.locator(".tabs").getByRole("button", { name: "Timeline" }).click();
  await page.locator("timeline-view .lanes").getByRole("button", { name: "Told of" }).click();
  const { desc } = await readBack(await picture(page, PICTURES[3]));
  assert.match(desc ?? "", /^Said [1-9]\d*, Told of 0, Promised [1-9]/);
});

test("from right to left the picture is mirrored", async (context) => {
  const { page } = await visit(context, { browser, view: "positions&lang=ar" });
  await page.locator("welcome-page button").filter({ hasText: /مثال/ }).first().click();
  await settled(page, 6);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("positions-view").getByRole("button", { name: "SVG" }).click()]);
  const text = readFileSync(await download.path(), "utf8");
  const { broken, stated } = await readBack(text);
  assert.equal(broken, null);
  const [, x] = text.match(/<text x="([\d.]+)"/) ?? [];
  assert.equal(Number(x), stated[0] - 24, "the heading begins at the right");
});

test("names that look like markup, and what no XML can hold, break nothing", async (context) => {
  const { page, troubles } = await visit(context, { browser });
  const title = `<script>alert(1)</script> ]]> &amp; "quoted" 'names'`;
  const body = `Foreign Minister <b onload="x">Lind</b>&copy; said on 4 May 2031 that Norway\u0001\u000b rejected talks with Sweden \ufffe\uffff 🕊️. Sweden demanded talks. It was said ${"that nobody knew ".repeat(40)}.`;
  const files = ["<img src=x onerror=alert(1)>.txt", `a&b"'.txt`].map((name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(`${title}\n\n${body}\n`) }));
  await page.setInputFiles("#files", files);
  await settled(page, 2);
  for (const one of PICTURES) {
    const text = await picture(page, one);
    sound(await readBack(text), one.title);
    assert.ok(!/<(script|img|b)\b/.test(text));
  }
  assert.deepEqual(troubles, []);
});
