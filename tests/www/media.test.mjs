// The page on paper and in forced colours: all of it is there, nothing to press is printed, and what colour says is said by lines too.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { drop, folder, readExample, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });
const VIEWS = ["brief", "positions", "statements", "commitments", "timeline", "sourcing", "contents"];
/** About the width of A4 between its margins. */
const PAPER = { width: 680, height: 960 };

/** @param {Page} page @param {string} view */
async function show(page, view) {
  await page.locator(`.tabs button`).nth(VIEWS.indexOf(view)).click();
  await page.locator(`main .scroll > *`).first().waitFor();
}

/** As the browser does it when somebody prints, but that the page is still there to be looked at. @param {Page} page */
async function print(page) {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
}

/** @param {Page} page */
async function printed(page) {
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
}

/**
 * What is on the paper that should not be: controls, and what is cut off.
 *
 * @param {Page} page
 */
function wrong(page) {
  return page.evaluate(() => {
    const open = /** @type {(Document | ShadowRoot)[]} */ ([document]);
    const wrong = [];
    for (let root = open.pop(); root !== undefined; root = open.pop()) {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot !== null) open.push(element.shadowRoot);
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        const { left, right } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        // Words for screen readers are cut off on purpose.
        if (style.clipPath !== "none") continue;
        const named = `${element.localName}.${element.className}: ${(element.textContent ?? "").trim().slice(0, 40)}`;
        // A line is a button that leads to words, and on paper a line; so are counts.
        const line = element.matches("[data-line]") || /** @type {ShadowRoot} */ (root).host?.localName === "sourcing-strip";
        if (element.matches("button, input, select, summary") && !line) wrong.push(`to be pressed: ${named}`);
        if (right > innerWidth + 1 || left < -1) wrong.push(`beyond the paper: ${named}`);
        const cut = style.overflow !== "visible" && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
        if (cut && element !== document.documentElement) wrong.push(`cut off: ${named}`);
      }
    }
    return wrong;
  });
}

test("every view is printed whole, with the text, and with nothing to press", async (context) => {
  const { page } = await visit(context, { browser, view: "", settings: { viewport: { width: 1280, height: 800 } } });
  await readExample(page);
  for (const view of VIEWS) {
    await show(page, view);
    if (view === "positions") await page.locator("positions-view td [data-cell]").first().click();
    const name = await page.locator(".tabs button").nth(VIEWS.indexOf(view)).textContent();
    await print(page);
    await page.setViewportSize(PAPER);
    assert.equal((await page.locator(".paper").textContent())?.startsWith(name ?? "-"), true, view);
    assert.ok(await page.locator("main .scroll > *").first().isVisible(), view);
    assert.ok(await page.locator("text-reader article").isVisible(), view);
    assert.ok(!(await page.locator("file-list").isVisible()), view);
    assert.deepEqual(await wrong(page), [], view);
    await printed(page);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test("lists that are drawn bit by bit are printed to their end, and are as long as before afterwards", async (context) => {
  const { page } = await visit(context, { browser, view: "timeline" });
  const years = Array.from({ length: 130 }, (_, index) => `The bridge was closed in ${1890 + index}.`).join("\n\n");
  await drop(page, [join(folder(context, { "long.txt": years }), "long.txt")]);
  await settled(page, 1);
  const lines = page.locator("timeline-view .line");
  await lines.first().waitFor();
  assert.equal(await lines.count(), 100);
  await print(page);
  await lines.nth(129).waitFor();
  await printed(page);
  await lines.nth(100).waitFor({ state: "detached" });
  assert.equal(await lines.count(), 100);
  // The browser tells it itself: what is printed in truth has more pages than the first hundred lines fill.
  await page.evaluate(() => {
    const told = { lines: 0 };
    Object.assign(window, { told });
    const view = document.querySelector("rapporteur-app")?.shadowRoot?.querySelector("timeline-view")?.shadowRoot;
    matchMedia("print").addEventListener("change", ({ matches }) => {
      if (matches) told.lines = view?.querySelectorAll(".line").length ?? 0;
    });
  });
  await page.pdf();
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).told.lines), 130);
});

