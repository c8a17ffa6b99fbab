// What the page saves is what the program prints, byte for byte, in each unit, from the site and from the single file.
// Both read with the language model: the program has it built in, the page has fetched it by then.

import assert from "node:assert/strict";
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { after, test } from "node:test";

import { openBrowser, watchTroubles } from "./browser.mjs";
import { FORMS, TEXTS, drop, folder, missing, program, saved, settled, visit } from "./visit.mjs";

const SEEDS = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));

const browser = await openBrowser({ after });

for (const form of FORMS) {
  test(`${form}: reports and tables are the program's`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form });
    const path = folder(context, {
      ...TEXTS,
      // A web page that neither its name nor its start gives away.
      "late.txt": `<!--${" saved ".repeat(2000)}-->\n<!doctype html><html><body><p>The envoy 🕊️ said no.</p></body></html>`,
      "latin.txt": Uint8Array.from([0x93, 0x57, 0x65, 0x92, 0x72, 0x65, 0x20, 0x74, 0x68, 0xe9, 0x72, 0x65, 0x94, 0x20, 0x73, 0x61, 0x69, 0x64, 0x20, 0x68, 0x65]),
      "broken.txt": Uint8Array.from([0x48, 0x65, 0x20, 0x73, 0x61, 0x69, 0x64, 0x20, 0xff, 0xfe, 0x80, 0x20, 0x73, 0x6f, 0x2e]),
    });
    const names = [...Object.keys(TEXTS), "late.txt", "latin.txt", "broken.txt"];
    await drop(page, names.map((name) => join(path, name)));
    await settled(page, names.length);
    assert.deepEqual(await missing(page), []);
    for (const unit of /** @type {const} */ (["utf16", "chars", "bytes"])) {
      const { name, bytes } = await saved(page, { which: "all", format: "json", unit });
      assert.equal(name, "rapporteur.ndjson");
      same(bytes, program(path, ["analyze", "--offsets", unit, ...names]), unit);
    }
    const table = await saved(page, { which: "all", format: "csv", unit: "utf16" });
    assert.equal(table.name, "rapporteur.csv");
    same(table.bytes, program(path, ["analyze", "--offsets", "utf16", "--format", "csv", ...names]), "csv");

    await page.locator("file-list .file").nth(2).click();
    const one = await saved(page, { which: "this", format: "json", unit: "chars" });
    assert.equal(one.name, "emoji.json");
    same(one.bytes, program(path, ["analyze", "emoji.txt"]), "one");
    assert.deepEqual(troubles, []);
  });

  test(`${form}: the reports of the five seeds are the program's`, { skip: !existsSync(SEEDS) && `there is no ${SEEDS}` }, async (context) => {
    const { page } = await visit(context, { browser, form });
    const path = folder(context, {});
    const names = readdirSync(SEEDS).sort();
    for (const name of names) copyFileSync(join(SEEDS, name), join(path, name));
    await drop(page, names.map((name) => join(path, name)));
    await settled(page, names.length);
    assert.deepEqual(await missing(page), []);
    const { bytes } = await saved(page, { which: "all", format: "json", unit: "utf16" });
    same(bytes, program(path, ["analyze", "--offsets", "utf16", ...names]), "seeds");
  });
}

test("every other form is the program's, of many texts and of one, and counts characters", async (context) => {
  const { page, troubles } = await visit(context, { browser });
  const path = folder(context, TEXTS);
  const names = Object.keys(TEXTS);
  await drop(page, names.map((name) => join(path, name)));
  await settled(page, names.length);
  for (const [format, name, asked] of /** @type {const} */ ([
    ["html", "rapporteur.html", "html"],
    ["markdown", "rapporteur.md", "markdown"],
    ["annotations", "rapporteur.annotations.jsonld", "annotations"],
    ["claims", "rapporteur.claims.jsonld", "claim-review"],
  ])) {
    const all = await saved(page, { which: "all", format });
    assert.equal(all.name, name);
    same(all.bytes, program(path, ["analyze", "--format", asked, ...names]), format);
  }
  await page.locator("file-list .file").nth(2).click();
  const one = await saved(page, { which: "this", format: "annotations" });
  assert.equal(one.name, "emoji.annotations.jsonld");
  const { items } = JSON.parse(one.bytes.toString());
  const letters = Array.from(TEXTS["emoji.txt"]); // code points
  for (const { target } of items) {
    for (const { selector: [position, quote] } of target) assert.equal(letters.slice(position.start, position.end).join(""), quote.exact);
  }
  assert.deepEqual(troubles, []);
});

test("a table has rows of the kind that is chosen", async (context) => {
  const { page } = await visit(context, { browser });
  const path = folder(context, TEXTS);
  const names = Object.keys(TEXTS);
  await drop(page, names.map((name) => join(path, name)));
  await settled(page, names.length);
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  const dialog = page.locator("save-dialog dialog");
  await dialog.locator("input[name=format][value=csv]").check();
  await dialog.getByLabel("A row for each").selectOption("time");
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: "Save" }).click()]);
  assert.equal(download.suggestedFilename(), "rapporteur.time.csv");
  same(readFileSync(await download.path()), program(path, ["analyze", "--offsets", "utf16", "--format", "csv", "--table", "times", ...names]), "times");
});

test("the report is a page that is read and printed without the tool", async (context) => {
  const { page } = await visit(context, { browser, settings: { viewport: { width: 1280, height: 800 } } });
  const path = folder(context, TEXTS);
  await drop(page, [join(path, "plain.txt"), join(path, "page.md")]);
  await settled(page, 2);
  const { bytes } = await saved(page, { which: "all", format: "html" });
  writeFileSync(join(path, "report.html"), bytes);
  const other = await page.context().newPage();
  const asked = [];
  other.on("request", (request) => asked.push(request.url()));
  const troubles = watchTroubles(other);
  await other.goto(pathToFileURL(join(path, "report.html")).href);
  assert.deepEqual(await other.locator("h1").allTextContents(), ["plain.txt", "Two sides, one river"]);
  assert.deepEqual(await other.locator("article").first().locator("section.statement blockquote").allTextContents(), [
    "the talks would resume on 4 May 2023",
    "We are ready",
    "the offer would lapse",
    "it may not",
  ]);
  await other.setViewportSize({ width: 320, height: 640 });
  assert.ok(await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than a small screen");
  assert.ok((await other.pdf()).length > 1000);
  assert.equal(asked.length, 1);
  assert.deepEqual(troubles, []);
});

/**
 * @param {Buffer} found
 * @param {Buffer} expected
 * @param {string} what
 */
function same(found, expected, what) {
  if (found.equals(expected)) return;
  const at = found.findIndex((byte, index) => byte !== expected[index]);
  const near = (/** @type {Buffer} */ bytes) => bytes.subarray(Math.max(0, at - 60), at + 60).toString();
  assert.fail(`${what}: differs at byte ${at} of ${expected.length}\nthe page:    ${near(found)}\nthe program: ${near(expected)}`);
}
