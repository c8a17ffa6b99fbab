// What the tests of the views share: a view with texts, whether a line leads to its words, what has the focus, what a view saves.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { drop, settled } from "./visit.mjs";

/** @import { Locator, Page } from "playwright-core" */

/**
 * Drops texts and goes to a view of them.
 *
 * @param {Page} page
 * @param {string} name    of the view, as its tab says it
 * @param {string} path    of the folder
 * @param {string[]} names    of the files
 */
export async function openView(page, name, path, names) {
  await drop(page, names.map((file) => join(path, file)));
  await settled(page, names.length);
  await page.locator(".tabs").getByRole("button", { name }).click();
  await page.locator(`${name.toLowerCase()}-view`).waitFor();
}

/**
 * Clicks every line and looks whether the words that it leads to are the ones marked, are in sight, and have the focus.
 *
 * @param {Page} page
 * @param {Locator} lines
 * @returns {Promise<number>}   how many there are
 */
export async function eachLeadsToItsWords(page, lines) {
  const count = await lines.count();
  for (let index = 0; index < count; index += 1) {
    await lines.nth(index).click();
    const { expected, shown, visible, focused } = await page.evaluate(async () => {
      await new Promise((drawn) => {
        requestAnimationFrame(() => setTimeout(drawn, 20));
      });
      const app = /** @type {any} */ (document.querySelector("rapporteur-app"));
      const { entry, ranges } = app.desk.passage;
      const reader = app.shadowRoot.querySelector("text-reader").shadowRoot;
      const here = [...reader.querySelectorAll(".here")];
      const box = here[0].getBoundingClientRect();
      const frame = reader.querySelector(".text").getBoundingClientRect();
      return {
        expected: ranges.map((/** @type {any} */ range) => entry.reading.text.slice(range.start, range.end)).join(""),
        shown: here.map((element) => element.textContent).join(""),
        visible: box.top >= frame.top && box.top < frame.bottom && box.height > 0,
        focused: reader.activeElement === here[0],
      };
    });
    assert.equal(shown, expected);
    assert.ok(expected.length > 0 && visible, `in sight: ${expected}`);
    assert.ok(focused, `has the focus: ${expected}`);
  }
  return count;
}

/** What has the focus: its words, its name where that is another, its classes. @param {Page} page */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const words = (element?.textContent ?? "").trim().replace(/\s+/g, " ");
    return { words, name: element?.getAttribute("aria-label") ?? words, classes: element?.className ?? "" };
  });
}

/** @param {Page} page @returns {Promise<string>} the words of what has the focus */
export async function focusedWords(page) {
  return (await focused(page)).words;
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
