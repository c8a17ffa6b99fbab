// The view of the sourcing: its lines lead to their words, its numbers add up, its drafts are the program's.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { eachLeadsToItsWords, focusOn, focusedWords, openView } from "./leads.mjs";
import { FORMS, folder, program, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

const HARBOUR = `Harbour strike goes on

The harbour minister, Ada Lind, said the strike would cost 40 million crowns. Norway said the boats of Sweden were free to leave. The crews of Sweden stayed ashore. Sweden was silent.

It is widely believed that the war of words helped nobody. More than 300 boats stayed in port,the largest number since 2021. [notes of officials]

The remarks cited show how little is known. Both sides spread disinformation.
`;
const NOTE = "The envoy of Norway said 12 trawlers would leave.\n";

/** Opens the view with both texts. @param {Page} page @param {string} path */
const open = (page, path) => openView(page, "Sourcing", path, ["harbour.txt", "note.txt"]);

for (const form of FORMS) {
  test(`${form}: every line of the view leads to its words, and all kinds of findings are there`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form });
    await open(page, folder(context, { "harbour.txt": HARBOUR, "note.txt": NOTE }));
    await page.locator("file-list .file", { hasText: "Harbour strike" }).click();
    for (const heading of [
      "Who is heard",
      "Spoken of, never heard",
      "Sources, best named first",
      "Citations that lead nowhere",
      "Said or thought by nobody",
      "Words that judge or heighten",
      "Claims about propaganda",
      "What the text says of its own sources",
      "Slips in the text",
      "Worth checking",
    ]) {
      await page.locator("sourcing-view h3", { hasText: heading }).waitFor();
    }
    const count = await eachLeadsToItsWords(page, page.locator("sourcing-view [data-line]"));
    assert.ok(count >= 12, `${count} lines`);
    assert.deepEqual(troubles, []);
  });
}

test("words add up: what is reported and what is the writer's own are all of the text", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "harbour.txt": HARBOUR, "note.txt": NOTE }));
  const sums = await page.evaluate(() => {
    const app = /** @type {any} */ (document.querySelector("rapporteur-app"));
    return app.library.entries.map((/** @type {any} */ { reading }) => {
      const { audit, document } = reading.overview;
      const grades = Object.values(audit.shares.grades).reduce((sum, words) => sum + words, 0);
      return { words: document.words, sum: grades + audit.shares.author, counted: audit.sources.reduce((/** @type {number} */ sum, /** @type {any} */ source) => sum + source.statements, 0), statements: reading.statements.length };
    });
  });
  for (const { words, sum, counted, statements } of sums) {
    assert.equal(sum, words);
    assert.equal(counted, statements);
  }
  // The table behind the bars has the same numbers as the lines.
  await page.locator("file-list .file", { hasText: "Harbour strike" }).click();
  await page.locator("sourcing-view summary").last().click();
  const row = page.locator("sourcing-view tbody tr", { hasText: "Sweden" });
  assert.equal(await row.locator("td").nth(1).textContent(), "0", "no statement of Sweden's");
  await page.locator("sourcing-view .silent", { hasText: "Sweden" }).waitFor();
});

test("the drafts of claims are the program's, of one text and of many", async (context) => {
  const { page } = await visit(context, { browser });
  const path = folder(context, { "harbour.txt": HARBOUR, "note.txt": NOTE });
  await open(page, path);
  await page.locator("file-list .file", { hasText: "Harbour strike" }).click();
  const one = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as fact-check drafts (ClaimReview)" }).click();
  const saved = await one;
  assert.equal(saved.suggestedFilename(), "harbour.claims.jsonld");
  assert.equal(readFileSync(await saved.path(), "utf8"), program(path, ["analyze", "--format", "claim-review", "harbour.txt"]).toString());

  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await page.locator('save-dialog input[value="all"]').check();
  await page.locator('save-dialog input[value="claims"]').check();
  const many = page.waitForEvent("download");
  await page.locator("save-dialog button.main").click();
  const all = await many;
  assert.equal(all.suggestedFilename(), "rapporteur.claims.jsonld");
  const expected = program(path, ["analyze", "--format", "claim-review", "harbour.txt", "note.txt"]).toString();
  assert.equal(readFileSync(await all.path(), "utf8"), expected);
  assert.equal(JSON.parse(expected).length, 2);
});

test("the view is in the address, and the keyboard leads along its lines and back", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "harbour.txt": HARBOUR, "note.txt": NOTE }));
  assert.match(page.url(), /view=sourcing/);
  await page.locator("file-list .file", { hasText: "Harbour strike" }).click();
  const lines = page.locator("sourcing-view [data-line]");
  await lines.first().focus();
  await page.keyboard.press("ArrowDown");
  const second = await focusedWords(page);
  await page.keyboard.press("Enter");
  await page.locator("text-reader .here").first().waitFor();
  await page.keyboard.press("Escape");
  await focusOn(page, second);
});
