// Somebody else's page with panels of ours on it: two origins, as browsers see them, without a network.

import { readFileSync } from "node:fs";
import { extname } from "node:path";

import { watchTroubles } from "./browser.mjs";

/** @import { Browser, BrowserContextOptions, Page } from "playwright-core" */
/** @import { Context } from "./browser.mjs" */

const DIST = new URL("../../www/dist/", import.meta.url);
const EMBEDDING = new URL("../../www/EMBEDDING.md", import.meta.url);

/** Where our script lies, as EMBEDDING.md writes it. */
export const CDN = "https://cdn.example";
/** The page of somebody else. */
export const HOST = "https://host.example";

/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".wasm": "application/wasm", ".js": "text/javascript", ".css": "text/css", ".txt": "text/plain" };

/** What the build wrote down: the tag that loads the script, its name and fingerprint. */
export const TAG = builtTag("js");
/** The same for the script without the compiled module. */
export const LIGHT = builtTag("light.js");

/** @param {string} ending */
function builtTag(ending) {
  const version = readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8").match(/^version = "(.+)"$/m)?.[1];
  const name = `rapporteur-${version}.${ending}`;
  const tag = readFileSync(new URL(`${name}.html`, DIST), "utf8");
  const integrity = tag.match(/integrity="([^"]+)"/)?.[1] ?? "";
  return { name, integrity, html: tag.replace('src="', `src="${CDN}/`).trim() };
}

/** A file of `www/dist`. @param {string} name */
export function built(name) {
  return readFileSync(new URL(name, DIST));
}

/**
 * The block of EMBEDDING.md with that name, ready to run.
 *
 * @param {string} name    after the language, behind the three backticks
 */
export function recipe(name) {
  const text = readFileSync(EMBEDDING, "utf8");
  const found = [...text.matchAll(/^```(\w+) ([\w-]+)\n([\s\S]*?)^```$/gm)].find(([, , block]) => block === name);
  if (found === undefined) throw new Error(`EMBEDDING.md has no block ${name}`);
  return found[3].trim().replaceAll("{integrity}", TAG.integrity).replaceAll("{integrity-light}", LIGHT.integrity);
}

/** A text for panels. */
export const TEXT =
  "<p>Foreign Minister Ada Lind said the talks would resume on 4 May 2023. “We are ready,” she told reporters.</p>" +
  "<p>The ministry warned that the offer would lapse. Analysts say it may not.</p>";

/**
 * A page of another origin than our script's.
 *
 * @param {Context} context
 * @param {Browser} browser
 * @param {object} page
 * @param {string} page.body
 * @param {string} [page.head]    besides the tag of our script
 * @param {string} [page.html]    attributes of the root
 * @param {string} [page.policy]
 * @param {Record<string, string | Buffer>} [page.files]    what else lies on that origin, by path
 * @param {Record<string, string | Buffer>} [page.cdn]    what the other origin has in place of what was built
 * @param {boolean} [page.tag]    whether our script is in the head
 * @param {BrowserContextOptions} [page.settings]
 * @param {(page: Page) => Promise<unknown>} [page.before]
 */
export async function hostPage(context, browser, { body, head = "", html = 'lang="en"', policy, files = {}, cdn = {}, tag = true, settings, before }) {
  const session = await browser.newContext(settings);
  context.after(() => session.close());
  const page = await session.newPage();
  const troubles = watchTroubles(page);
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  await session.route("**", (route) => {
    const url = new URL(route.request().url());
    requests.push(url.href);
    const path = decodeURIComponent(url.pathname.slice(1));
    const contentType = TYPES[extname(path)] ?? "text/html";
    if (url.origin === CDN) return route.fulfill({ body: cdn[path] ?? built(path), contentType, headers: { "Access-Control-Allow-Origin": "*" } });
    if (path in files) return route.fulfill({ body: files[path], contentType });
    if (path !== "") return route.fulfill({ status: 404 });
    const page = `<!doctype html><html ${html}><head><meta charset="utf-8"><title>A page</title>${tag ? TAG.html : ""}${head}</head><body>${body}</body></html>`;
    return route.fulfill({ body: page, contentType, headers: policy === undefined ? {} : { "Content-Security-Policy": policy } });
  });
  await before?.(page);
  await page.goto(`${HOST}/`);
  return { page, troubles, requests, said };
}

/**
 * What the panels of a page have read, when all of it is.
 *
 * @param {Page} page
 * @param {number} [count]    how many texts there are in each
 */
export async function read(page, count = 1) {
  await page.waitForFunction(
    (count) => {
      const panels = /** @type {any[]} */ ([...document.querySelectorAll("rapporteur-panel")]);
      const open = (/** @type {any} */ { state }) => state === "waiting" || state === "reading";
      return panels.length > 0 && panels.every(({ result }) => result?.length === count && !result.some(open));
    },
    count,
    { timeout: 60_000 },
  );
  return page.evaluate(() => /** @type {any[]} */ ([...document.querySelectorAll("rapporteur-panel")]).map(({ result }) => result));
}

/** What `rapporteur-ready` tells, once it does; set up before the page is opened. @param {Page} page */
export const watchEvents = (page) =>
  page.addInitScript(() => {
    const told = /** @type {[string, any][]} */ ([]);
    Object.assign(window, { told });
    for (const name of ["ready", "progress", "result", "select", "error"]) {
      addEventListener(`rapporteur-${name}`, (event) => told.push([name, /** @type {CustomEvent} */ (event).detail]));
    }
  });

/**
 * The details of the events of a name.
 *
 * @param {Page} page
 * @param {string} name
 */
export async function told(page, name) {
  await page.waitForFunction((name) => /** @type {any} */ (window).told.some((/** @type {any[]} */ event) => event[0] === name), name);
  const all = await page.evaluate(() => /** @type {[string, any][]} */ (/** @type {any} */ (window).told));
  return all.filter((event) => event[0] === name).map((event) => event[1]);
}
