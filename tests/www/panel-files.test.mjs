// What a panel gives out as files, which engine it reads with, and where its module comes from.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { CDN, HOST, LIGHT, TEXT, built, hostPage, read, recipe } from "./host-page.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });
const MODULE = LIGHT.name.replace(".light.js", ".wasm");
const { methods } = JSON.parse(readFileSync(new URL("../../www/embed/contract.json", import.meta.url), "utf8"));

/**
 * @param {Page} page
 * @param {string} format
 * @param {object} [options]
 */
function exported(page, format, options) {
  return page.evaluate(
    async ([format, options]) => {
      const blob = await /** @type {any} */ (document.querySelector("rapporteur-panel")).export(format, options);
      return { type: blob.type, text: await blob.text() };
    },
    /** @type {const} */ ([format, options]),
  );
}

/** Gives the first panel texts of its own. @param {Page} page @param {{ name: string, text: string }[]} documents */
async function give(page, documents) {
  await page.evaluate((documents) => {
    /** @type {any} */ (document.querySelector("rapporteur-panel")).documents = documents;
  }, documents);
  await read(page, documents.length);
}

const TWO = [
  { name: "monday.txt", text: "Foreign Minister Ada Lind said 12 ships would leave on 4 May 2031." },
  { name: "tuesday.txt", text: "Bo Ek <b>denied</b> that the border would open." },
];

test("a panel gives every format that the contract names, of one text and of two", async (context) => {
  const { page, troubles } = await hostPage(context, browser, { body: `<rapporteur-panel loading="eager"></rapporteur-panel>` });
  const formats = [...methods.export.matchAll(/`([a-z]+)`/g)].map(([, name]) => name).filter((name) => !["texts", "true"].includes(name));
  assert.deepEqual(formats.sort(), ["annotations", "claimreview", "csv", "html", "json", "markdown", "session"]);
  for (const count of [1, 2]) {
    const documents = TWO.slice(0, count);
    await give(page, documents);
    for (const format of ["annotations", "claimreview"]) {
      const { type, text } = await exported(page, format);
      assert.equal(type, "application/ld+json");
      const list = JSON.parse(text);
      assert.equal(list.length, count, format);
      assert.ok(list.every((/** @type {any} */ one) => "@context" in one));
    }
    const json = (await exported(page, "json")).text.trim().split("\n").map((/** @type {string} */ line) => JSON.parse(line).document.name);
    assert.deepEqual(json, documents.map(({ name }) => name));
    const csv = await exported(page, "csv");
    assert.equal(csv.text.trim().split("\r\n").length, 1 + count);
    const markdown = await exported(page, "markdown");
    assert.equal(markdown.type, "text/markdown");
    for (const { name } of documents) assert.ok(markdown.text.includes(name), `${name} in Markdown`);
    const html = await exported(page, "html");
    assert.equal(html.type, "text/html");
    assert.equal(html.text.match(/<!doctype html>/gi)?.length, 1);
    assert.equal(html.text.match(/<article\b/g)?.length, count);
    assert.ok(!html.text.includes("<b>denied"));
  }
  await assert.rejects(exported(page, "toString"), /RangeError/);
  assert.deepEqual(troubles, []);
});

test("a session holds no text unless that is asked for, and a panel goes on with it", async (context) => {
  const { page, troubles } = await hostPage(context, browser, { body: `<rapporteur-panel loading="eager" view="statements"></rapporteur-panel>` });
  await give(page, [TWO[0]]);
  await page.locator("rapporteur-statement-list .line").first().click();
  await page.getByRole("button", { name: "Not a statement" }).click();
  await page.locator("rapporteur-rejected-records").getByText("1 rejected by you").waitFor();
  const bare = await exported(page, "session");
  assert.equal(bare.type, "application/json");
  assert.equal(JSON.parse(bare.text).texts[0].corrections.length, 1);
  assert.ok(!("content" in JSON.parse(bare.text).texts[0]));
  const { text } = await exported(page, "session", { texts: true });
  assert.equal(Buffer.from(JSON.parse(text).texts[0].content, "base64").toString(), TWO[0].text);

  await page.reload();
  await page.evaluate((text) => /** @type {any} */ (document.querySelector("rapporteur-panel")).addFiles([new File([text], "work.session.json")]), text);
  await read(page, 1);
  await page.locator("rapporteur-rejected-records").getByText("1 rejected by you").waitFor();
  assert.deepEqual(troubles, []);
});

