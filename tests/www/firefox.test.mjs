// The single file in Firefox, opened from disk as a double click does: it reads what is dropped, and reaches nobody.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

import { findBrowser } from "../../scripts/browsers.mjs";
import { SINGLE_FILE } from "./browser.mjs";
import { TEXTS } from "./visit.mjs";

const executablePath = findBrowser("firefox");
if (executablePath === null) throw new Error("no Firefox: run `make browsers`");
// Firefox is told what to do through WebDriver BiDi; the library of the other tests would need a build of its own.
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
after(() => browser.close());

/** What the page shows of its texts. */
const entries = () =>
  /** @type {any} */ (document.querySelector("rapporteur-app")).library.entries.map((/** @type {any} */ entry) => ({
    name: entry.name,
    state: entry.state,
    statements: entry.reading?.statements.map((/** @type {any} */ statement) => entry.reading.content(statement)) ?? [],
  }));

test("the single file reads in Firefox, with all that was learned, and asks for nothing", async () => {
  const page = await browser.newPage();
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const troubles = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  await page.goto(pathToFileURL(SINGLE_FILE).href);
  await page.waitForSelector("html[data-ready]");
  await page.evaluate((texts) => {
    const held = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) held.items.add(new File([text], name));
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: held, bubbles: true, cancelable: true }));
    }
  }, TEXTS);
  await page.waitForFunction((count) => {
    const { counts } = /** @type {any} */ (document.querySelector("rapporteur-app")).library;
    return counts.all === count && counts.open === 0;
  }, {}, Object.keys(TEXTS).length);
  const found = await page.evaluate(entries);
  assert.deepEqual(found.map((/** @type {any} */ entry) => [entry.name, entry.state]), Object.keys(TEXTS).map((name) => [name, "done"]));
  const plain = found.find((/** @type {any} */ entry) => entry.name === "plain.txt").statements.join("\n");
  assert.match(plain, /the talks would resume on 4 May 2023/);
  assert.match(plain, /We are ready/);
  const missing = await page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-app")).engine.missing);
  assert.deepEqual(missing, []);
  assert.deepEqual(asked.filter((url) => !/^(?:file|data|blob):/.test(url)), []);
  assert.deepEqual(troubles, []);
});
