// How long it takes from the drop of some files to the last report; not a test.
//
//   node tests/www/timing.mjs [FILE...]      the seeds where none are named

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { openBrowser } from "./browser.mjs";
import { FORMS, drop, visit } from "./visit.mjs";

const SEEDS = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
const ROUNDS = 5;

const named = process.argv.slice(2);
const files = named.length > 0 ? named : existsSync(SEEDS) ? readdirSync(SEEDS).map((name) => join(SEEDS, name)) : [];
if (files.length === 0) throw new Error("name some files");

/** @type {(() => Promise<void>)[]} */
const closing = [];
const context = { after: (/** @type {() => Promise<void>} */ close) => void closing.unshift(close) };
const browser = await openBrowser(context);
for (const form of FORMS) {
  /** @type {{ last: number, drawn: number }[]} */
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page } = await visit(context, { browser, form });
    await page.evaluate((count) => {
      const { library } = /** @type {any} */ (document.querySelector("rapporteur-app"));
      const times = { drop: 0, last: 0, drawn: 0 };
      Object.assign(window, { times });
      window.addEventListener("drop", () => (times.drop = performance.now()), { capture: true });
      library.addEventListener("change", () => {
        if (times.last > 0 || library.counts.done + library.counts.failed < count) return;
        times.last = performance.now();
        requestAnimationFrame(() => setTimeout(() => (times.drawn = performance.now())));
      });
    }, files.length);
    await drop(page, files);
    await page.waitForFunction(() => /** @type {any} */ (window).times.drawn > 0, null, { timeout: 600_000 });
    const { drop: start, last, drawn } = await page.evaluate(() => /** @type {any} */ (window).times);
    times.push({ last: last - start, drawn: drawn - start });
  }
  const middle = (/** @type {"last" | "drawn"} */ what) => times.map((time) => time[what]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)].toFixed(0);
  console.log(`${form}: ${files.length} files, drop to last report ${middle("last")} ms, to the list drawn ${middle("drawn")} ms (middle of ${ROUNDS})`);
}
for (const close of closing) await close();
