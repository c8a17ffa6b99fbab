// The timeline: what the texts put a date on in the order of time, four lanes, and what has no date kept in sight with the reason.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { violations } from "./axe.mjs";
import { openBrowser } from "./browser.mjs";
import { eachLeadsToItsWords, focusOn, focusedWords, openView, savedRows } from "./leads.mjs";
import { FORMS, folder, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

const YEARS = `Seventeen years

A summit will be held in Oslo on 4 April 2025. Norway pledged to send forty observers by June 2025. In 2019 the two sides signed an accord. On 4 January 2024, the spokeswoman said the talks had stalled. NATO promised Georgia in 2008 that it could join. Denmark promised Ukraine two ships.
`;
const LATE = `A day without a year

Lavrov said in late February that the talks would resume. The border was closed on 5 May 2014.
`;
const BAKERY = "The bakery opened its doors. The bread was warm.\n";

/**
 * @param {Page} page
 * @param {string} path
 * @param {string[]} names
 */
const open = (page, path, names) => openView(page, "Timeline", path, names);

/** The lines of a part, each as its day, its lane and its words. @param {Page} page @param {"dated" | "undated"} part */
function told(page, part) {
  return page.locator(`timeline-view .${part} .line`).evaluateAll((lines) =>
    lines.map((line) => ["when", "lane", "words"].map((name) => line.querySelector(`.${name}`)?.textContent?.trim()).join(" | ")),
  );
}

for (const form of FORMS) {
  test(`${form}: time runs down across the texts, and every line leads to its words`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form });
    await open(page, folder(context, { "years.txt": YEARS, "late.txt": LATE }), ["years.txt", "late.txt"]);
    assert.deepEqual(await told(page, "dated"), [
      "2008 | Promised | it could join",
      "5 May 2014 | Told of | The border was closed on 5 May 2014.",
      "2019 | Told of | In 2019 the two sides signed an accord.",
      "4 Jan 2024 | Said | the talks had stalled",
      "4 Apr 2025 | To come | A summit will be held in Oslo on 4 April 2025",
      "Jun 2025 | Promised | to send forty observers by June 2025",
    ]);
    assert.deepEqual(await told(page, "undated"), ["— | Promised | Ukraine two ships", "“late February” | Said | the talks would resume"]);
    assert.equal(await eachLeadsToItsWords(page, page.locator("timeline-view [data-line]")), 8);
    assert.deepEqual(troubles, []);
  });
}

test("what is not on the calendar says why; a day of the text places it", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "late.txt": LATE }), ["late.txt"]);
  const line = page.locator("timeline-view .undated .line", { hasText: "late February" });
  assert.match((await line.textContent()) ?? "", /no year is stated and there is no document date/);
  await page.locator(".tabs").getByRole("button", { name: "In this text" }).click();
  await page.locator("text-contents #date").fill("2022-03-10");
  await page.locator("text-contents #date").dispatchEvent("change");
  await settled(page, 1);
  await page.locator(".tabs").getByRole("button", { name: "Timeline" }).click();
  await page.locator("timeline-view .dated .line", { hasText: "late Feb 2022" }).waitFor();
  assert.equal(await line.count(), 0);
});

test("lanes are switched off and on; the address keeps it", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "years.txt": YEARS }), ["years.txt"]);
  const lane = page.locator("timeline-view .lanes button", { hasText: "Promised" });
  await lane.click();
  await page.locator("timeline-view .lane", { hasText: "Promised" }).first().waitFor({ state: "detached" });
  assert.equal(await lane.getAttribute("aria-pressed"), "false");
  assert.match(page.url(), /lanes=promised/);
  // With all of them off nothing is said to be missing from the texts.
  for (const name of ["Said", "Told of", "To come"]) await page.locator("timeline-view .lanes button", { hasText: name }).click();
  await page.getByText("What is on the calendar here is switched off above.").waitFor();
  for (const name of ["Said", "Told of", "Promised", "To come"]) await page.locator("timeline-view .lanes button", { hasText: name }).click();
  await page.locator("timeline-view .lane", { hasText: "Promised" }).first().waitFor();
  assert.equal((await told(page, "dated")).length, 5);
  // The plain table has the same rows.
  await page.locator("timeline-view summary").click();
  await page.locator("timeline-view tbody tr").first().waitFor();
  assert.equal(await page.locator("timeline-view tbody tr").count(), 6);
});

test("the keyboard leads along the lines, to the words and back", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "years.txt": YEARS }), ["years.txt"]);
  await page.locator("timeline-view [data-line]").first().focus();
  await page.keyboard.press("ArrowDown");
  const words = await focusedWords(page);
  assert.match(words, /2019/);
  await page.keyboard.press("Enter");
  await page.locator("live-region").getByText(/^At the words: /).waitFor();
  await page.keyboard.press("Escape");
  await focusOn(page, words);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing wrong, wide and on a phone, ${colorScheme}`, async (context) => {
    const { page } = await visit(context, { browser, settings: { colorScheme, viewport: { width: 1280, height: 800 }, bypassCSP: true } });
    await open(page, folder(context, { "years.txt": YEARS, "late.txt": LATE }), ["years.txt", "late.txt"]);
    await page.locator("timeline-view .line").nth(1).click();
    await page.locator("timeline-view summary").click();
    assert.deepEqual(await violations(page), [], "lanes, table, and what is known of a date");
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator(".screens").getByRole("button", { name: "Findings" }).click();
    assert.deepEqual(await violations(page), [], "on a phone");
    assert.ok(await page.locator(".scroll").evaluate((element) => element.scrollWidth <= element.clientWidth));
  });
}

test("a long timeline is drawn bit by bit", async (context) => {
  const { page } = await visit(context, { browser });
  const years = Array.from({ length: 230 }, (_, index) => `The bridge was closed in ${1790 + index}.`).join("\n\n");
  await open(page, folder(context, { "long.txt": years }), ["long.txt"]);
  const lines = page.locator("timeline-view .line");
  assert.equal(await lines.count(), 100);
  await page.getByRole("button", { name: "Show 100 more" }).click();
  await page.getByRole("button", { name: "Show 30 more" }).click();
  assert.equal(await lines.count(), 230);
});

test("a text without dates says so; what the view shows can be saved", async (context) => {
  const { page } = await visit(context, { browser });
  await open(page, folder(context, { "years.txt": YEARS, "bakery.txt": BAKERY }), ["years.txt", "bakery.txt"]);
  const { rows, csv, names } = await savedRows(page, "timeline-view");
  assert.deepEqual(names, ["timeline.json", "timeline.csv"]);
  assert.deepEqual(
    rows.map(({ first_day, lane }) => [first_day, lane]),
    [
      ["2008-01-01", "promised"],
      ["2019-01-01", "told"],
      ["2024-01-04", "said"],
      ["2025-04-04", "scheduled"],
      ["2025-06-01", "promised"],
      [null, "promised"],
    ],
  );
  assert.equal(csv.trimEnd().split("\r\n").length, 7);
  await page.locator("file-list .file", { hasText: "bakery" }).click();
  await page.getByText("Nothing in what is open carries a date").waitFor();
});
