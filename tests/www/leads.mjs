// What the tests of the views share: whether a line leads to its words, what has the focus, what a view saves.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** @import { Locator, Page } from "playwright-core" */

/**
 * Clicks every line and looks whether the words that it leads to are the ones marked, and have the focus.
 *
 * @param {Page} page
 * @param {Locator} lines
 * @returns {Promise<number>}   how many there are
 */
export async function eachLeadsToItsWords(page, lines) {
  const count = await lines.count();
  for (let index = 0; index < count; index += 1) {
    await lines.nth(index).click();
    const { expected, shown, focused } = await page.evaluate(async () => {
      await new Promise((drawn) => {
        requestAnimationFrame(() => setTimeout(drawn, 20));
      });
      const app = /** @type {any} */ (document.querySelector("rapporteur-app"));
      const { entry, ranges } = app.desk.passage;
      const reader = app.shadowRoot.querySelector("text-reader").shadowRoot;
      const here = [...reader.querySelectorAll(".here")];
      return {
        expected: ranges.map((/** @type {any} */ range) => entry.reading.text.slice(range.start, range.end)).join(""),
        shown: here.map((element) => element.textContent).join(""),
        focused: reader.activeElement === here[0],
      };
    });
    assert.equal(shown, expected);
    assert.ok(expected.length > 0 && focused, expected);
  }
  return count;
}

/** What has the focus. @param {Page} page @returns {Promise<string>} its words */
export function focusedWords(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element?.textContent ?? "").trim().replace(/\s+/g, " ");
  });
}

/** Waits until something with these words has the focus. @param {Page} page @param {string} words */
export async function focusOn(page, words) {
  await page.waitForFunction((words) => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return (element?.textContent ?? "").trim().replace(/\s+/g, " ").includes(words);
  }, words);
}

/**
 * The rows that a view saves, from both forms.
 *
 * @param {Page} page
 * @param {string} view    the element's name
 * @returns {Promise<{ rows: Record<string, unknown>[], csv: string, names: string[] }>}
 */
export async function savedRows(page, view) {
  const save = async (/** @type {string} */ form) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(view).getByRole("button", { name: form, exact: true }).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  };
  const [json, csv] = [await save("JSON"), await save("CSV")];
  return { rows: JSON.parse(json.text), csv: csv.text, names: [json.name, csv.name] };
}
