// What the tests of the page share: a real, headless Chromium, and the page served as a visitor gets it.
//
//     import { test } from "node:test";
//     import { openBrowser, servePage } from "./browser.mjs";
//
//     test("…", async (context) => {
//       const site = await servePage(context);
//       const page = await (await openBrowser(context)).newPage();
//       await page.goto(site.url);
//     });
//
// Whatever is opened with a test's context is closed when that test ends, also when it fails.

import { access } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

import { findBrowser } from "../../scripts/browsers.mjs";
import { serve } from "../../scripts/serve.mjs";

/** @import { Browser, Page } from "playwright-core" */
/** @import { Site } from "../../scripts/serve.mjs" */
/** @typedef {{ after(close: () => Promise<void>): void }} Context   a test's context, or `{ after }` of node:test */

/** The folder that the page is built into. */
export const SITE = fileURLToPath(new URL("../../www/dist/site/", import.meta.url));

/** The page as one file. */
export const SINGLE_FILE = fileURLToPath(new URL("../../www/dist/rapporteur.html", import.meta.url));

const ARGUMENTS = [
  // A test machine often is a container, where Chromium's own cannot be set up; it opens our page only.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  // Nothing but the page may use the network: its requests are counted.
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A browser without a window.
 *
 * @param {Context} context
 * @param {object} [options]
 * @param {string[]} [options.args]   what Chromium is told besides
 * @returns {Promise<Browser>}
 */
export async function openBrowser(context, { args = [] } = {}) {
  const executablePath = findBrowser("chromium");
  if (executablePath === null) throw new Error("no Chromium: run `make chromium`");
  const browser = await chromium.launch({ executablePath, args: [...ARGUMENTS, ...args] });
  context.after(() => browser.close());
  return browser;
}

/**
 * The page, built before, at an address of its own.
 *
 * @param {Context} context
 * @param {object} [options]
 * @param {string} [options.folder]                    another one than the page's
 * @param {Record<string, string>} [options.headers]   sent with every answer
 * @returns {Promise<Site>}
 */
export async function servePage(context, { folder = SITE, headers } = {}) {
  await access(folder).catch(() => {
    throw new Error(`${folder} is missing: run \`make build\` first`);
  });
  const site = await serve(folder, { headers });
  context.after(() => site.close());
  return site;
}

/**
 * Writes down what goes wrong in a page from now on: errors on its console, exceptions that nobody caught,
 * requests that failed. A test ends with `assert.deepEqual(troubles, [])`.
 *
 * @param {Page} page
 * @returns {string[]}
 */
export function watchTroubles(page) {
  /** @type {string[]} */
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(`exception: ${error.message}`));
  page.on("requestfailed", (request) => {
    troubles.push(`request: ${request.url()} ${request.failure()?.errorText ?? ""}`);
  });
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  return troubles;
}

/**
 * Writes down every request that the page and its workers make from now on.
 *
 * @param {Page} page
 * @returns {string[]}
 */
export function watchRequests(page) {
  /** @type {string[]} */
  const urls = [];
  page.context().on("request", (request) => urls.push(request.url()));
  return urls;
}