/** Counts compiled modules, the smallest one left out, by which panels ask whether they may. @param {Page} page */
const countModules = (page) =>
  page.addInitScript(() => {
    Object.assign(window, { compiled: 0 });
    const { compile } = WebAssembly;
    WebAssembly.compile = (bytes) => {
      if (bytes.byteLength > 100) /** @type {any} */ (window).compiled += 1;
      return compile(bytes);
    };
  });

/** @param {Page} page */
const compiled = (page) => page.evaluate(() => /** @type {any} */ (window).compiled);

test("panels of one instance share an engine, and what was learned comes once for all", async (context) => {
  const panel = (/** @type {string} */ attribute) => `<rapporteur-panel loading="eager" ${attribute}>${TEXT}</rapporteur-panel>`;
  const body = panel("") + panel("") + panel('instance="archive"') + panel('instance="archive"') + panel('instance="__proto__"');
  const { page, requests, troubles } = await hostPage(context, browser, { body, before: countModules });
  const results = await read(page);
  assert.equal(results.length, 5);
  assert.equal(await compiled(page), 3);
  assert.equal(requests.filter((url) => url.includes("learned")).length, 1);
  assert.deepEqual(troubles, []);
});

test("no worker for one instance is none of the others' business", async (context) => {
  const body = `<rapporteur-panel loading="eager">${TEXT}</rapporteur-panel><rapporteur-panel loading="eager" instance="quiet" no-worker>${TEXT}</rapporteur-panel>`;
  const told = /** @type {boolean[]} */ ([]);
  const before = (/** @type {Page} */ page) =>
    page.exposeFunction("ready", (/** @type {boolean} */ worker) => told.push(worker)).then(() =>
      page.addInitScript(() => addEventListener("rapporteur-ready", (event) => /** @type {any} */ (window).ready(/** @type {CustomEvent} */ (event).detail.worker))),
    );
  const { page } = await hostPage(context, browser, { body, before });
  await read(page);
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("rapporteur-panel")).ready);
  while (told.length < 2) await page.waitForTimeout(50);
  assert.deepEqual(told.sort(), [false, true]);
});

test("recipe: the module by itself, under a policy", async (context) => {
  const policy = `default-src 'self'; script-src ${CDN} 'wasm-unsafe-eval'; worker-src blob:`;
  const files = { [`static/${MODULE}`]: built(MODULE) };
  const { page, requests, troubles } = await hostPage(context, browser, { body: recipe("light"), tag: false, policy, files });
  const [[result]] = await read(page);
  assert.equal(result.statements, 1);
  assert.ok(requests.includes(`${HOST}/static/${MODULE}`));
  assert.ok(built(LIGHT.name).length < built(LIGHT.name.replace(".light", "")).length / 3);
  assert.deepEqual(troubles, []);
});

test("without an address the module is beside the script", async (context) => {
  const { page, requests, troubles } = await hostPage(context, browser, { body: `<rapporteur-panel>${TEXT}</rapporteur-panel>`, tag: false, head: LIGHT.html });
  await read(page);
  assert.ok(requests.includes(`${CDN}/${MODULE}`));
  assert.deepEqual(troubles, []);
});

test("another module than ours is not taken: that in the script reads, and where there is none the panel says why", async (context) => {
  const files = { "other.wasm": Buffer.from("\0asm\x01\0\0\0", "latin1") };
  const body = `<rapporteur-panel wasm-src="other.wasm">${TEXT}</rapporteur-panel>`;
  const whole = await hostPage(context, browser, { body, files });
  const [[result]] = await read(whole.page);
  assert.ok(result.statements > 0);
  assert.ok(whole.said.some((line) => line.includes("wasm-src")));

  const light = await hostPage(context, browser, { body, files, tag: false, head: LIGHT.html });
  const [[failed]] = await read(light.page);
  assert.equal(failed.state, "failed");
  assert.match(failed.message, /could not be loaded/);
});
