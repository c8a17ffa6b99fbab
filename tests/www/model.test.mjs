// The language model reaches every reader of the page, and the page is of use before it comes and without it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import { SITE, openBrowser } from "./browser.mjs";
import { FORMS, TEXTS, drop, entries, folder, missing, program, settled, visit } from "./visit.mjs";

/** @import { Page, Route } from "playwright-core" */

const browser = await openBrowser({ after });

const NAMES = Object.keys(TEXTS);
const NOTICE = "The language model could not be loaded";

/** The files of the model that are fetched on their own. */
const MODELS = /\.(model|weights)\.gz$/;

/** Counts what each worker is given. @param {Page} page */
const watchWorkers = (page) =>
  page.addInitScript(() => {
    const given = /** @type {string[][]} */ ([]);
    Object.assign(window, { given });
    window.Worker = class extends Worker {
      /** @param {[string | URL, WorkerOptions?]} place */
      constructor(...place) {
        super(...place);
        given.push([]);
        this.messages = given[given.length - 1];
      }

      /** @param {[any, any]} message */
      postMessage(...message) {
        super.postMessage(...message);
        this.messages.push(Object.keys(message[0]).includes("call") ? "call" : Object.keys(message[0])[0]);
      }
    };
  });

/** @param {Page} page */
const withoutWorkers = (page) =>
  page.addInitScript(() => {
    window.Worker = /** @type {any} */ (
      class {
        constructor() {
          throw new DOMException("refused", "SecurityError");
        }
      }
    );
  });

/**
 * The tokens of the texts with their grammar, which only the model knows, as the page's own engine reports them.
 *
 * @param {Page} page
 * @param {Record<string, string>} texts
 */
function grammar(page, texts) {
  return page.evaluate(async (texts) => {
    const { engine } = /** @type {any} */ (document.querySelector("rapporteur-app"));
    const reports = Object.entries(texts).map(async ([name, text]) => {
      const options = { offsets: "utf16", tokens: true, limit: 1 << 20 };
      const bytes = await engine.run({ what: "json", name, blob: new Blob([text]), options });
      return `${new TextDecoder().decode(bytes)}\n`;
    });
    return (await Promise.all(reports)).join("");
  }, texts);
}

for (const form of FORMS) {
  for (const [where, before] of /** @type {const} */ ([
    ["its workers", watchWorkers],
    ["the page itself", withoutWorkers],
  ])) {
    test(`${form}: ${where} read with the model, as the program does`, async (context) => {
      // The program first: it may have to be built, and meanwhile nobody serves the page its files.
      const path = folder(context, TEXTS);
      const expected = program(path, ["analyze", "--offsets", "utf16", "--tokens", ...NAMES]).toString();
      assert.match(expected, /"deprel":"nsubj"/, "the program has the model");
      const { page } = await visit(context, { browser, form, before });
      assert.equal(await grammar(page, TEXTS), expected);
      if (before !== watchWorkers) return;
      // Each worker got the files once, before its first call.
      const given = await page.evaluate(() => /** @type {any} */ (window).given);
      assert.ok(given.length > 0);
      for (const messages of given) {
        assert.deepEqual([...new Set(messages)], ["start", "learn", "call"].slice(0, new Set(messages).size));
        assert.equal(messages.filter((/** @type {string} */ message) => message === "learn").length, 1);
      }
    });
  }
}

