// The view of commitments: what is promised, due, asked for and in the way, group by group, every line leading to its words.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { violations } from "./axe.mjs";
import { openBrowser } from "./browser.mjs";
import { eachLeadsToItsWords, focusOn, focusedWords, openView, savedRows } from "./leads.mjs";
import { FORMS, folder, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

const FILE = `What is on the table

Denmark promised Ukraine two ships. Norway pledged to send forty observers by June if the parties accept a truce. A summit will be held in Oslo on 4 April 2025.

Experts said any settlement must rest on an open census, paid guards, and safe roads. One obstacle is the lack of trust. Jordan sought security guarantees for Lebanon. Norway demanded inspections of the harbours. The price of grain will be watched closely by traders. Kenya warned of penalties if the truce is violated. Peru's goal is to reopen the port. Canada should open its embassy. They spoke about issues such as sanctions and borders. The United Nations urged both sides to protect civilians.

The talks should cover two points:

- Exchange of prisoners
- Return of ships
`;
const NOTE = "Egypt said: “We will open the crossing in May.”\n";
const BAKERY = "The bakery opened at six. The bread was warm.\n";

/**
 * @param {Page} page
 * @param {string} path
 * @param {string[]} names
 */
const open = (page, path, names) => openView(page, "Commitments", path, names);

for (const form of FORMS) {
  test(`${form}: every group has a heading in plain words, and every line leads to its words`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form });
    await open(page, folder(context, { "file.txt": FILE }), ["file.txt"]);
    const headings = (await page.locator("commitments-view h3").allTextContents()).map((words) => words.replace(/[\d\s]+$/, ""));
    assert.deepEqual(headings, [
      "Promised",
      "To come",
      "Guarantees",
      "Checking",
      "Conditions",
      "Requirements",
      "If it is broken",
      "Aims",
      "Agenda",
      "Issues named",
      "Advice",
      "Obstacles",
      "To watch",
      "For the people",
    ]);
    assert.ok((await eachLeadsToItsWords(page, page.locator("commitments-view [data-line]"))) >= 18);
    assert.deepEqual(troubles, []);
  });
}

test("a promise says who, to whom, by when and how it stands", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "file.txt": FILE }), ["file.txt"]);
  const line = (/** @type {string} */ words) => page.locator("commitments-view .line", { hasText: words });
  assert.match((await line("two ships").textContent()) ?? "", /Denmark \(DNK\)[\s\S]*to Ukraine \(UKR\)[\s\S]*no date given[\s\S]*outcome open/);
  assert.match((await line("forty observers by June").first().textContent()) ?? "", /Norway \(NOR\)[\s\S]*June/);
  assert.match((await line("security guarantees for Lebanon").textContent()) ?? "", /Jordan \(JOR\)[\s\S]*sought[\s\S]*for Lebanon \(LBN\)/);
  assert.match((await line("safe roads").last().textContent()) ?? "", /no party here has offered it/);
  await line("two ships").click();
  const card = page.locator("evidence-card dl");
  assert.equal(await card.locator('dt:text-is("By") + dd').textContent(), "Denmark (DNK)");
  assert.equal(await card.locator('dt:text-is("To or for") + dd').textContent(), "Ukraine (UKR)");
  assert.equal(await card.locator('dt:text-is("Shown by") + dd').textContent(), "a word of promising: promised, pledged, vowed");
});

test("a condition that stands alone has no empty quotation for what depends on it", async (context) => {
  const { page } = await visit(context, { browser });
  const file = "Two ships lie off the island. Would Chile withdraw its own? Only if both leave.";
  await open(page, folder(context, { "file.txt": file }), ["file.txt"]);
  const alone = page.locator("commitments-view .line", { hasText: "Only if both leave" });
  assert.doesNotMatch((await alone.textContent()) ?? "", /“”/);
});

test("the lines of several texts stand under their texts, and one text alone has its own", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "file.txt": FILE, "note.txt": NOTE }), ["file.txt", "note.txt"]);
  const promised = page.locator('commitments-view ul[aria-labelledby="promise"]');
  assert.equal(await promised.locator("h4").count(), 2);
  await promised.locator(".line", { hasText: "open the crossing in May" }).waitFor();
  await page.locator("file-list .file", { hasText: "What is on the table" }).click();
  await promised.locator(".line", { hasText: "open the crossing in May" }).waitFor({ state: "detached" });
  assert.equal(await promised.locator("h4").count(), 0);
});

test("the keyboard leads to a group, along its lines, to the words and back", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "file.txt": FILE }), ["file.txt"]);
  assert.match(page.url(), /view=commitments/);
  await page.locator("commitments-view nav button", { hasText: "Obstacles" }).focus();
  await page.keyboard.press("Enter");
  await focusOn(page, "lack of trust");
  const first = await focusedWords(page);
  await page.keyboard.press("ArrowDown");
  const second = await focusedWords(page);
  assert.notEqual(first, second);
  await page.keyboard.press("Enter");
  await page.locator("live-region").getByText(/^At the words: /).waitFor();
  await page.keyboard.press("Escape");
  await focusOn(page, second);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing wrong, wide and on a phone, ${colorScheme}`, async (context) => {
    const { page } = await visit(context, { browser, settings: { colorScheme, viewport: { width: 1280, height: 800 }, bypassCSP: true } });
    await open(page, folder(context, { "file.txt": FILE, "note.txt": NOTE }), ["file.txt", "note.txt"]);
    await page.locator("commitments-view .line").first().click();
    assert.deepEqual(await violations(page), [], "groups, and what is known of a promise");
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator(".screens").getByRole("button", { name: "Findings" }).click();
    assert.deepEqual(await violations(page), [], "on a phone");
    assert.ok(await page.locator(".scroll").evaluate((element) => element.scrollWidth <= element.clientWidth));
  });
}

test("long groups are drawn bit by bit", async (context) => {
  const { page } = await visit(context, { browser });
  const promises = Array.from({ length: 130 }, (_, index) => `Denmark promised Ukraine ${index + 2} ships.`).join("\n\n");
  await open(page, folder(context, { "many.txt": promises }), ["many.txt"]);
  const lines = page.locator('commitments-view ul[aria-labelledby="promise"] .line');
  assert.equal(await lines.count(), 10);
  await page.getByRole("button", { name: "Show 100 more" }).click();
  assert.equal(await lines.count(), 110);
  await page.getByRole("button", { name: "Show 20 more" }).click();
  assert.equal(await lines.count(), 130);
});

test("a text with nothing of the kind says so; what the view shows can be saved", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "bakery.txt": BAKERY, "file.txt": FILE }), ["bakery.txt", "file.txt"]);
  const { rows, csv, names } = await savedRows(page, "commitments-view");
  assert.deepEqual(names, ["commitments.json", "commitments.csv"]);
  const [ships] = rows.filter(({ words }) => words === "Ukraine two ships");
  assert.deepEqual([ships.kind, ships.by, ships.to, ships.status], ["promise", ["DNK"], ["UKR"], "made"]);
  assert.equal(FILE.slice(Number(ships.start), Number(ships.end)), ships.words);
  assert.equal(csv.trimEnd().split("\r\n").length, rows.length + 1);
  await page.locator("file-list .file", { hasText: "bakery" }).click();
  await page.getByText("Nothing is promised, planned").waitFor();
});
