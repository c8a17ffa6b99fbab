// How long the page takes to be there: on this machine's own link, and on slower ones. Part of `make bench`.
//
//   node benches/web/load.mjs [--rounds 3]
//
// The files come packed with brotli, as a server for the public would send them; each round is a browser that has never seen
// the page. The links are those that Lighthouse names; the browser itself slows them down.

import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync } from "node:zlib";

import { CONTENT_TYPES } from "../../scripts/serve.mjs";
import { SITE, openBrowser } from "../../tests/www/browser.mjs";

/** @import { Browser } from "playwright-core" */

/** @typedef {{ painted: number, ready: number, kept: number }} Times */

/** Round trips in milliseconds, speeds in bits a second. */
const LINKS = [
  { name: "this machine", trip: 0, down: 0 },
  { name: "fast 4G (9 Mbit/s, 60 ms)", trip: 60, down: 9e6 },
  { name: "slow 4G (1.6 Mbit/s, 150 ms)", trip: 150, down: 1.6e6 },
];

const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });
const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 0);

/** @type {(() => Promise<void>)[]} */
const closers = [];
try {
  const browser = await openBrowser({ after: (close) => void closers.push(close) });
  const url = await servePacked();
  for (const link of LINKS) {
    /** @type {Times[]} */
    const times = [];
    for (let round = 0; round < rounds; round += 1) times.push(await open(browser, url, link));
    const middle = (/** @type {keyof Times} */ what) => Math.round(times.map((time) => time[what]).sort((a, b) => a - b)[Math.floor(rounds / 2)]);
    console.log(`${link.name}: first words after ${middle("painted")} ms, ready for texts after ${middle("ready")} ms, everything kept for offline after ${middle("kept")} ms (middle of ${rounds})`);
  }
} catch (error) {
  console.error(`load: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  for (const close of closers.reverse()) await close();
}

/** The address of a server that has the built page packed. @returns {Promise<string>} */
async function servePacked() {
  /** @type {Map<string, Buffer>} */
  const packed = new Map();
  for (const name of await readdir(SITE)) packed.set(`/${name}`, brotliCompressSync(await readFile(join(SITE, name))));
  const server = createServer((request, response) => {
    const path = request.url === "/" ? "/index.html" : (request.url ?? "");
    const body = packed.get(path);
    if (body === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": CONTENT_TYPES[extname(path)] ?? "application/octet-stream", "Content-Encoding": "br", "Content-Length": body.length }).end(body);
  });
  await new Promise((done) => {
    server.listen(0, "127.0.0.1", () => done(undefined));
  });
  closers.push(async () => void server.close());
  server.unref();
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}/`;
}

/**
 * When a page that was never open shows its first words, takes texts, and has all of its files; in milliseconds from the request for it.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {typeof LINKS[0]} link
 * @returns {Promise<Times>}
 */
async function open(browser, url, { trip, down }) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    if (down > 0) {
      const session = await context.newCDPSession(page);
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", { offline: false, latency: trip, downloadThroughput: down / 8, uploadThroughput: down / 8 });
    }
    await page.addInitScript(() => {
      /** @type {Record<string, number>} */
      const times = {};
      Object.assign(window, { times });
      new MutationObserver(() => {
        const { ready, offline } = document.documentElement.dataset;
        if (ready === "true") times.ready ??= performance.now();
        if (offline === "ready") times.kept ??= performance.now();
      }).observe(document, { attributes: true, subtree: true });
    });
    await page.goto(url);
    await page.waitForSelector("html[data-ready][data-offline=ready]", { timeout: 120_000 });
    return await page.evaluate(() => {
      const { ready, kept } = /** @type {any} */ (window).times;
      return { painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN, ready, kept };
    });
  } finally {
    await context.close();
  }
}
