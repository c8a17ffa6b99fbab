// What is promised to other people's pages: the recipes of EMBEDDING.md as they stand there, the written contract, the iframe.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

import { openBrowser } from "./browser.mjs";
import { CDN, HOST, TAG, TEXT, built, hostPage, read, recipe, told, watchEvents } from "./host-page.mjs";
import { tasksOf } from "./tasks.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });
const WWW = new URL("../../www/", import.meta.url);
const CONTRACT = JSON.parse(readFileSync(new URL("embed/contract.json", WWW), "utf8"));

test("recipe: one script tag", async (context) => {
  const { page, troubles } = await hostPage(context, browser, { body: recipe("script-tag"), tag: false });
  const [[result]] = await read(page);
  assert.equal(result.statements, 2);
  await page.locator("rapporteur-statement-list").getByText("two officials", { exact: false }).first().waitFor();
  assert.deepEqual(troubles, []);
});

test("recipe: texts as a property", async (context) => {
  const { page, troubles } = await hostPage(context, browser, { body: recipe("documents"), tag: false });
  await read(page, 2);
  const words = (await page.locator("#told").textContent()) ?? "";
  assert.deepEqual(words.trim().split(". ").sort(), ["monday.txt: 1 statements", "tuesday.txt: 1 statements."]);
  assert.deepEqual(troubles, []);
});

test("recipe: variables of style", async (context) => {
  const { page } = await hostPage(context, browser, { body: `<rapporteur-panel>${TEXT}</rapporteur-panel>`, head: `<style>${recipe("variables")}</style>` });
  await read(page);
  const panel = page.locator("rapporteur-panel .panel");
  assert.equal((await panel.boundingBox())?.height, 24 * 16);
  const colour = await page.locator("rapporteur-panel .tabs [aria-current=page]").evaluate((tab) => getComputedStyle(tab).boxShadow);
  assert.match(colour, /^rgb\(122, 31, 92\)/);
});

test("recipe: an iframe under a policy that allows no script of ours", async (context) => {
  const policy = "default-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; frame-src https://cdn.example";
  const { page, troubles } = await hostPage(context, browser, { body: recipe("iframe"), tag: false, policy });
  await page.locator("#told").getByText("monday.txt: 1 statement").waitFor();
  const frame = page.frameLocator("#frame");
  await frame.locator("rapporteur-statement-list .line").first().waitFor();
  assert.deepEqual(troubles, []);
});

test("recipe: the package's element, put together by a bundler", async (context) => {
  const { outputFiles } = await build({
    stdin: { contents: recipe("element"), resolveDir: "/" },
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: "/bundle",
    write: false,
    alias: { "rapporteur/element": fileURLToPath(new URL("dist/npm/element.js", WWW)) },
  });
  const files = Object.fromEntries(outputFiles.map(({ path, text }) => [path.slice(1), text]));
  const { page, troubles, requests } = await hostPage(context, browser, {
    body: '<script type="module" src="/bundle/stdin.js"></script>',
    tag: false,
    files,
    policy: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:",
    before: watchEvents,
  });
  const [[result]] = await read(page);
  assert.equal(result.statements, 1);
  assert.deepEqual(await told(page, "ready"), [{ worker: true, model: true }]);
  assert.ok(requests.every((url) => url.startsWith(HOST)));
  assert.deepEqual(troubles, []);
});

/** What the page hears from the frame. @param {Page} page */
const hear = (page) =>
  page.addInitScript(() => {
    const heard = /** @type {any[]} */ ([]);
    Object.assign(window, { heard });
    if (window === top) addEventListener("message", ({ data }) => heard.push(data));
  });

/**
 * @param {Page} page
 * @param {string} id
 */
async function heard(page, id) {
  await page.waitForFunction((id) => /** @type {any} */ (window).heard.some((/** @type {any} */ message) => message.id === id), id);
  return page.evaluate((id) => /** @type {any} */ (window).heard.find((/** @type {any} */ message) => message.id === id), id);
}

/**
 * @param {Page} page
 * @param {object} message
 */
function send(page, message) {
  return page.evaluate((message) => /** @type {any} */ (document.querySelector("iframe")).contentWindow.postMessage(message, "*"), message);
}

const DOCUMENTS = { id: "rapporteur-documents", documents: [{ name: "a.txt", text: "The minister said no." }] };
const framed = (/** @type {string} */ hash) => `<iframe width="900" height="500" src="${CDN}/embed.html#${hash}"></iframe>`;

