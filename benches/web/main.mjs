// How fast the grammar of a text is read in a browser, beside what others read there. Part of `make bench`.
//
//   node benches/web/main.mjs [--rounds 3] [FOLDER]
//
// One headless Chromium, one worker each, the same text of 1 MB (all .txt files of FOLDER, or the samples, over and
// over). The contestants take turns, so that whatever else the machine does falls on all of them: ratios are what
// counts. Then 10 MB are read, to see whether the cost of a token grows with the text.

import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";

import { openBrowser, servePage } from "../../tests/www/browser.mjs";
import { ENTRIES, YARDSTICK, bundle, weigh } from "./contest.mjs";
import { repeated, sample } from "./texts.mjs";

/** @import { Page } from "playwright-core" */
/** @import { Answer } from "./contestant.mjs" */

const MEGABYTE = 1_000_000;
/** Fresh workers that are timed from their start to their first text. */
const STARTS = 3;

/** @type {(() => Promise<void>)[]} */
const closers = [];
const context = { after: (/** @type {() => Promise<void>} */ close) => void closers.push(close) };

try {
  await main();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  for (const close of closers.reverse()) await close();
}

async function main() {
  const { values, positionals } = parseArgs({ options: { rounds: { type: "string", default: "3" } }, allowPositionals: true });
  const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 0);
  const folder = positionals[0] === undefined ? undefined : new URL(`${pathToFileURL(positionals[0]).href}/`);
  const words = await sample(folder);
  const text = repeated(words, MEGABYTE);
  const bundles = await bundle();
  const page = await open(bundles);

  const ready = await starts(page);
  /** @type {Answer[][]} */
  const answers = ENTRIES.map(() => []);
  await lend(page, "text", text);
  // A first round on less is for the browser's compilers.
  await lend(page, "short", repeated(words, MEGABYTE / 5));
  for (const [index] of ENTRIES.entries()) await ask(page, index, "short");
  for (let round = 0; round < rounds; round += 1) {
    for (const [index] of ENTRIES.entries()) answers[index].push(await ask(page, index, "text"));
  }
  const memory = await memoryOf(page);

  console.log(`\nThe grammar of a text in Chromium, ${rounds} rounds in turn, one worker each; ${words.length} characters, repeated to 1 MB\n`);
  const yardstick = ENTRIES.findIndex(({ name }) => name === YARDSTICK);
  for (const [index, entry] of ENTRIES.entries()) {
    const list = answers[index];
    const [{ tokens, sentences, others = {} }] = list;
    const speed = spread(list.map((answer) => tokens / total(answer)));
    const alone = spread(list.map((answer) => tokens / answer.analysis));
    // Against the same round, so that a slow moment of the machine is in both.
    const texts = list.map((answer, round) => total(answers[yardstick][round]) / total(answer));
    const perText = spread(texts);
    const perToken = spread(texts.map((times, round) => (times * tokens) / answers[yardstick][round].tokens));
    const { raw, brotli } = await weigh(entry, bundles);
    const found = Object.entries({ tokens, sentences, ...others }).map(([what, count]) => `${count} ${what}`);
    const own = list.at(-1)?.memory;
    line(entry.name, entry.reads);
    line("", `found              ${found.join(", ")}`);
    line("", `tokens per second  ${thousands(speed)}; without handing over ${thousands(alone)}`);
    line("", `against ${YARDSTICK}   ${ratio(perToken)} in tokens per second, ${ratio(perText)} in text per second`);
    line("", `memory             ${mega(memory[index])} held with the result${own ? `; ${mega(own)} of WebAssembly memory at its peak` : ""}`);
    line("", `shipped            ${kilo(raw)}, brotli ${kilo(brotli)}`);
    line("", `time to ready      ${Math.round(spread(ready[index]).median)} ms, the first sentence included`);
  }
  console.log("\nHeld: performance.measureUserAgentSpecificMemory(), the worker's share, with the result of 1 MB alive; WebAssembly memory comes on top.");
  await linear(page, words);
}

/**
 * Cost of a token in ten megabytes against one, in turn.
 *
 * @param {Page} page
 * @param {string} words
 */
async function linear(page, words) {
  await lend(page, "long", repeated(words, 10 * MEGABYTE));
  /** @type {{ text: number[], long: number[] }} */
  const costs = { text: [], long: [] };
  let memory = null;
  for (const name of /** @type {const} */ (["text", "long", "text"])) {
    const answer = await ask(page, 0, name);
    costs[name].push(total(answer) / answer.tokens);
    memory = answer.memory;
  }
  const [short, long] = [spread(costs.text).median, spread(costs.long).median];
  console.log(
    `Cost per token: ${(short * 1000).toFixed(2)} µs in 1 MB, ${(long * 1000).toFixed(2)} µs in 10 MB, ` +
      `${(long / short).toFixed(2)} times; WebAssembly memory then ${mega(memory ?? 0)}.`,
  );
}

