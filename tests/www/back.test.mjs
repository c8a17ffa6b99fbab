// The browser's own way back and forward: from the text to the findings on a phone, from view to view, from a text to all of them; never off the page before
// the steps on it are gone back.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { readExample, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

/** Where the reader is: the view, the place, the text that is open. @param {Page} page */
const where = (page) =>
  page.evaluate(() => {
    const { desk, library } = /** @type {any} */ (document.querySelector("rapporteur-app"));
    return [desk.view, desk.place, library.entries.indexOf(desk.entry)].join(" ");
  });

test("back leads from view to view and from a text to all of them, forward there again", async (context) => {
  const { page } = await visit(context, { browser, view: "" });
  await readExample(page);
  await page.getByRole("button", { name: "Statements", exact: true }).click();
  await page.locator("file-list .file").nth(2).click();
  await page.getByRole("button", { name: "Sourcing", exact: true }).click();
  await page.goBack();
  assert.equal(await where(page), "statements view 1");
  await page.goBack();
  assert.equal(await where(page), "statements view -1");
  await page.goBack();
  assert.equal(await where(page), "brief view -1");
  await page.goForward();
  await page.goForward();
  assert.equal(await where(page), "statements view 1");
});

test("on a phone back leads from the words to the line that led there, and the texts stay open", async (context) => {
  const { page } = await visit(context, { browser, view: "statements", settings: { viewport: { width: 390, height: 844 } } });
  await readExample(page);
  await page.locator("statement-list .line").first().click();
  assert.equal(await where(page), "statements text -1");
  await page.goBack();
  assert.equal(await where(page), "statements view -1");
  await page.locator("statement-list .line").first().waitFor();
  const rows = await page.locator(".tabs button").evaluateAll((all) => new Set(all.map((tab) => tab.getBoundingClientRect().y)).size);
  assert.equal(rows, 2, "rows of tabs");
  await page.goForward();
  assert.equal(await where(page), "statements text -1");
});

test("on a phone the words gone to are in sight beside what is known of them", async (context) => {
  const { page } = await visit(context, { browser, view: "statements", settings: { viewport: { width: 390, height: 844 } } });
  await readExample(page);
  for (const index of [3, 6, 9]) {
    await page.locator("statement-list .line").nth(index).click();
    await page.locator("text-reader .here").first().waitFor();
    await page.waitForTimeout(100);
    const hidden = await page.locator("text-reader").evaluate((reader) => {
      const box = reader.shadowRoot?.querySelector(".text")?.getBoundingClientRect();
      const here = reader.shadowRoot?.querySelector(".here")?.getBoundingClientRect();
      return box === undefined || here === undefined || here.top < box.top || here.top > box.bottom - 10;
    });
    assert.equal(hidden, false, `statement ${index}`);
    await page.goBack();
  }
});

test("typing a search, choosing filters and going to words beside the findings are no steps", async (context) => {
  const { page } = await visit(context, { browser, view: "statements" });
  await readExample(page);
  const steps = () => page.evaluate(() => history.length);
  const before = await steps();
  await page.getByRole("searchbox").fill("talks");
  await page.locator("statement-list .line").first().click();
  assert.equal(await steps(), before);
});

test("an address with a view that there is not shows the first one, and says so", async (context) => {
  const { page } = await visit(context, { browser, view: "nonsense" });
  await readExample(page);
  assert.deepEqual(await page.locator(".tabs [aria-current=page]").allTextContents(), ["Brief"]);
});

test("the rows of tabs stay as they are, whichever view is chosen", async (context) => {
  const { page } = await visit(context, { browser, view: "" });
  await readExample(page);
  const tabs = page.locator(".tabs button");
  const places = () => tabs.evaluateAll((all) => all.map((tab) => [tab.getBoundingClientRect().x, tab.getBoundingClientRect().y]));
  const first = await places();
  for (let index = 0; index < first.length; index += 1) {
    await tabs.nth(index).click();
    assert.deepEqual(await places(), first);
  }
});