test("the page is ready before the model comes; files wait for it, can be cancelled, and are read when it is there", async (context) => {
  /** @type {(value?: unknown) => void} */
  let release = () => {};
  const released = new Promise((resolve) => {
    release = resolve;
  });
  const before = (/** @type {Page} */ page) =>
    page.route(MODELS, async (/** @type {Route} */ route) => {
      await released;
      await route.continue();
    });
  const { page, troubles } = await visit(context, { browser, before });
  const path = folder(context, TEXTS);
  await drop(page, NAMES.map((name) => join(path, name)));
  await page.locator("file-list .progress").getByText("Fetching the language model: 0%").waitFor();
  await page.locator("statement-list").getByText("Fetching the language model: 0%").waitFor();
  await page.locator("live-region").getByText("Fetching the language model").waitFor({ state: "attached" });
  assert.deepEqual([...new Set((await entries(page)).map(({ state }) => state))], ["waiting"]);
  await page.getByRole("button", { name: `Cancel: ${NAMES[0]}` }).click();
  await page.getByRole("button", { name: `Try again: ${NAMES[0]}` }).waitFor();
  release();
  const found = await settled(page, NAMES.length);
  assert.deepEqual(found.map(({ code }) => code), ["cancelled", ...NAMES.slice(1).map(() => null)]);
  await page.getByText("Fetching the language model").first().waitFor({ state: "detached" });
  assert.equal(await page.getByText(NOTICE).count(), 0);
  assert.deepEqual(troubles, []);
});

for (const [what, answer] of /** @type {[string, (route: Route) => Promise<void>][]} */ ([
  ["is not there", (route) => route.fulfill({ status: 404 })],
  ["breaks off", (route) => route.abort()],
  ["is damaged on its way", (route) => route.fulfill({ body: modelFile().subarray(0, 100_000) })],
  ["is another file", (route) => route.fulfill({ body: "no model" })],
])) {
  test(`where the model ${what} the page reads without it and says so; trying again reads with it`, async (context) => {
    const { page } = await visit(context, { browser, before: (page) => page.route(MODELS, answer) });
    const path = folder(context, TEXTS);
    await drop(page, NAMES.map((name) => join(path, name)));
    const found = await settled(page, NAMES.length);
    assert.ok(found.every(({ state }) => state === "done"));
    assert.ok((await missing(page)).includes("english.model"));
    assert.equal(await page.locator("notice-bar").getByText(NOTICE).count(), 1, "said once, whatever the number of files");
    assert.doesNotMatch(await grammar(page, TEXTS), /"deprel":"nsubj"/);

    await page.unroute(MODELS);
    await page.getByRole("button", { name: "Try again", exact: true }).click();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector("rapporteur-app")).library.learning === null);
    assert.ok((await settled(page, NAMES.length)).every(({ state }) => state === "done"));
    assert.match(await grammar(page, TEXTS), /"deprel":"nsubj"/);
    assert.deepEqual(await missing(page), []);
    assert.equal(await page.locator("notice-bar").getByText(NOTICE).count(), 0);
  });
}

test("a model that stops coming is given up", async (context) => {
  const { page } = await visit(context, { browser, before: (page) => page.route(MODELS, () => new Promise(() => {})) });
  await page.clock.install();
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  const path = folder(context, TEXTS);
  await drop(page, [join(path, NAMES[0])]);
  await page.clock.fastForward(31_000);
  assert.equal((await settled(page, 1))[0].state, "done");
  await page.getByText(NOTICE).first().waitFor();
});

test("every file comes over the network once, the model after all that the page needs to be ready", async (context) => {
  const { page, site } = await visit(context, { browser });
  await page.waitForSelector("html[data-offline=ready]");
  const requests = site?.requests ?? [];
  const lasting = readdirSync(SITE).filter((name) => /-[0-9a-f]{10}\./.test(name));
  for (const name of lasting) assert.equal(requests.filter((path) => path === `/${name}`).length, 1, name);
  const at = (/** @type {RegExp} */ name) => requests.findIndex((path) => name.test(path));
  for (const needed of [/^\/app-.*\.js$/, /^\/reader-[0-9a-f]{10}\.wasm$/, /^\/worker-.*\.js$/]) {
    assert.ok(at(needed) !== -1 && at(needed) < at(MODELS), `${needed} before the model`);
  }
});

/** The model as the site has it. */
function modelFile() {
  return readFileSync(join(SITE, readdirSync(SITE).find((name) => MODELS.test(name)) ?? ""));
}
