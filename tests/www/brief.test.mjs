// The view of the brief: the first one, made of sentences of the texts; its lines lead to their words.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";

import { violations } from "./axe.mjs";
import { openBrowser } from "./browser.mjs";
import { eachLeadsToItsWords } from "./leads.mjs";
import { FORMS, drop, folder, readExample, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

const FERRY = `Will the ferry sail again?

Published 3 June 2030

A deal on the ferry looks distant, but Latvia and Estonia will meet on Friday. Latvia demanded that Estonia pay the crews. Estonia said it would pay if Latvia returned the ferry.

Latvia had seized the ferry in 2024. The line has been closed since then.

Taken together, the words of Latvia and Estonia on the ferry and the crews leave little room.
`;
const TABLE = "| Party | Demand |\n|---|---|\n| Latvia | crews |\n| Estonia | ferry |\n";

/** The lines of a group of the brief, as text. @param {Page} page @param {string} group */
function lines(page, group) {
  return page.locator(`brief-view ul.${group} .words`).allTextContents();
}

for (const form of FORMS) {
  test(`${form}: the brief comes first, and each line leads to its words`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form, view: "" });
    await drop(page, [join(folder(context, { "ferry.txt": FERRY }), "ferry.txt")]);
    await settled(page, 1);
    assert.equal(await page.locator('.tabs [aria-current="page"]').textContent(), "Brief");
    assert.equal(await page.locator(".tabs button").first().textContent(), "Brief");
    await page.locator("brief-view h4", { hasText: "What is new" }).waitFor();
    assert.equal(await page.locator("brief-view .of").textContent(), "Will the ferry sail again?");
    const answer = "A deal on the ferry looks distant, but Latvia and Estonia will meet on Friday.";
    assert.deepEqual(await lines(page, "question"), [answer]);
    assert.ok(!(await lines(page, "update")).includes(answer), "it stands once");
    assert.equal(await page.locator("brief-view .verdict").textContent(), "hedged");
    assert.ok((await lines(page, "update")).includes("Latvia demanded that Estonia pay the crews."));
    assert.deepEqual(await lines(page, "background"), ["Latvia had seized the ferry in 2024.", "The line has been closed since then."]);
    assert.equal((await lines(page, "takeaways")).length, 1);
    const all = page.locator("brief-view .line");
    for (const words of await all.locator(".words").allTextContents()) assert.ok(FERRY.includes(words), words);
    assert.ok((await eachLeadsToItsWords(page, all)) >= 6);
    assert.deepEqual(troubles, []);
  });
}

test("the example is six invented texts that disagree, with a line for each and a brief for each", async (context) => {
  const { page, troubles } = await visit(context, { browser, view: "" });
  const read = await readExample(page);
  assert.ok(read.every(({ state, statements }) => state === "done" && statements > 3));
  await page.locator("brief-view .invented", { hasText: "invented" }).waitFor();
  assert.equal(await page.locator("brief-view .texts .text").count(), 6);
  assert.equal(await page.locator("brief-view section").count(), 6);
  const short = await page.locator("brief-view section").evaluateAll((sections) => sections.filter((section) => section.querySelectorAll(".line").length < 3).length);
  assert.equal(short, 0);
  const texts = await page.evaluate(() => {
    const { entries } = /** @type {any} */ (document.querySelector("rapporteur-app")).library;
    return entries.map((/** @type {any} */ entry) => ({ text: entry.reading.text, words: entry.reading.overview.document.words }));
  });
  for (const { text, words } of texts) {
    assert.match(text, /This is an invented example: the island, the dispute and everyone named here do not exist\./);
    assert.ok(words >= 250 && words <= 450, `${words} words`);
  }
  // A line of the overview opens its text alone.
  await page.locator("brief-view .texts .text", { hasText: "Can Geneva still" }).click();
  await page.waitForFunction(() => {
    const app = /** @type {any} */ (document.querySelector("rapporteur-app"));
    return app.shadowRoot.querySelector("brief-view").shadowRoot.querySelectorAll("section").length === 1;
  });
  await page.locator("brief-view .verdict", { hasText: "hedged" }).waitFor();
  assert.deepEqual(troubles, []);
});

test("an empty brief says why", async (context) => {
  const { page } = await visit(context, { browser, view: "" });
  await drop(page, [join(folder(context, { "table.txt": TABLE }), "table.txt")]);
  await settled(page, 1);
  await page.locator("brief-view", { hasText: "Nothing to put into a brief" }).waitFor();
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing in the brief, ${colorScheme}`, async (context) => {
    const { page } = await visit(context, { browser, view: "", settings: { colorScheme, bypassCSP: true } });
    await readExample(page);
    await page.locator("brief-view section").first().waitFor();
    assert.deepEqual(await violations(page), []);
  });
}

test("by keyboard alone: down the lines, into the text, and back to the line", async (context) => {
  const { page } = await visit(context, { browser, view: "" });
  await drop(page, [join(folder(context, { "ferry.txt": FERRY }), "ferry.txt")]);
  await settled(page, 1);
  await page.locator("brief-view .line").first().focus();
  const focused = () =>
    page.evaluate(() => {
      const app = /** @type {any} */ (document.querySelector("rapporteur-app"));
      const view = app.shadowRoot.querySelector("brief-view").shadowRoot;
      return [...view.querySelectorAll(".line")].indexOf(view.activeElement);
    });
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), 2);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => {
    const app = /** @type {any} */ (document.querySelector("rapporteur-app"));
    return app.shadowRoot.querySelector("text-reader").shadowRoot.activeElement !== null;
  });
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => {
    const app = /** @type {any} */ (document.querySelector("rapporteur-app"));
    const view = app.shadowRoot.querySelector("brief-view").shadowRoot;
    return [...view.querySelectorAll(".line")].indexOf(view.activeElement) === 2;
  });
});