test("a frame answers the origins that it was given", async (context) => {
  const { page } = await hostPage(context, browser, { body: framed(`view=sourcing&origins=${HOST}`), tag: false, before: hear });
  await heard(page, "rapporteur-listening");
  await send(page, DOCUMENTS);
  assert.equal((await heard(page, "rapporteur-result")).detail.statements, 1);
  await page.frameLocator("iframe").locator("rapporteur-sourcing-view").waitFor();
  await send(page, { id: "rapporteur-view", view: "statements" });
  await page.frameLocator("iframe").locator("rapporteur-statement-list .line").first().waitFor();
  await send(page, { id: "rapporteur-export", format: "csv", call: 7 });
  const { call, text } = await heard(page, "rapporteur-export");
  assert.equal(call, 7);
  assert.match(text, /^file,/);
  // Its reader cannot drop texts, of which the page would learn.
  await send(page, { id: "rapporteur-documents", documents: [] });
  await page.frameLocator("iframe").getByText("The text will show here").waitFor();
  assert.equal(await page.frameLocator("iframe").getByRole("button", { name: "Choose files" }).count(), 0);
});

for (const [what, hash, pinned] of /** @type {const} */ ([
  ["another origin than that of the address", "origins=https://friend.example", undefined],
  ["an origin that the frame's own list leaves out", `origins=${HOST}`, "https://friend.example"],
  ["an origin that only looks alike", "origins=https://host.example.friend.example,http://host.example,https://host.example:8443", undefined],
])) {
  test(`a message of ${what} is ignored, with a line on the console`, async (context) => {
    const html = built("embed.html").toString();
    const cdn = { "embed.html": pinned === undefined ? html : html.replace('<html lang="en"', `<html lang="en" data-origins="${pinned}"`) };
    const { page, said } = await hostPage(context, browser, { body: framed(hash), tag: false, cdn, before: hear });
    const frame = page.frames()[1];
    await frame.waitForFunction(() => document.querySelector("rapporteur-panel")?.shadowRoot?.querySelector(".panel"));
    await send(page, DOCUMENTS);
    await send(page, DOCUMENTS);
    await page.waitForTimeout(300);
    assert.deepEqual(await frame.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-panel")).result), []);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), []);
    // With an empty list nobody listens at all.
    const lines = said.filter((line) => line.includes(`messages from ${HOST} are ignored`));
    assert.equal(lines.length, pinned === undefined ? 1 : 0);
  });
}

test("without a list a frame hears nobody, and its reader can drop texts", async (context) => {
  const { page } = await hostPage(context, browser, { body: framed("view=statements"), tag: false, before: hear });
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Try the example" }).click();
  await frame.locator("rapporteur-statement-list .line").first().waitFor();
  await send(page, DOCUMENTS);
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), []);
  const results = await page.frames()[1].evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-panel")).result);
  assert.equal(results.length, 6);
});

test("a message of another frame beside it is ignored, though its origin is allowed", async (context) => {
  const sibling = `<script>setTimeout(() => parent.frames[0].postMessage(${JSON.stringify(DOCUMENTS)}, "*"), 1500)</script>`;
  const body = `${framed(`origins=${HOST}`)}<iframe src="/sibling.html"></iframe>`;
  const { page } = await hostPage(context, browser, { body, tag: false, files: { "sibling.html": sibling }, before: hear });
  await heard(page, "rapporteur-ready");
  await page.waitForTimeout(1800);
  const results = await page.frames()[1].evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-panel")).result);
  assert.deepEqual(results, [], "the same origin, but not the page around");
});

/**
 * All that a pattern finds in the sources of the panel, once each and sorted.
 *
 * @param {RegExp} pattern
 */
function inSources(pattern) {
  const files = ["elements/rapporteur-panel.js", "elements/rapporteur-panel-style.js", "elements/panel-status.js", "embed/teller.js"];
  const found = files.flatMap((file) => [...readFileSync(new URL(file, WWW), "utf8").matchAll(pattern)].map(([, name]) => name));
  return [...new Set(found)].sort();
}

