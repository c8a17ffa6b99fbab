// The view of positions: the matrix says what the texts say, disagreement is seen, every passage leads to its words.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";

import { violations } from "./axe.mjs";
import { openBrowser } from "./browser.mjs";
import { eachLeadsToItsWords, focusOn, focusedWords, openView, savedRows } from "./leads.mjs";
import { FORMS, drop, folder, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

const RIVER = `Two capitals, one river

Kenya demanded new sanctions on Mali. Uganda rejected the sanctions. Kenya demanded that Uganda resume the peace talks. Uganda offered direct talks on the lake.

Norway said it would send observers if the parties accept a truce. Egypt flatly refused to withdraw its troops from the border.
`;
const LIST = `The envoy's list

Sweden said it would not join the alliance unless its parliament agreed. Mali welcomed the sanctions.
`;
const BAKERY = "The bakery opened at six. The bread was warm.\n";

/**
 * @param {Page} page
 * @param {string} path
 * @param {string[]} names
 */
const open = (page, path, names) => openView(page, "Positions", path, names);

/** A cell of the matrix. @param {Page} page @param {string} cell */
function cellOf(page, cell) {
  return page.locator(`positions-view td [data-cell="${cell}"]`);
}

for (const form of FORMS) {
  test(`${form}: the matrix says who stands where, and every passage leads to its words`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form });
    await open(page, folder(context, { "river.txt": RIVER }), ["river.txt"]);
    assert.match((await cellOf(page, "sanctions/KEN").textContent()) ?? "", /▲\s*demands/);
    assert.match((await cellOf(page, "sanctions/UGA").textContent()) ?? "", /−\s*opposes/);
    assert.match((await cellOf(page, "verification/NOR").textContent()) ?? "", /●\s*offers[\s\S]*depends on a condition/);
    // Who disagrees is framed and said in words; who does not, is not.
    assert.match((await cellOf(page, "sanctions/UGA").getAttribute("class")) ?? "", /clash/);
    assert.doesNotMatch((await cellOf(page, "talks/UGA").getAttribute("class")) ?? "", /clash/);
    const clash = page.locator("positions-view .contrast", { hasText: "Sanctions" });
    assert.match((await clash.textContent()) ?? "", /demanded by\s+Kenya \(KEN\)[\s\S]*opposed by\s+Uganda \(UGA\)/);
    await page.locator("positions-view .overlap", { hasText: "Talks" }).waitFor();

    let passages = 0;
    for (const cell of ["sanctions/KEN", "sanctions/UGA", "verification/NOR", "military/EGY"]) {
      await cellOf(page, cell).click();
      passages += await eachLeadsToItsWords(page, page.locator("position-passages [data-line]"));
    }
    assert.equal(passages, 5, "four positions and a condition");
    assert.deepEqual(troubles, []);
  });
}

test("a passage is told in words, and so is what is known of it beside the text", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "river.txt": RIVER }), ["river.txt"]);
  await cellOf(page, "military/EGY").click();
  const passages = page.locator("position-passages");
  assert.match((await passages.locator(".line").textContent()) ?? "", /Egypt[\s\S]*−[\s\S]*opposes[\s\S]*firmly[\s\S]*Egypt flatly refused/);
  await cellOf(page, "verification/NOR").click();
  assert.equal(await passages.locator(".condition .words").textContent(), "if the parties accept a truce");
  await passages.locator(".line:not(.condition)").click();
  const card = page.locator("evidence-card dl");
  for (const [name, value] of [
    ["Party", "Norway (NOR)"],
    ["Issue", "Verification"],
    ["Stance", "● offers"],
    ["On condition", "if the parties accept a truce"],
    ["Whose reading", "reported as its own"],
  ]) {
    assert.equal(await card.locator(`dt:text-is("${name}") + dd`).textContent(), value, name);
  }
  // From the position to the statement that it was read in, and from there back.
  await card.getByRole("button", { name: "Norway" }).click();
  await card.getByRole("button", { name: "Norway (NOR) ● offers: Verification" }).click();
  await card.getByText("if the parties accept a truce").waitFor();
});

test("what only several texts show is found across them, and said to be so", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "river.txt": RIVER, "list.txt": LIST }), ["river.txt", "list.txt"]);
  const clash = page.locator("positions-view .contrast", { hasText: "Sanctions" });
  assert.match((await clash.textContent()) ?? "", /supported by\s+Mali \(MLI\)/, "Mali of one text against Uganda of the other");
  await clash.click();
  assert.deepEqual(await page.locator("position-passages .stand .party-tag bdi").allTextContents(), ["Kenya", "Uganda", "Mali"]);
  // One text alone does not show it.
  await page.locator("file-list .file", { hasText: "envoy" }).click();
  await page.locator("positions-view .contrast").waitFor({ state: "detached" });
  await page.locator("file-list .file", { hasText: "Two capitals" }).click();
  assert.doesNotMatch((await clash.textContent()) ?? "", /Mali/);
});

