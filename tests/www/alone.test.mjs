// The text read by itself: what was looked at before is there again afterwards, as it was.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { TEXT, hostPage, read } from "./host-page.mjs";
import { focused } from "./leads.mjs";
import { readExample, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });

/** @param {Page} page */
const current = (page) => page.locator('.tabs [aria-current="page"]').textContent();

test("who has read the text alone comes back to the view that was open, at the same lines", async (context) => {
  const { page, troubles } = await visit(context, { browser, settings: { viewport: { width: 1280, height: 700 } }, view: "" });
  await readExample(page);
  for (const name of ["Timeline", "Commitments"]) {
    await page.locator(".tabs").getByRole("button", { name }).click();
    const line = page.locator(`${name.toLowerCase()}-view .line`).nth(12);
    await line.scrollIntoViewIfNeeded();
    await line.click();
    const scrolled = () => page.locator("main .scroll").evaluate((scroll) => scroll.scrollTop);
    const before = await scrolled();
    assert.ok(before > 0);
    await page.getByRole("button", { name: "Read alone" }).click();
    await line.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Show findings" }).click();
    await line.waitFor();
    assert.equal(await current(page), name);
    assert.ok(Math.abs((await scrolled()) - before) < 2, `${await scrolled()}, ${before} before`);
    assert.equal(await line.getAttribute("aria-current"), "true");
    await page.getByRole("button", { name: "Read alone" }).click();
    await page.keyboard.press("Escape");
    await line.waitFor();
    assert.equal(await current(page), name, "Escape leads back too");
    await page.locator("text-reader").getByRole("button", { name: "Read alone" }).click();
    await line.waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await line.waitFor();
    assert.match((await focused(page)).classes, /line/, "and to the line that led there");
  }
  assert.deepEqual(troubles, []);
});

test("a panel gives the view back too, and by Escape the line", async (context) => {
  const { page } = await hostPage(context, browser, { body: `<rapporteur-panel>${TEXT}</rapporteur-panel>`, settings: { viewport: { width: 1280, height: 800 } } });
  await read(page);
  await page.getByRole("button", { name: "Timeline" }).click();
  const line = page.locator("rapporteur-timeline-view .line").first();
  await line.click();
  await page.getByRole("button", { name: "Read alone" }).click();
  await line.waitFor({ state: "hidden" });
  await page.keyboard.press("Escape");
  await line.waitFor();
  await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.localName === "rapporteur-timeline-view");
  assert.match((await focused(page)).classes, /line/);
});

test("an address that asks for the text alone has the brief behind it", async (context) => {
  const { page } = await visit(context, { browser, view: "reader" });
  await readExample(page);
  await page.locator("text-reader article").waitFor();
  assert.ok(!(await page.locator("brief-view").isVisible()));
  await page.getByRole("button", { name: "Show findings" }).click();
  await page.locator("brief-view").waitFor();
  assert.equal(await current(page), "Brief");
});