test("the written contract says what the code does", async (context) => {
  const { page } = await hostPage(context, browser, { body: `<rapporteur-panel>${TEXT}</rapporteur-panel>`, before: watchEvents });
  await read(page);
  const code = await page.evaluate(() => {
    const Panel = /** @type {any} */ (customElements.get("rapporteur-panel"));
    // What Lit asks of an element is nothing that a page may rely on.
    const inherited = ["constructor", "connectedCallback", "disconnectedCallback", "attributeChangedCallback", "willUpdate", "firstUpdated", "updated", "render"];
    const own = Object.getOwnPropertyNames(Panel.prototype).filter((name) => !inherited.includes(name));
    const kind = (/** @type {string} */ name) => typeof Object.getOwnPropertyDescriptor(Panel.prototype, name)?.value;
    return {
      attributes: Panel.observedAttributes,
      properties: own.filter((name) => kind(name) !== "function"),
      methods: own.filter((name) => kind(name) === "function"),
      version: Panel.version,
      tabs: document.querySelector("rapporteur-panel")?.shadowRoot?.querySelectorAll(".tabs button").length,
    };
  });
  const written = (/** @type {string} */ part) => Object.keys(CONTRACT[part]).sort();
  assert.deepEqual([...code.attributes].sort(), written("attributes"));
  assert.deepEqual([...code.properties].sort(), written("properties"));
  assert.deepEqual([...code.methods].sort(), written("methods"));
  assert.deepEqual([TAG.name, written("static")], [`rapporteur-${code.version}.js`, ["version"]]);
  assert.deepEqual(inSources(/tell\("(rapporteur-[a-z]+)"/g), written("events"));
  assert.deepEqual(inSources(/<slot(?: name="([a-z]+)")?>/g).map((name) => name ?? "").sort(), written("slots"));
  assert.deepEqual(inSources(/\bpart="([a-z]+)"/g), written("parts"));
  const names = inSources(/var\((--rapporteur-[\w-]+)/g);
  const palette = JSON.parse(`[${readFileSync(new URL("elements/rapporteur-panel-style.js", WWW), "utf8").match(/\.\.\.\[("paper"[^\]]*)\]/)?.[1]}]`);
  assert.deepEqual([...new Set([...names.filter((name) => name !== "--rapporteur-"), ...palette.map((/** @type {string} */ name) => `--rapporteur-${name}`)])].sort(), written("css"));
  // A view that is new in www/elements/views.js is written down in www/embed/contract.json.
  const views = [...readFileSync(new URL("elements/views.js", WWW), "utf8").matchAll(/^ {4}id: "([a-z]+)"/gm)].map(([, id]) => id);
  assert.deepEqual(views, Object.keys(CONTRACT.views));
  assert.equal(code.tabs, views.length);
});

test("each event carries what the contract says", async (context) => {
  const { page } = await hostPage(context, browser, { body: `<rapporteur-panel view="statements" src="gone.txt"></rapporteur-panel>`, before: watchEvents });
  await told(page, "error");
  await page.evaluate((text) => {
    /** @type {any} */ (document.querySelector("rapporteur-panel")).documents = [{ text }];
  }, "The minister said no.");
  await page.locator("rapporteur-statement-list .line").first().click();
  for (const [name, description] of Object.entries(CONTRACT.events)) {
    const fields = description.match(/^`\{ ([^}]+) \}`/)?.[1].split(", ") ?? [];
    const [detail] = await told(page, name.replace("rapporteur-", ""));
    assert.deepEqual(Object.keys(detail), fields, name);
  }
});

// The page itself reads a text in one go, and the first one while its code is still cold.
for (const [where, attribute, limit] of /** @type {const} */ ([["workers", "", 100], ["the page itself", "no-worker", 400]])) test(`250 texts of 20 kB in two panels, read by ${where}: the page answers within ${limit} ms`, { timeout: 300_000 }, async (context) => {
  const body = `<rapporteur-panel ${attribute}></rapporteur-panel>`.repeat(2);
  const { page } = await hostPage(context, browser, { body, before: watchEvents });
  await told(page, "ready");
  const paragraph = "Foreign Minister Ada Lind said on Monday that talks with the union would resume if the border opened. The ministry warned that the offer would lapse. ";
  await browser.startTracing(page, { categories: ["toplevel", "__metadata"] });
  const start = Date.now();
  await page.evaluate((paragraph) => {
    const [first, second] = /** @type {any[]} */ ([...document.querySelectorAll("rapporteur-panel")]);
    const text = (/** @type {number} */ number) => `Report ${number}\n\n${`${paragraph.repeat(4)}\n\n`.repeat(Math.ceil(20_000 / (4 * paragraph.length)))}`.slice(0, 20_000);
    const files = Array.from({ length: 250 }, (_, number) => new File([text(number)], `${number}.txt`, { type: "text/plain" }));
    first.addFiles(files.slice(0, 125));
    second.addFiles(files.slice(125));
  }, paragraph);
  await page.waitForFunction(
    () => /** @type {any[]} */ ([...document.querySelectorAll("rapporteur-panel")]).every(({ result }) => result.length === 125 && result.every((/** @type {any} */ { state }) => state === "done")),
    null,
    { timeout: 240_000, polling: 1000 },
  );
  const seconds = (Date.now() - start) / 1000;
  const { passed, worked, over, count } = tasksOf(await browser.stopTracing());
  const shares = (await told(page, "progress")).map(({ share }) => share);
  assert.ok(shares.filter((share) => share > 0.1 && share < 0.9).length > 20, "progress moves");
  const line = `250 texts of 20 kB in two panels, read by ${where} in ${seconds.toFixed(1)} s: longest task ${worked.toFixed(0)} ms of work (${passed.toFixed(0)} ms passed; ${over} of ${count} took over 50 ms)`;
  context.diagnostic(line);
  assert.ok(count > 100 && worked < limit, line);
});
