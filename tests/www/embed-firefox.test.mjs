// A panel in Firefox, on a page of another origin and under a strict policy.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";

import { findBrowser } from "../../scripts/browsers.mjs";
import { serve } from "../../scripts/serve.mjs";
import { TAG, TEXT } from "./host-page.mjs";
import { folder } from "./visit.mjs";

const executablePath = findBrowser("firefox");
if (executablePath === null) throw new Error("no Firefox: run `make browsers`");
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
after(() => browser.close());

for (const worker of [true, false]) {
  test(`a panel reads in Firefox, ${worker ? "with" : "without"} a worker, and nothing is requested that was not announced`, async (context) => {
    const scripts = await serve(fileURLToPath(new URL("../../www/dist/", import.meta.url)), { headers: { "Access-Control-Allow-Origin": "*" } });
    context.after(() => scripts.close());
    const origin = scripts.url.slice(0, -1);
    const tag = TAG.html.replace("https://cdn.example", origin);
    const files = folder(context, { "index.html": `<!doctype html><html lang="en" dir="rtl"><head><title>A page</title>${tag}</head><body><rapporteur-panel>${TEXT}</rapporteur-panel></body></html>` });
    const policy = `default-src 'self'; script-src ${origin} 'wasm-unsafe-eval'; worker-src ${worker ? "blob:" : "'none'"}`;
    const host = await serve(files, { headers: { "Content-Security-Policy": policy } });
    context.after(() => host.close());
    const page = await browser.newPage();
    context.after(() => page.close());
    await page.goto(host.url);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("rapporteur-panel")).result?.[0]?.state === "done");
    const [result] = await page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-panel")).result);
    assert.equal(result.statements, 4);
    const looks = await page.evaluate(() => {
      const panel = /** @type {any} */ (document.querySelector("rapporteur-panel")).shadowRoot.querySelector(".panel");
      return [getComputedStyle(panel).direction, panel.getBoundingClientRect().height];
    });
    assert.deepEqual(looks, ["ltr", 34 * 16]);
    assert.deepEqual(scripts.requests.sort(), [`/${TAG.name}`, `/${TAG.name.replace(".js", ".learned.js")}`]);
    assert.deepEqual(host.requests.filter((path) => path !== "/favicon.ico"), ["/"]);
  });
}
