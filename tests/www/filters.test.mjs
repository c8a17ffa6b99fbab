// The filters of the statements: what each leaves is what it counts, several hold together, and nothing of a text gets into the address.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { violations } from "./axe.mjs";
import { openBrowser } from "./browser.mjs";
import { drop, folder, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

const FILES = {
  "monday.txt": `Norway and Sweden to talk

Published 4 March 2030

Foreign Minister Ada Lind of Norway said on Friday that Norway would withdraw its ships. The government of Norway demanded that Sweden lift the sanctions. Swedish Prime Minister Bo Ek said Sweden rejected the ceasefire. Officials warned that the talks would fail.
`,
  "tuesday.txt": `Foreign Minister Ada Lind of Norway said the boats were free. The government of Norway said that it was ready. The Élysée said it was ready for talks. It was said that nobody knew.
`,
};

/** @param {Page} page @param {string} path */
async function open(page, path) {
  await drop(page, Object.keys(FILES).map((name) => join(path, name)));
  await settled(page, Object.keys(FILES).length);
  await page.locator("statement-list .line").first().waitFor();
}

/** Opens one of the lists. @param {Page} page @param {string} name */
async function drawer(page, name) {
  const button = page.locator("filter-bar .drawers").getByRole("button", { name });
  if ((await button.getAttribute("aria-expanded")) === "false") await button.click();
}

/** The choices of the list that is open, each with its count. @param {Page} page @returns {Promise<[string, number][]>} */
async function choices(page) {
  await drawn(page);
  return page
    .locator("filter-bar label:has(input[type=checkbox])")
    .evaluateAll((labels) => labels.map((label) => [label.querySelector("bdi")?.textContent ?? "", Number(label.querySelector("[aria-hidden]")?.textContent)]));
}

/** @param {Page} page @param {string} name */
const choose = (page, name) => page.locator("filter-bar label", { hasText: name }).locator("input").click();

/** When what was chosen last is drawn: within a frame. @param {Page} page */
function drawn(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
      }),
  );
}

/** How many statements there are to see. @param {Page} page */
async function shown(page) {
  await drawn(page);
  return page.locator("statement-list [data-line]").count();
}

/** @param {Page} page */
async function chips(page) {
  await drawn(page);
  return (await page.locator("filter-bar .chip").allInnerTexts()).map((words) => words.replace(/^Remove:\s*/, "").replace(/\s*✕$/, "").replace(/\s+/g, " ").trim());
}

/** @param {Page} page @param {RegExp} words */
const count = (page, words) => page.locator("statement-list .count span", { hasText: words }).waitFor();

test("every choice leaves as many statements as it says, and the rest is counted beside it", async (context) => {
  const { page, troubles } = await visit(context, { browser });
  await open(page, folder(context, FILES));
  const all = await shown(page);
  assert.ok(all >= 6, `${all} statements`);
  for (const list of ["Speaker", "Party", "Issue", "Text"]) {
    await drawer(page, list);
    const offered = await choices(page);
    assert.ok(offered.length > 1, list);
    for (const [name, expected] of offered) {
      await choose(page, name);
      await count(page, new RegExp(`^${expected} of ${all} statements$`));
      assert.equal(await shown(page), expected, `${list}: ${name}`);
      assert.deepEqual(await choices(page), offered, `${list}: a choice does not change the others of its list`);
      await choose(page, name);
      await count(page, new RegExp(`^${all} statements$`));
    }
  }
  assert.deepEqual(troubles, []);
});