test("a long text is printed with all of its parts; read alone, it is printed alone", async (context) => {
  const { page } = await visit(context, { browser, view: "reader" });
  const long = Array.from({ length: 4000 }, (_, index) => `Paragraph ${index} says that the water of the river is shared by both towns.`).join("\n\n");
  await drop(page, [join(folder(context, { "long.txt": long }), "long.txt")]);
  await settled(page, 1);
  const article = page.locator("text-reader article");
  await article.getByText("Paragraph 0 ").waitFor();
  assert.doesNotMatch((await article.textContent()) ?? "", /Paragraph 3999 /);
  await print(page);
  await article.getByText("Paragraph 3999 ").waitFor();
  assert.ok(!(await page.locator("main .scroll").isVisible()));
  await printed(page);
  await article.getByText("Paragraph 3999 ").waitFor({ state: "detached" });
});

test("paper is white, also for who has chosen the dark", async (context) => {
  const { page } = await visit(context, { browser, settings: { colorScheme: "dark" } });
  await readExample(page);
  await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  const ink = () => page.locator("statement-list .name").first().evaluate((name) => getComputedStyle(name).color);
  const dark = await ink();
  await page.emulateMedia({ media: "print" });
  assert.notEqual(await ink(), dark);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "light");
});

test("in forced colours every mark is a line or a letter form, and the words gone to stand out", async (context) => {
  const { page } = await visit(context, { browser, settings: { forcedColors: "active", viewport: { width: 1280, height: 800 } } });
  await readExample(page);
  await page.locator("statement-list .line").first().click();
  await page.locator("text-reader .here").first().waitFor();
  const marks = await page.evaluate(() => {
    const reader = document.querySelector("rapporteur-app")?.shadowRoot?.querySelector("text-reader")?.shadowRoot;
    return ["content", "source", "cue", "position", "condition", "date", "actor", "furniture"].map((kind) => {
      const mark = reader?.querySelector(`article .${kind}:not(.here)`);
      if (!mark) return `${kind}: none`;
      const { textDecorationLine, borderBlockStartWidth, borderInlineStartWidth, fontVariantCaps } = getComputedStyle(mark);
      const seen = textDecorationLine !== "none" || borderBlockStartWidth !== "0px" || borderInlineStartWidth !== "0px" || fontVariantCaps !== "normal";
      return seen ? "" : `${kind}: like plain text`;
    });
  });
  assert.deepEqual(marks.filter(Boolean), []);
  const grounds = await page.locator("text-reader .here").evaluateAll((all) => all.map((here) => [getComputedStyle(here).backgroundColor, getComputedStyle(here).color]));
  const ground = await page.locator("text-reader article").evaluate((article) => getComputedStyle(article).color);
  for (const [behind, letters] of grounds) assert.ok(behind !== letters && letters !== ground, `${letters} on ${behind}`);
});

test("in forced colours what is chosen looks different from what is not", async (context) => {
  const { page } = await visit(context, { browser, settings: { forcedColors: "active", viewport: { width: 1280, height: 800 } } });
  await readExample(page);
  await page.locator("statement-list .line").nth(2).click();
  await page.locator('statement-list .line[aria-current="true"]').waitFor();
  await page.locator("sourcing-strip button").first().click();
  await page.locator('sourcing-strip button[aria-pressed="true"]').waitFor();
  const edges = (/** @type {string} */ selector) =>
    page.locator(selector).first().evaluate((element) => {
      const { outlineStyle, borderBlockEndWidth, borderInlineStartWidth, borderInlineStartColor } = getComputedStyle(element);
      return [outlineStyle, borderBlockEndWidth, borderInlineStartWidth, borderInlineStartColor].join(" ");
    });
  for (const [chosen, other] of [
    ['statement-list .line[aria-current="true"]', 'statement-list .line[aria-current="false"]'],
    ['sourcing-strip button[aria-pressed="true"]', 'sourcing-strip button[aria-pressed="false"]'],
    ['.tabs button[aria-current="page"]', '.tabs button[aria-current="false"]'],
    ['file-list .file[aria-current="true"]', 'file-list .file[aria-current="false"]'],
  ]) {
    assert.notEqual(await edges(chosen), await edges(other), chosen);
  }
  // The lanes of the timeline are lines there too.
  await show(page, "timeline");
  await page.locator("timeline-view .track").first().waitFor();
  assert.match(await page.locator("timeline-view .track").first().evaluate((track) => getComputedStyle(track).backgroundImage), /gradient/);
});