/** An empty page of the contestants' origin, isolated, since only such a page may measure memory. @param {string} folder */
async function open(folder) {
  const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
  const site = await servePage(context, { folder, headers });
  // Otherwise memory is measured when the browser next collects garbage, which may take a minute.
  const browser = await openBrowser(context, { args: ["--enable-blink-features=ForceEagerMeasureMemory"] });
  const page = await browser.newPage();
  await page.route(site.url, (route) =>
    route.fulfill({ contentType: "text/html", headers, body: '<!doctype html><link rel="icon" href="data:,">' }),
  );
  await page.goto(site.url);
  await page.evaluate(() => {
    const bench = {
      workers: /** @type {Worker[]} */ ([]),
      texts: /** @type {Record<string, string>} */ ({}),
      /** @param {Worker} worker @param {string | null} text */
      ask: (worker, text) =>
        new Promise((resolve, reject) => {
          worker.onmessage = ({ data }) => (data.error ? reject(new Error(data.error)) : resolve(data.answer));
          worker.onerror = (event) => reject(new Error(event.message));
          worker.postMessage(text);
        }),
    };
    Object.assign(globalThis, { bench });
  });
  return page;
}

/**
 * Starts each contestant several times, in turn; the last worker stays.
 *
 * @param {Page} page
 * @returns {Promise<number[][]>}   milliseconds from starting a worker to its first answer
 */
async function starts(page) {
  /** @type {number[][]} */
  const times = ENTRIES.map(() => []);
  for (let start = 0; start < STARTS; start += 1) {
    for (const [index, { script }] of ENTRIES.entries()) {
      const time = await page.evaluate(
        async ({ index, script }) => {
          const { bench } = /** @type {any} */ (globalThis);
          bench.workers[index]?.terminate();
          const start = performance.now();
          bench.workers[index] = new Worker(`${script}.js`, { type: "module" });
          await bench.ask(bench.workers[index], null);
          return performance.now() - start;
        },
        { index, script },
      );
      times[index].push(time);
    }
  }
  return times;
}

/** @param {Page} page @param {string} name @param {string} text */
async function lend(page, name, text) {
  await page.evaluate(({ name, text }) => void (/** @type {any} */ (globalThis).bench.texts[name] = text), { name, text });
}

/** @param {Page} page @param {number} index @param {string} name @returns {Promise<Answer>} */
function ask(page, index, name) {
  return page.evaluate(({ index, name }) => {
    const { bench } = /** @type {any} */ (globalThis);
    return bench.ask(bench.workers[index], bench.texts[name]);
  }, { index, name });
}

/** What each worker holds, in bytes. @param {Page} page */
async function memoryOf(page) {
  /** @type {{ bytes: number, attribution: { url: string }[] }[]} */
  const parts = await page.evaluate(async () => {
    const { breakdown } = await /** @type {any} */ (performance).measureUserAgentSpecificMemory();
    return breakdown;
  });
  return ENTRIES.map(({ script }) => {
    const own = parts.filter(({ attribution }) => attribution.some(({ url }) => url.endsWith(`/${script}.js`)));
    return own.reduce((sum, { bytes }) => sum + bytes, 0);
  });
}

/** Milliseconds. @param {Answer} answer */
function total({ analysis, handingOver }) {
  return analysis + handingOver;
}

/** @param {number[]} values */
function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
  return { median, least: sorted[0], most: sorted[sorted.length - 1] };
}

/** @param {string} name @param {string} words */
function line(name, words) {
  console.log(`${name.padEnd(16)}${words}`);
}

/** Per millisecond in, per second out. @param {{ median: number, least: number, most: number }} speed */
function thousands({ median, least, most }) {
  const k = (/** @type {number} */ value) => `${Math.round(value)}k`;
  return `${k(median)} (${k(least)} to ${k(most)})`;
}

/** @param {{ median: number, least: number, most: number }} spread */
function ratio({ median, least, most }) {
  return `${median.toFixed(2)} times (${least.toFixed(2)} to ${most.toFixed(2)})`;
}

/** @param {number} bytes */
function mega(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** @param {number} bytes */
function kilo(bytes) {
  return `${(bytes / 1e3).toFixed(0)} kB`;
}