test("several filters hold together; chips take them back one by one, one button all of them", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, FILES));
  const all = await shown(page);
  await drawer(page, "Party");
  await choose(page, "Norway");
  const norway = await shown(page);
  assert.ok(norway < all && norway > 1);
  await drawer(page, "Text");
  const [[, first], [, second]] = await choices(page);
  assert.equal(first + second, norway, "the texts are counted beside the party");
  await page.locator("filter-bar label").nth(1).locator("input").click();
  assert.equal(await shown(page), second);
  await page.locator("statement-list sourcing-strip").getByRole("button", { name: "institution" }).click();
  await page.getByLabel("Search statements").fill("READY");
  await count(page, /^1 of /);
  assert.equal((await chips(page)).length, 4);
  assert.deepEqual((await chips(page)).slice(0, 3), ["Search: “READY”", "How well sourced: institution", "Party: Norway"]);

  // The focus stays among the chips, then goes to the filters.
  await page.locator("filter-bar .chip", { hasText: "How well sourced" }).click();
  assert.equal((await chips(page)).length, 3);
  const focused = () => page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-app"))?.shadowRoot.activeElement?.shadowRoot.activeElement?.shadowRoot.activeElement?.className);
  assert.equal(await focused(), "chip");
  await page.locator("statement-list").getByRole("button", { name: "Show all" }).click();
  await count(page, new RegExp(`^${all} statements$`));
  assert.equal(await page.locator("filter-bar .chip").count(), 0);
  assert.equal(await page.getByLabel("Search statements").inputValue(), "");
});

test("days are those beside the statement, else those of its text; what has none is left out", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, FILES));
  const all = await shown(page);
  await drawer(page, "Date");
  const hint = page.locator("filter-bar .hint");
  assert.match(await hint.innerText(), /Days found: 1\s*–\s*4 Mar 2030\. 4 statements have no day/);
  await page.getByLabel("From", { exact: true }).fill("2030-03-02");
  await count(page, new RegExp(`of ${all} statements`));
  const later = await shown(page);
  assert.equal(await page.locator("statement-list .line", { hasText: "withdraw its ships" }).count(), 0, "said on Friday, the 1st");
  await page.getByLabel("From", { exact: true }).fill("");
  await page.getByLabel("To", { exact: true }).fill("2030-03-03");
  await page.locator("filter-bar .chip", { hasText: "To: 3 Mar 2030" }).waitFor();
  const before = await page.locator("statement-list .line").allInnerTexts();
  assert.equal(before.length, 1);
  assert.match(before[0], /withdraw its ships/);
  assert.equal(later + 1 + 4, all);
});

test("what is saved and copied is what is shown", async (context) => {
  const { page } = await visit(context, { browser, settings: { permissions: ["clipboard-read", "clipboard-write"] } });
  await open(page, folder(context, FILES));
  await drawer(page, "Party");
  await choose(page, "Norway");
  await drawn(page);
  const words = await page.locator("statement-list .what").allInnerTexts();
  const rows = page.locator("statement-list .rows");
  const [download] = await Promise.all([page.waitForEvent("download"), rows.getByRole("button", { name: "JSON" }).click()]);
  assert.equal(download.suggestedFilename(), "statements.json");
  const saved = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(saved.length, words.length);
  for (const [index, row] of saved.entries()) {
    assert.ok(row.parties.includes("NOR"));
    assert.ok(words[index].includes(row.words), `${words[index]} / ${row.words}`);
    assert.equal(FILES[/** @type {keyof typeof FILES} */ (row.file)].slice(row.start, row.end), row.words);
  }
  const [table] = await Promise.all([page.waitForEvent("download"), rows.getByRole("button", { name: "CSV" }).click()]);
  assert.equal(readFileSync(await table.path(), "utf8").split("\r\n").length, words.length + 2);
  await rows.getByRole("button", { name: "Copy" }).click();
  await page.getByText(`${words.length} rows copied as a table.`).first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied.trimEnd().split("\n").length, words.length + 1);
});

test("what is chosen outlives another view, another language, and the page; the address holds no words of a text", async (context) => {
  const { page } = await visit(context, { browser });
  const path = folder(context, FILES);
  await open(page, path);
  await drawer(page, "Speaker");
  await choose(page, "Ada Lind");
  await drawer(page, "Issue");
  await page.locator("filter-bar label").first().locator("input").click();
  await page.locator("filter-bar label").nth(1).locator("input").click();
  const left = await shown(page);
  const before = await chips(page);
  assert.equal(before.length, 3);
  await page.locator(".tabs").getByRole("button", { name: "Brief" }).click();
  await page.locator(".tabs").getByRole("button", { name: "Statements" }).click();
  assert.deepEqual(await chips(page), before);
  const address = page.url();
  assert.ok(!/lind|ada/i.test(address), address);
  await page.locator("header").getByLabel("Language").selectOption("fr");
  await page.locator("filter-bar .chip", { hasText: "Qui parle" }).waitFor();
  assert.equal(await shown(page), left);

  await page.goto("about:blank");
  await page.goto(address);
  await page.waitForSelector("html[data-ready]");
  await open(page, path);
  assert.deepEqual(await chips(page), before);
  assert.equal(await shown(page), left);
});

