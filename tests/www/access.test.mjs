// The page for everybody: by keyboard, by screen reader, on a phone, in the dark.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { violations } from "./axe.mjs";
import { openBrowser } from "./browser.mjs";
import { focusOn, focused } from "./leads.mjs";
import { readExample, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });
for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing wrong with any view, ${colorScheme}`, async (context) => {
    const settings = { colorScheme, viewport: { width: 1280, height: 800 }, bypassCSP: true };
    const { page } = await visit(context, { browser, settings });
    assert.deepEqual(await violations(page), [], "empty");
    await page.getByRole("button", { name: "Try the example" }).click();
    await page.setInputFiles("#files", { name: "picture.txt", mimeType: "text/plain", buffer: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1") });
    await settled(page, 7);
    await page.locator("statement-list .line").first().click();
    assert.deepEqual(await violations(page), [], "statements and text");
    for (const view of ["Positions", "Commitments", "Timeline"]) {
      await page.locator(".tabs").getByRole("button", { name: view }).click();
      await page.locator(`${view.toLowerCase()}-view [data-line]`).first().waitFor();
      assert.deepEqual(await violations(page), [], view);
    }
    await page.locator(".tabs").getByRole("button", { name: "Sourcing" }).click();
    await page.locator("sourcing-view summary").first().click();
    assert.deepEqual(await violations(page), [], "sourcing");
    await page.getByRole("button", { name: "In this text" }).click();
    assert.deepEqual(await violations(page), [], "contents");
    await page.getByRole("button", { name: "Save" }).first().click();
    assert.deepEqual(await violations(page), [], "saving");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Help" }).click();
    assert.deepEqual(await violations(page), [], "help");
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 390, height: 844 });
    for (const screen of ["Texts", "Findings", "Text"]) {
      await page.locator(".screens").getByRole("button", { name: screen, exact: true }).click();
      assert.deepEqual(await violations(page), [], `narrow: ${screen}`);
    }
  });
}

/**
 * Presses Tab until something with these words has the focus.
 *
 * @param {Page} page
 * @param {RegExp} words
 */
async function tabTo(page, words) {
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    if (words.test((await focused(page)).name)) return;
  }
  assert.fail(`Tab does not lead to ${words}`);
}

test("everything can be done with the keyboard alone", async (context) => {
  const { page } = await visit(context, { browser });
  await tabTo(page, /^Try the example$/);
  await page.keyboard.press("Enter");
  await settled(page, 6);

  await page.keyboard.press("Control+k");
  assert.equal((await focused(page)).name, "Search statements");
  await page.keyboard.press("ArrowDown");
  const first = await focused(page);
  assert.match(first.classes, /line/);
  await page.keyboard.press("ArrowDown");
  const second = await focused(page);
  assert.notEqual(second.words, first.words);
  // The words are drawn a frame or two later; they never come if moving along does not show them.
  await page.locator("text-reader .here").first().waitFor({ state: "attached" });

  await page.keyboard.press("Enter");
  await page.locator("live-region").getByText(/^At the words: /).waitFor();
  assert.match((await focused(page)).classes, /here/, "Enter goes to the words");
  await page.keyboard.press("Escape");
  await focusOn(page, second.words);

  await page.keyboard.press("?");
  await page.getByRole("heading", { name: "Keys, privacy, settings" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Keys, privacy, settings" }).waitFor({ state: "hidden" });
});

test("on a phone there are three screens with a way back, and nothing is wider than the screen", async (context) => {
  const settings = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
  const { page } = await visit(context, { browser, settings });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  assert.ok(await fits());
  await readExample(page);
  await page.locator("statement-list").waitFor();
  assert.ok(!(await page.locator("text-reader").isVisible()));
  assert.ok(await fits());
  await page.locator("statement-list .line").first().tap();
  await page.locator("text-reader .here").first().waitFor();
  assert.ok(await fits());
  await page.getByRole("button", { name: "Back" }).tap();
  await page.locator("statement-list").waitFor();
  await page.locator(".screens").getByRole("button", { name: "Texts" }).tap();
  await page.locator("file-list").waitFor();
  assert.ok(await fits());
});

test("how a statement was found is folded away, and a key opens it", async (context) => {
  const { page } = await visit(context, { browser });
  await readExample(page);
  await page.locator("statement-list .line").first().click();
  const why = page.locator("evidence-card details code");
  await why.waitFor({ state: "attached" });
  assert.ok(!(await why.isVisible()));
  await page.getByRole("button", { name: "Copy with citation" }).focus();
  await tabTo(page, /^How it was found$/);
  await page.keyboard.press("Enter");
  assert.ok(await why.isVisible());
});

test("on a phone a notice covers no text", async (context) => {
  const settings = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page } = await visit(context, { browser, settings });
  await readExample(page);
  await page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-app")).notify({ text: "Done with it.", stay: true }));
  const notice = await page.locator("notice-bar li", { hasText: "Done with it." }).boundingBox();
  const list = await page.locator("main .scroll").boundingBox();
  const screens = await page.locator(".screens").boundingBox();
  assert.ok(notice !== null && list !== null && screens !== null);
  assert.ok(list.y + list.height <= notice.y, "below the list");
  assert.ok(notice.y + notice.height <= screens.y, "above the screens");
  assert.ok(screens.y + screens.height <= 844, "in sight");
});
