// Many texts at once: the page answers while they are read, whatever view is looked at, and stops when told to.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { tasksOf } from "./tasks.mjs";
import { drop, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });
const folder = mkdtempSync(join(tmpdir(), "rapporteur-many-"));
after(() => rmSync(folder, { recursive: true }));

const PARAGRAPH = "Foreign Minister Ada Lind said on Monday that talks with the union would resume if the border opened. The ministry warned that the offer would lapse. ";
const COUNT = 250;
for (let number = 0; number < COUNT; number += 1) {
  const text = `Report ${number}\n\n${`${PARAGRAPH.repeat(4)}\n\n`.repeat(Math.ceil(20_000 / (4 * PARAGRAPH.length)))}`.slice(0, 20_000);
  writeFileSync(join(folder, `${String(number).padStart(3, "0")}.txt`), text);
}

/** How many texts are read so far. @param {Page} page */
function read(page) {
  return page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-app")).library.counts.done);
}

/** Looks at every view for a moment. @param {Page} page */
async function lookAround(page) {
  for (const tab of await page.locator(".tabs").getByRole("button").all()) {
    await tab.click();
    await page.waitForTimeout(500);
  }
}

test("250 texts of 20 kB: whatever view is looked at, the page answers within 100 ms", { timeout: 600_000 }, async (context) => {
  const { page, troubles } = await visit(context, { browser, view: "" });
  await page.waitForSelector("html[data-offline=ready]");
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  const start = Date.now();
  await drop(page, [folder]);
  await page.locator(".tabs").waitFor();
  let rounds = 0;
  for (; (await read(page)) < COUNT && Date.now() - start < 300_000; rounds += 1) await lookAround(page);
  const seconds = (Date.now() - start) / 1000;
  await lookAround(page);
  const { passed, worked, over, count } = tasksOf(await browser.stopTracing());
  const line = `250 texts of 20 kB, all views looked at ${rounds} times meanwhile: ${seconds.toFixed(1)} s, longest task ${worked.toFixed(0)} ms of work (${passed.toFixed(0)} ms passed; ${over} of ${count} took over 50 ms)`;
  context.diagnostic(line);
  assert.equal(await read(page), COUNT);
  assert.ok(count > 100 && worked < 100, line);
  assert.deepEqual(troubles, []);
});

test("what is not read yet can be left, and stays listed", async (context) => {
  const { page, troubles } = await visit(context, { browser, view: "" });
  await drop(page, [folder]);
  await page.getByRole("button", { name: "Cancel the rest" }).click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("rapporteur-app")).library.counts.open === 0);
  const { done, all } = await page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-app")).library.counts);
  assert.ok(done < COUNT, `${done} were read`);
  assert.equal(all, COUNT);
  assert.deepEqual(troubles, []);
});
