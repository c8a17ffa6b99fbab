// Nothing leaves the page: no request after it is loaded, none at all from the single file, and it works with the network gone.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { appendFileSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { SINGLE_FILE, SITE, openBrowser, watchRequests } from "./browser.mjs";
import { TEXTS, drop, folder, missing, saved, settled, visit } from "./visit.mjs";

const browser = await openBrowser({ after });

const PAGE = "<html><head><title>Talks</title></head><body><article><p>The envoy said that talks would resume.</p></article></body></html>";
const FILES = { ...TEXTS, "saved.html": PAGE, "late.txt": `<!--${" saved ".repeat(2000)}-->\n<!doctype html>${PAGE}` };

/**
 * Everything that a visitor does with texts.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} path
 */
async function work(page, path) {
  await drop(page, Object.keys(FILES).map((name) => join(path, name)));
  const found = await settled(page, Object.keys(FILES).length);
  assert.ok(found.every(({ state }) => state === "done"), JSON.stringify(found));
  await page.locator("statement-list .line").first().click();
  await page.getByRole("button", { name: "In this text" }).click();
  await saved(page, { which: "all", format: "json", unit: "chars" });
}

test("once it is ready to work offline the page asks for nothing more, web pages included", async (context) => {
  const { page, site } = await visit(context, { browser });
  await page.waitForSelector("html[data-offline=ready]");
  const asked = watchRequests(page);
  const before = site?.requests.length;
  await work(page, folder(context, FILES));
  // Now and then the browser itself looks whether there is a newer service worker; the page has no hand in that.
  assert.deepEqual(site?.requests.slice(before).filter((path) => path !== "/sw.js"), []);
  assert.deepEqual(asked.filter((url) => !url.startsWith("blob:") && !url.startsWith(site?.url ?? "-")), []);
});

test("the page opens and reads again with the network gone", async (context) => {
  const { page, site, session } = await visit(context, { browser });
  await page.waitForSelector("html[data-offline=ready]");
  await page.getByText("Ready to work offline").first().waitFor();
  await session.setOffline(true);
  await site?.close();
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await work(page, folder(context, FILES));
  assert.deepEqual(await missing(page), [], "the language model was kept too");
});

test("a newer page waits until the reader wants it", async (context) => {
  const copy = folder(context, {});
  cpSync(SITE, copy, { recursive: true });
  const { page } = await visit(context, { browser, folder: copy });
  await page.waitForSelector("html[data-offline=ready]");
  appendFileSync(join(copy, "sw.js"), "\n// newer\n");
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  await page.getByText("Update available").first().waitFor();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Reload" }).click()]);
  await page.waitForSelector("html[data-ready]");
});

test("a newer page takes over what has not changed, without fetching it again", async (context) => {
  const copy = folder(context, {});
  cpSync(SITE, copy, { recursive: true });
  const { page, site, session } = await visit(context, { browser, folder: copy });
  await page.waitForSelector("html[data-offline=ready]");
  const worker = join(copy, "sw.js");
  const newer = readFileSync(worker, "utf8").replace(/version:"[0-9a-f]{10}"/, 'version:"newer"');
  assert.match(newer, /"newer"/);
  writeFileSync(worker, newer);
  await (await session.newCDPSession(page)).send("Network.clearBrowserCache");
  const before = site?.requests.length;
  await page.reload();
  await page.getByText("Update available").first().waitFor();
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Reload" }).click()]);
  await page.waitForSelector("html[data-offline=ready]");
  const lasting = (site?.requests ?? []).slice(before).filter((path) => /-[0-9a-f]{10}\./.test(path) && !path.includes("reader-html") && !path.includes("glue"));
  assert.deepEqual(lasting, []);
  assert.deepEqual(await page.evaluate(() => caches.keys()), ["rapporteur-newer"]);
  await work(page, folder(context, FILES));
  assert.deepEqual(await missing(page), []);
});

test("the single file works from disk and reaches nobody", async (context) => {
  let reached = 0;
  const server = createServer((_, response) => {
    reached += 1;
    response.end("reached");
  }).listen(0, "127.0.0.1");
  context.after(() => void server.close());
  await new Promise((listening) => {
    server.once("listening", listening);
  });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const { page, troubles } = await visit(context, { browser, form: "single" });
  const asked = watchRequests(page);
  await work(page, folder(context, FILES));
  assert.deepEqual(asked.filter((url) => !url.startsWith("blob:")), []);
  assert.deepEqual(troubles, []);

  // Even a script of the page could not: the policy forbids it.
  const tried = await page.evaluate(async (port) => {
    const fetched = await fetch(`http://127.0.0.1:${port}/`).then(() => "reached", () => "refused");
    const image = await new Promise((done) => {
      const element = new Image();
      element.onload = () => done("reached");
      element.onerror = () => done("refused");
      element.src = `http://127.0.0.1:${port}/pixel.png`;
    });
    const sent = navigator.sendBeacon(`http://127.0.0.1:${port}/beacon`, "text");
    return { fetched, image, sent };
  }, port);
  assert.deepEqual({ fetched: tried.fetched, image: tried.image }, { fetched: "refused", image: "refused" });
  await page.waitForTimeout(200);
  assert.equal(reached, 0);
});

test("the policies say what they should", async (context) => {
  const { page } = await visit(context, { browser });
  const served = (await page.locator("meta[http-equiv]").getAttribute("content")) ?? "";
  assert.match(served, /default-src 'none'/);
  assert.match(served, /connect-src 'self'/);
  assert.match(served, /require-trusted-types-for 'script'/);
  assert.doesNotMatch(served, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')/);
  const single = readFileSync(SINGLE_FILE, "utf8");
  assert.match(single, /default-src 'none'; script-src 'sha256-[^']+' 'wasm-unsafe-eval'; worker-src blob:;/);
  assert.match(single, /connect-src 'none'/);
  assert.doesNotMatch(single, /\b(?:src|href)="https?:/);
});