test("an address that was made up does no harm", async (context) => {
  const hash = "statements&speaker=<img src=x>,__proto__,0123456789abcdef&party=constructor&issue=toString&text=%00,zz&from=2030-99-99&to=soon";
  const { page, troubles } = await visit(context, { browser, view: hash });
  await drop(page, Object.keys(FILES).map((name) => join(folder(context, FILES), name)));
  await settled(page, 2);
  await page.locator("statement-list .empty", { hasText: "No statement matches" }).waitFor();
  await drawer(page, "Party");
  await page.locator("filter-bar .chip", { hasText: "constructor" }).waitFor();
  await page.locator("statement-list").getByRole("button", { name: "Show all" }).click();
  await page.locator("statement-list .line").first().waitFor();
  assert.deepEqual(troubles, []);
});

test("by keyboard, and said to those who do not see it", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, FILES));
  const all = await shown(page);
  await page.locator("filter-bar #party").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  // Tab goes from button to button, then into the list.
  while (!(await page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-app")).shadowRoot.activeElement.shadowRoot.activeElement.shadowRoot.activeElement.matches("input")))) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  const left = await shown(page);
  assert.ok(left < all);
  await page.locator("statement-list live-region").getByText(`${left} of ${all} statements`).waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("filter-bar fieldset").count(), 0, "Escape closes the list");
  assert.equal(await shown(page), left, "and keeps what is chosen");
  const id = await page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-app")).shadowRoot.activeElement.shadowRoot.activeElement.shadowRoot.activeElement.id);
  assert.equal(id, "party");
  await page.keyboard.press("Escape");
  await count(page, new RegExp(`^${all} statements$`));
});

test("on a phone the filters are one button", async (context) => {
  const { page } = await visit(context, { browser, settings: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } });
  await page.setInputFiles("#files", Object.keys(FILES).map((name) => join(folder(context, FILES), name)));
  await settled(page, 2);
  await page.locator("statement-list .line").first().waitFor();
  assert.ok(!(await page.locator("filter-bar .drawers").isVisible()));
  await page.getByRole("button", { name: "Filters" }).tap();
  await drawer(page, "Party");
  await choose(page, "Norway");
  await page.getByRole("button", { name: "Filters: 1" }).waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
});

test("a name that looks like markup is a name", async (context) => {
  const { page, troubles } = await visit(context, { browser });
  const buffer = Buffer.from(`The group <img src=x onerror=alert(1)> said it was ready. Minister "&amp;" Lind said no. Sweden said yes. Norway said no.\n`);
  await page.setInputFiles("#files", { name: "<b>x</b>.txt", mimeType: "text/plain", buffer });
  await settled(page, 1);
  await drawer(page, "Speaker");
  for (const [name] of await choices(page)) await choose(page, name);
  assert.equal(await page.locator("filter-bar img, statement-list img").count(), 0);
  assert.deepEqual(troubles, []);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing wrong with the filters, ${colorScheme}`, async (context) => {
    const { page } = await visit(context, { browser, settings: { colorScheme, bypassCSP: true } });
    await open(page, folder(context, FILES));
    for (const list of ["Party", "Date"]) {
      await drawer(page, list);
      if (list === "Party") await choose(page, "Norway");
      assert.deepEqual(await violations(page), [], list);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator(".screens").getByRole("button", { name: "Findings", exact: true }).click();
    await page.getByRole("button", { name: "Filters: 1" }).click();
    assert.deepEqual(await violations(page), [], "narrow");
  });
}
