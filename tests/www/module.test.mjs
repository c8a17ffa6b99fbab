// The compiled module starts in a real browser, under the names that the page loads it by.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";

import { openBrowser, servePage, watchTroubles } from "./browser.mjs";
import { readFlavours } from "../../scripts/flavours.mjs";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
const flavours = await readFlavours(new URL("../../wasm-pack.toml", import.meta.url));

for (const flavour of flavours) {
  test(`${flavour.name} starts in Chromium`, async (context) => {
    const site = await servePage(context, { folder: WWW });
    const page = await (await openBrowser(context)).newPage();
    const troubles = watchTroubles(page);
    const module = new URL(`${flavour.outDir.replace(/^www\//, "")}/rapporteur.js`, site.url).href;
    // An empty document of the same origin, to import into.
    const body = '<!doctype html><link rel="icon" href="data:,">';
    await page.route(site.url, (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(site.url);

    const exported = await page.evaluate(async (url) => {
      const module = await import(url);
      const wasm = await module.default();
      return { memory: wasm.memory instanceof WebAssembly.Memory, names: Object.keys(module) };
    }, module);

    assert.ok(exported.memory);
    assert.ok(exported.names.includes("initSync"), "what the workers start from a compiled module");
    assert.deepEqual(troubles, []);
  });
}