test("the keyboard leads across the matrix, into the passages and back", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "river.txt": RIVER }), ["river.txt"]);
  await cellOf(page, "sanctions/KEN").focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await focusedWords(page), /demands/, "the next cell of the row");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  assert.match(await focusedWords(page), /opposes/, "the next cell of the column");
  await page.keyboard.press("Enter");
  await focusOn(page, "Uganda rejected");
  assert.match(page.url(), /view=positions/);
  assert.match(decodeURIComponent(page.url()), /cell=sanctions\/UGA/);
  await page.keyboard.press("Enter");
  await page.locator("live-region").getByText(/^At the words: /).waitFor();
  await page.keyboard.press("Escape");
  await focusOn(page, "Uganda rejected");
  await page.keyboard.press("Escape");
  await page.locator("position-passages section").waitFor({ state: "detached" });
  await focusOn(page, "opposes");
});

test("an address with an opened cell brings it back, and one that names nothing does no harm", async (context) => {
  const { page, site } = await visit(context, { browser });
  for (const [cell, count] of /** @type {const} */ ([["sanctions/KEN+UGA", 2], ["no/such/thing+", 0]])) {
    await page.goto(`${site?.url}?${count}#view=positions&cell=${encodeURIComponent(cell)}`);
    await page.waitForSelector("html[data-ready]");
    await drop(page, [join(folder(context, { "river.txt": RIVER }), "river.txt")]);
    await settled(page, 1);
    await page.locator("positions-view table").waitFor();
    assert.equal(await page.locator("position-passages li.stand").count(), count);
  }
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing wrong, wide and on a phone, ${colorScheme}`, async (context) => {
    const { page } = await visit(context, { browser, settings: { colorScheme, viewport: { width: 1280, height: 800 }, bypassCSP: true } });
    await open(page, folder(context, { "river.txt": RIVER, "list.txt": LIST }), ["river.txt", "list.txt"]);
    await cellOf(page, "verification/NOR").click();
    await page.locator("position-passages .line:not(.condition)").click();
    assert.deepEqual(await violations(page), [], "matrix, passages and what is known of them");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator(".screens").getByRole("button", { name: "Findings" }).click();
    await page.locator("positions-view .row").first().waitFor();
    assert.deepEqual(await violations(page), [], "as a list");
  });
}

test("opening passages moves the view and never the page", async (context) => {
  const { page } = await visit(context, { browser, settings: { viewport: { width: 1280, height: 600 } } });
  await open(page, folder(context, { "river.txt": RIVER, "list.txt": LIST }), ["river.txt", "list.txt"]);
  await cellOf(page, "verification/NOR").click();
  await page.locator("position-passages .line:not(.condition)").click();
  await page.locator("text-reader .here").first().waitFor();
  const longer = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  assert.ok(longer <= 1, `the page is ${longer} pixels longer than the window`);
});

test("on a phone it is a list, no wider than the screen; a text without positions says so", async (context) => {
  const { page } = await visit(context, { browser, settings: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } });
  await open(page, folder(context, { "river.txt": RIVER, "bakery.txt": BAKERY }), ["river.txt", "bakery.txt"]);
  assert.equal(await page.locator("positions-view table").count(), 0);
  await page.locator("positions-view .row", { hasText: "Norway" }).tap();
  await page.locator("position-passages .condition").waitFor();
  const view = page.locator(".scroll");
  assert.ok(await view.evaluate((element) => element.scrollWidth <= element.clientWidth));
  await page.locator(".screens").getByRole("button", { name: "Texts" }).tap();
  await page.locator("file-list .file", { hasText: "bakery" }).tap();
  await page.getByText("No party takes a position").waitFor();
});

test("what the view shows can be saved, a row for each position", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "river.txt": RIVER }), ["river.txt"]);
  const { rows, csv, names } = await savedRows(page, "positions-view");
  assert.deepEqual(names, ["positions.json", "positions.csv"]);
  const norway = rows.find(({ party }) => party === "NOR");
  assert.deepEqual(
    [norway?.name, norway?.issue, norway?.stance, norway?.conditions],
    ["Norway", "verification", "offer", ["if the parties accept a truce"]],
  );
  assert.deepEqual(rows.find(({ party, issue }) => party === "UGA" && issue === "sanctions")?.against, ["KEN"]);
  const { start, end } = /** @type {{ start: number, end: number }} */ (/** @type {unknown} */ (norway));
  assert.equal(RIVER.slice(start, end), norway?.words);
  assert.equal(csv.trimEnd().split("\r\n").length, rows.length + 1);
});

test("stances and conditions are marked in the text; the legend switches each off", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "river.txt": RIVER }), ["river.txt"]);
  const text = page.locator("text-reader .text");
  assert.equal(await text.locator(".position.oppose", { hasText: "rejected" }).count(), 1);
  const condition = text.locator(".condition");
  assert.equal((await condition.allTextContents()).join(""), "if the parties accept a truce");
  assert.match(await condition.first().evaluate((element) => getComputedStyle(element).textDecorationStyle), /dashed/);
  await text.locator(".position.oppose", { hasText: "rejected" }).click();
  await page.locator("evidence-card h3", { hasText: "Where a party stands" }).waitFor();
  for (const [mark, name] of [["condition", "condition"], ["position", "stance"]]) {
    await page.locator(".legend button", { hasText: name }).click();
    await text.locator(`.${mark}`).first().waitFor({ state: "detached" });
  }
  assert.match(decodeURIComponent(page.url()), /hide=condition,position/);
});
