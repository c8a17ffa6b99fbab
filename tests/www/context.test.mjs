// Words in context: every place of a search, inside statements and outside, one below the other, each leading to its words.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { KEPT, aroundOf, concordance } from "../../www/elements/concordance.js";
import { noFilters } from "../../www/library/filters.js";
import { violations } from "./axe.mjs";
import { openBrowser } from "./browser.mjs";
import { FORMS, drop, folder, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */
/** @import { Context } from "../../www/library/context.js" */

const browser = await openBrowser({ after });

/**
 * The places of a search in texts, each as "before|words|after".
 *
 * @param {string[]} texts
 * @param {string} query
 * @param {Partial<Omit<Context, "exact">> & { exact?: string[] }} [context]
 */
function check(texts, query, { order = "text", exact = [] } = {}) {
  const entries = /** @type {any[]} */ (texts.map((text) => ({ reading: { text, statements: [] } })));
  const wanted = { query, grades: new Set(), filters: noFilters(), context: { on: true, order, exact: new Set(exact) } };
  const { places, all } = concordance(entries, wanted, null);
  return { all, lines: places.map((place) => Object.values(aroundOf(place)).join("|")) };
}

test("every place is found once, with what is around it in one line", () => {
  assert.deepEqual(check(["The talks\n\nended. New talks began."], "talks").lines, ["The |talks| ended. New talks began.", "The talks ended. New |talks| began."]);
  assert.deepEqual(check(["aaaa"], "aa").lines, ["|aa|aa", "aa|aa|"]);
  assert.deepEqual(check(["Cease\n  fire now"], "cease FIRE").lines, ["|Cease fire| now"]);
  assert.deepEqual(check(["Die Straße nach É."], "strasse").lines, ["Die |Straße| nach É."]);
  assert.equal(check(["nothing"], "  ").all, 0);
});

test("what is typed is words, never a pattern", () => {
  assert.deepEqual(check(["a.c abc (x) [y] \\d 5"], "a.c").lines, ["|a.c| abc (x) [y] \\d 5"]);
  for (const query of ["(", "[", "\\", "*", "(a+)+$", "\\d", "$&", "^"]) assert.equal(check(["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"], query).all, 0, query);
  assert.equal(check(["1 (one) 2 (two)"], "(").all, 2);
});

test("whole words, capitals and accents count where that is asked", () => {
  assert.equal(check(["Port ports Portugal sea-port"], "port").all, 4);
  assert.equal(check(["Port ports Portugal sea-port"], "port", { exact: ["words"] }).all, 2);
  assert.equal(check(["порт порти"], "порт", { exact: ["words"] }).all, 1);
  assert.equal(check(["𝒯reaty 𝒯"], "𝒯", { exact: ["words"] }).all, 1);
  assert.equal(check(["May may"], "May", { exact: ["case"] }).all, 1);
  assert.equal(check(["résumé resume re\u0301sume\u0301"], "resume", { exact: ["accents"] }).all, 1);
  assert.equal(check(["résumé resume re\u0301sume\u0301"], "résumé", { exact: ["accents"] }).all, 2);
});

test("in the order of the word before or behind, whatever stands between", () => {
  const texts = ["Zebra talks, about peace. Every talks — Élan. old talks (bread)."];
  assert.deepEqual(
    check(texts, "talks", { order: "right" }).lines.map((line) => line.split("|")[2].trim().slice(0, 8)),
    [", about ", "(bread).", "— Élan. "],
  );
  assert.deepEqual(
    check(texts, "talk", { order: "left" }).lines.map((line) => line.split("|")[0].trim().split(" ").at(-1)),
    ["Every", "old", "Zebra"],
  );
});

test("250 texts of 20 kB are searched at once, and what is too much is counted and not shown", () => {
  const sentence = "The envoy said “the tälks” would résume in Genève; Київ та Осло agreed. ";
  const texts = Array.from({ length: 250 }, (_, index) => `${index} ${sentence.repeat(Math.ceil(20_000 / sentence.length))}`);
  const expected = 250 * Math.ceil(20_000 / sentence.length);
  const started = performance.now();
  const { all, lines } = check(texts, "talks", { order: "left" });
  const took = performance.now() - started;
  assert.equal(all, expected);
  assert.equal(lines.length, KEPT);
  console.log(`${all} places in 250 texts of 20 kB: ${took.toFixed(0)} ms`);
  assert.ok(took < 3000, `${took} ms`);
});

const TEXTS = {
  "one.txt": "Foreign Minister Ada Lind said the talks would go on. Nobody else spoke of talks.\n\nThe talks are held in Oslo.\n",
  "two.txt": "Swedish talks <img src=x onerror=alert(1)> failed. Officials said “no talks”.\n",
};

/** @param {Page} page @param {string} path */
async function open(page, path) {
  await drop(page, Object.keys(TEXTS).map((name) => join(path, name)));
  await settled(page, 2);
  await page.getByRole("button", { name: "Words in context" }).click();
}

for (const form of FORMS) {
  test(`${form}: each line leads to its place, and Escape back`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form });
    await open(page, folder(context, TEXTS));
    await page.getByText("Type a word into the search").waitFor();
    await page.keyboard.press("Control+k");
    await page.keyboard.type("TALKS");
    await page.locator("statement-list .count span", { hasText: "5 places · 2 texts" }).waitFor();
    const lines = page.locator("context-list .line");
    assert.equal(await lines.count(), 5);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("context=text"));
    await page.locator("text-reader .here", { hasText: /^talks$/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.matches(".line") && element.textContent?.includes("Nobody else");
    });
    assert.equal(await page.locator("context-list img").count(), 0);
    assert.deepEqual(troubles, []);
  });
}

test("the place says who says it; filters leave only places in their statements", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, TEXTS));
  await page.getByLabel("Search statements").fill("talks");
  await page.locator("context-list .line").first().click();
  await page.locator("evidence-card dd button", { hasText: "Ada Lind" }).waitFor();
  await page.locator("statement-list sourcing-strip").getByRole("button", { name: "named" }).click();
  await page.getByText("Only in the statements that the filters leave.").waitFor();
  await page.locator("statement-list .count span", { hasText: /^1 place$/ }).waitFor();
  await page.locator("statement-list live-region").getByText("1 place").waitFor();
});

test("order and exactness are in the address; what is shown is saved", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, TEXTS));
  await page.getByLabel("Search statements").fill("talk");
  await page.getByLabel("Order by").selectOption("right");
  await page.locator("context-list .of").first().waitFor();
  assert.match(page.url(), /context=right/);
  await page.getByLabel("whole words").check();
  await page.getByText("It stands nowhere in what is open.").waitFor();
  assert.match(page.url(), /exact=words/);
  await page.getByLabel("whole words").uncheck();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("context-list").getByRole("button", { name: "JSON" }).click()]);
  const rows = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(rows.length, 5);
  for (const { file, start, end, words } of rows) assert.equal(TEXTS[/** @type {keyof typeof TEXTS} */ (file)].slice(start, end), words);
  assert.deepEqual(rows.filter((/** @type {any} */ row) => row.statement !== null).length, 2);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing wrong with words in context, ${colorScheme}, also on a phone`, async (context) => {
    const { page } = await visit(context, { browser, settings: { colorScheme, bypassCSP: true } });
    await open(page, folder(context, TEXTS));
    await page.getByLabel("Search statements").fill("talks");
    await page.locator("context-list .line").first().click();
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.locator(".screens").getByRole("button", { name: "Findings", exact: true }).click();
    assert.deepEqual(await violations(page), [], "narrow");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  });
}
