// Panels on somebody else's page: one engine for all, under every policy, without leaving a trace on it or taking one.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { violations } from "./axe.mjs";
import { openBrowser } from "./browser.mjs";
import { TAG, TEXT, built, hostPage, read, recipe, told, watchEvents } from "./host-page.mjs";
import { focused } from "./leads.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });
const PANEL = `<rapporteur-panel>${TEXT}</rapporteur-panel>`;
const STATEMENTS = `<rapporteur-panel view="statements">${TEXT}</rapporteur-panel>`;
const LEARNED = TAG.name.replace(".js", ".learned.js");

/** Counts compiled modules and workers. @param {Page} page */
const watchEngines = (page) =>
  page.addInitScript(() => {
    const counts = { compiled: 0, workers: 0 };
    Object.assign(window, { counts });
    const compile = WebAssembly.compile.bind(WebAssembly);
    WebAssembly.compile = (bytes) => {
      if (bytes.byteLength > 1000) counts.compiled += 1;
      return compile(bytes);
    };
    const { Worker: Plain } = window;
    window.Worker = class extends Plain {
      /** @param {[string | URL, WorkerOptions?]} place */
      constructor(...place) {
        super(...place);
        counts.workers += 1;
      }
    };
  });

test("two panels read with one engine, each its own text, and what was learned comes once", async (context) => {
  const body = `<rapporteur-panel view="statements">${TEXT}</rapporteur-panel><rapporteur-panel view="sourcing">A spokesman said no.</rapporteur-panel>`;
  const { page, troubles, requests } = await hostPage(context, browser, { body, before: watchEngines });
  const [first, second] = await read(page);
  assert.equal(first[0].statements, 4);
  assert.equal(second[0].statements, 1);
  const { compiled, workers } = await page.evaluate(() => /** @type {any} */ (window).counts);
  assert.equal(compiled, 1);
  assert.ok(workers >= 1 && workers <= 4, `${workers} workers`);
  assert.equal(requests.filter((url) => url.endsWith(LEARNED)).length, 1);
  assert.deepEqual(troubles, []);
  // `view` shows one view and offers no other.
  assert.equal(await page.locator("rapporteur-panel nav.tabs").count(), 0);
  assert.ok(await page.locator("rapporteur-panel").nth(0).locator("rapporteur-statement-list").isVisible());
  assert.ok(await page.locator("rapporteur-panel").nth(1).locator("rapporteur-sourcing-view").isVisible());
});

for (const [name, worker] of /** @type {const} */ ([
  ["strict", true],
  ["trusted-types", true],
])) {
  test(`a page with the policy "${name}" of EMBEDDING.md has panels, and its browser reports nothing`, async (context) => {
    const { page, troubles } = await hostPage(context, browser, { body: PANEL, policy: recipe(name), before: watchEvents });
    assert.equal((await read(page))[0][0].state, "done");
    assert.deepEqual(await told(page, "ready"), [{ worker, model: true }]);
    assert.deepEqual(troubles, []);
  });
}

test("a page without workers reads itself: after a refusal, or at once where the panel says so", async (context) => {
  const policy = recipe("without-worker");
  const refused = await hostPage(context, browser, { body: PANEL, policy, before: watchEvents });
  assert.equal((await read(refused.page))[0][0].statements, 4);
  assert.deepEqual(await told(refused.page, "ready"), [{ worker: false, model: true }]);
  assert.match(refused.troubles.join(), /worker/i);

  const asked = await hostPage(context, browser, { body: `<rapporteur-panel no-worker>${TEXT}</rapporteur-panel>`, policy, before: watchEvents });
  assert.equal((await read(asked.page))[0][0].statements, 4);
  assert.deepEqual(asked.troubles, []);
});

test("where WebAssembly is forbidden the text stays as it is, with the reason", async (context) => {
  const policy = recipe("strict").replace(" 'wasm-unsafe-eval'", "");
  const { page } = await hostPage(context, browser, { body: PANEL, policy, before: watchEvents });
  const [error] = await told(page, "error");
  assert.equal(error.type, "refused");
  await page.getByText("does not let WebAssembly run").first().waitFor();
  assert.ok(await page.getByText("Foreign Minister Ada Lind said").first().isVisible());
});

test("where our Trusted Types policy is not allowed, the text stays as it is", async (context) => {
  const policy = recipe("trusted-types").replace("rapporteur lit-html", "'none'");
  const { page } = await hostPage(context, browser, { body: PANEL, policy });
  await page.waitForTimeout(500);
  assert.ok(await page.getByText("Foreign Minister Ada Lind said").first().isVisible());
});

test("a script that was tampered with does not run, nor what it would fetch", async (context) => {
  const wrong = await hostPage(context, browser, { body: PANEL, cdn: { [TAG.name]: `${built(TAG.name)};` } });
  assert.match(wrong.troubles.join(), /integrity/);
  assert.ok(!(await wrong.page.evaluate(() => customElements.get("rapporteur-panel") !== undefined)));
  assert.ok(await wrong.page.getByText("Foreign Minister Ada Lind said").first().isVisible());

  const other = await hostPage(context, browser, { body: PANEL, cdn: { [LEARNED]: `${built(LEARNED)};` }, before: watchEvents });
  assert.equal((await read(other.page))[0][0].state, "done", "read without it");
  assert.equal((await told(other.page, "error"))[0].type, "model");
  assert.deepEqual(await told(other.page, "ready"), [{ worker: true, model: false }]);
  await other.page.getByText("The language model could not be loaded").first().waitFor();
  await other.page.getByRole("button", { name: "Try again" }).waitFor();
});

test("nothing is requested once a panel is ready, whatever is read in it", async (context) => {
  const { page, requests, troubles } = await hostPage(context, browser, { body: STATEMENTS, policy: recipe("strict"), before: watchEvents });
  await read(page);
  await told(page, "ready");
  assert.deepEqual([...requests].sort(), [`https://cdn.example/${TAG.name}`, `https://cdn.example/${LEARNED}`, "https://host.example/"].sort());
  const before = requests.length;
  await page.evaluate(() => {
    const panel = /** @type {any} */ (document.querySelector("rapporteur-panel"));
    panel.addFiles([new File(["<html><body><p>The envoy said yes.</p></body></html>"], "page.html", { type: "text/html" }), new File(["He said no."], "b.txt")]);
  });
  await read(page, 3);
  await page.locator("rapporteur-statement-list .line").first().click();
  await page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-panel")).export("claimreview"));
  assert.equal(requests.length, before);
  assert.deepEqual(troubles, []);
});

test("a panel out of sight waits, and reads when it comes near", async (context) => {
  const { page, requests } = await hostPage(context, browser, { body: `<div style="height: 5000px"></div>${PANEL}` });
  await page.waitForFunction(() => customElements.get("rapporteur-panel"));
  await page.waitForTimeout(300);
  assert.equal(requests.filter((url) => url.endsWith(LEARNED)).length, 0);
  assert.ok(await page.getByText("Foreign Minister Ada Lind said").first().isVisible(), "the text is there meanwhile");
  await page.evaluate(() => window.scrollTo(0, 5000));
  assert.equal((await read(page))[0][0].state, "done");
});

test("until it is read, the text looks as it would without us", async (context) => {
  const head = "<style>p { color: rgb(1, 2, 3); font: 21px/2 monospace; margin: 7px }</style>";
  const look = (/** @type {Page} */ page) =>
    page.evaluate(() => {
      const paragraph = /** @type {Element} */ (document.querySelector("rapporteur-panel p"));
      const { x, y, width, height } = paragraph.getBoundingClientRect();
      return [x, y, width, height, getComputedStyle(paragraph).cssText];
    });
  const body = `${PANEL}<p>After it.</p>`;
  const without = await hostPage(context, browser, { body, head: `${head}<style>rapporteur-panel { display: block }</style>`, tag: false });
  // One that never reads, since what it reads with does not come.
  const waiting = await hostPage(context, browser, { body, head, before: (page) => page.route(`**/${LEARNED}`, () => new Promise(() => {})) });
  await waiting.page.locator("rapporteur-panel .status").waitFor();
  assert.deepEqual(await look(waiting.page), await look(without.page));
});

test("readers of the page drop, choose or paste texts of their own, where the panel lets them", async (context) => {
  const body = '<input autofocus id="own"><rapporteur-panel view="statements"></rapporteur-panel><rapporteur-panel no-drop></rapporteur-panel>';
  const { page, troubles } = await hostPage(context, browser, { body });
  const [open, closed] = [page.locator("rapporteur-panel").nth(0), page.locator("rapporteur-panel").nth(1)];
  await open.getByText("Drop texts or a folder here").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "own", "the focus is the page's");
  const drop = (/** @type {import("playwright-core").Locator} */ panel) =>
    panel.evaluate((panel) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["The minister said no."], "dropped.txt", { type: "text/plain" }));
      return panel.dispatchEvent(new DragEvent("drop", { dataTransfer, cancelable: true, bubbles: true }));
    });
  assert.equal(await drop(open), false, "taken");
  assert.equal(await drop(closed), true, "left to the page");
  await open.locator("rapporteur-statement-list .line").waitFor();
  assert.deepEqual(await closed.evaluate((panel) => /** @type {any} */ (panel).result), []);

  await open.evaluate((panel) => /** @type {any} */ (panel).clear());
  await open.getByRole("button", { name: "Paste text" }).click();
  await open.locator("textarea").fill("The envoy said yes.");
  await open.getByRole("button", { name: "Read it" }).click();
  await open.locator("rapporteur-statement-list .line").getByText("yes").waitFor();
  assert.deepEqual(troubles, []);
});

test("with the keyboard: to a line, to its words, and back", async (context) => {
  const { page } = await hostPage(context, browser, { body: `<button id="before">Before</button>${STATEMENTS}`, before: watchEvents });
  await read(page);
  await page.locator("#before").focus();
  for (let step = 0; step < 20 && !/\bline\b/.test((await focused(page)).classes); step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  const line = await focused(page);
  assert.match(line.words, /^she/);
  await page.keyboard.press("Enter");
  assert.equal((await told(page, "select")).at(-1).words, "We are ready");
  await page.locator("rapporteur-text-reader .here").first().waitFor();
  assert.match((await focused(page)).classes, /here/);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return /\bline\b/.test(element?.className ?? "");
  });
  assert.deepEqual(await focused(page), line);
});

test("a panel is dark where the page is or where it is told to be, and shows one of several texts", async (context) => {
  const ground = (/** @type {Page} */ page) =>
    page.locator("rapporteur-panel .panel").evaluateAll((panels) => panels.map((panel) => getComputedStyle(panel).backgroundColor));
  const [paper, ink] = ["rgb(251, 250, 246)", "rgb(21, 23, 26)"];
  const body = ["auto", "light", "dark"].map((theme) => `<rapporteur-panel view="statements" theme="${theme}"></rapporteur-panel>`).join("");
  const settings = { colorScheme: /** @type {const} */ ("dark") };
  const silent = await hostPage(context, browser, { body, settings });
  await silent.page.locator("rapporteur-panel .drop").nth(2).waitFor();
  assert.deepEqual(await ground(silent.page), [paper, paper, ink], "a page that says nothing is light");
  const { page } = await hostPage(context, browser, { body, settings, head: "<style>:root { color-scheme: light dark }</style>" });
  await page.locator("rapporteur-panel .drop").nth(2).waitFor();
  assert.deepEqual(await ground(page), [ink, paper, ink]);

  const panel = page.locator("rapporteur-panel").first();
  await panel.evaluate((panel) => {
    /** @type {any} */ (panel).documents = [{ name: "a.txt", text: "The minister said no." }, { name: "b.txt", text: "The envoy said yes." }];
  });
  const lines = panel.locator("rapporteur-statement-list .line");
  await lines.nth(1).waitFor();
  await panel.getByLabel("Texts").selectOption({ index: 2 });
  await lines.nth(1).waitFor({ state: "detached" });
  assert.match((await lines.textContent()) ?? "", /envoy/);
});

test("a reader of the page can say that a statement is none, and undo that", async (context) => {
  const { page, troubles } = await hostPage(context, browser, { body: STATEMENTS });
  await read(page);
  const lines = page.locator("rapporteur-statement-list .line");
  await lines.first().click();
  await page.getByRole("button", { name: "Not a statement" }).click();
  await lines.nth(3).waitFor({ state: "detached" });
  await page.locator("rapporteur-panel .status").getByRole("button", { name: "Undo" }).click();
  await lines.nth(3).waitFor({ state: "attached" });
  assert.deepEqual(troubles, []);
});

test("workers with nothing to do are ended after a minute, and started anew for the next text", async (context) => {
  const { page, troubles } = await hostPage(context, browser, { body: STATEMENTS, before: (page) => page.clock.install() });
  await read(page);
  assert.ok(page.workers().length > 0);
  await page.clock.fastForward(59_000);
  assert.ok(page.workers().length > 0);
  const closed = page.workers().map((worker) => worker.waitForEvent("close"));
  await page.clock.fastForward(2_000);
  await Promise.all(closed);
  assert.equal(page.workers().length, 0);
  await page.locator("rapporteur-panel").evaluate((panel) => /** @type {any} */ (panel).addFiles([new File(["The envoy said yes."], "b.txt")]));
  assert.equal((await read(page, 2))[0][1].statements, 1);
  assert.deepEqual(troubles, []);
});

test("a panel made by a script can be filled before it has a place, be moved while it reads, and be removed", async (context) => {
  const { page, troubles } = await hostPage(context, browser, { body: '<div id="a"></div><div id="b"></div>' });
  const states = await page.evaluate(async () => {
    const pause = (/** @type {number} */ time) =>
      new Promise((resolve) => {
        setTimeout(resolve, time);
      });
    await customElements.whenDefined("rapporteur-panel");
    const panel = /** @type {any} */ (document.createElement("rapporteur-panel"));
    panel.documents = [{ text: "The minister said no." }];
    panel.loading = "eager";
    document.querySelector("#a")?.append(panel);
    await pause(50);
    document.querySelector("#b")?.append(panel);
    await panel.ready;
    await panel.export("json");
    const [{ state }] = panel.result;
    panel.addFiles(Array.from({ length: 12 }, () => new File(["The minister said no. ".repeat(300)], "long.txt")));
    panel.remove();
    await pause(50);
    const left = panel.result.filter((/** @type {any} */ result) => result.state === "failed").length;
    document.querySelector("#a")?.append(panel);
    await panel.export("json");
    return { state, left, after: panel.result.map((/** @type {any} */ result) => result.state) };
  });
  assert.equal(states.state, "done");
  assert.ok(states.left > 5, `${states.left} of 12 were given up when it was removed`);
  assert.deepEqual([...new Set(states.after)], ["done"], "and taken up again");
  assert.deepEqual(troubles, []);
});

test("of two versions of the script the first one is it", async (context) => {
  const other = built(TAG.name).toString().replaceAll(/"\d+\.\d+\.\d+"/g, '"99.0.0"');
  const body = `${PANEL}<script src="https://cdn.example/other.js" defer></script>`;
  const { page, troubles } = await hostPage(context, browser, { body, cdn: { "other.js": other }, policy: recipe("trusted-types"), before: watchEngines });
  assert.equal((await read(page))[0][0].state, "done");
  const version = await page.evaluate(() => /** @type {any} */ (customElements.get("rapporteur-panel")).version);
  assert.equal(`rapporteur-${version}.js`, TAG.name);
  assert.equal((await page.evaluate(() => /** @type {any} */ (window).counts)).compiled, 1);
  assert.deepEqual(troubles, []);
});

/** How everything in the panel looks, and where it is. @param {Page} page */
function looks(page) {
  return page.evaluate(() => {
    const watched = ["color", "background-color", "font-size", "font-family", "line-height", "letter-spacing", "text-transform", "text-align", "direction", "padding-left", "width"];
    /** @type {string[]} */
    const found = [];
    const open = /** @type {(Element | ShadowRoot)[]} */ ([/** @type {Element} */ (document.querySelector("rapporteur-panel")).shadowRoot]);
    for (let root = open.shift(); root !== undefined; root = open.shift()) {
      for (const element of root.querySelectorAll("*")) {
        const style = getComputedStyle(element);
        if (!(element instanceof HTMLSlotElement)) found.push(`${element.tagName}.${element.className}: ${watched.map((name) => style.getPropertyValue(name)).join("|")}`);
        if (element.shadowRoot !== null) open.push(element.shadowRoot);
      }
    }
    return found;
  });
}

test("the page's style does not come in, nor does ours go out; names, direction, language and base of the page do no harm", async (context) => {
  const settings = { viewport: { width: 1000, height: 800 } };
  const plain = await hostPage(context, browser, { body: PANEL, head: "<style>body { margin: 8px }</style>", settings });
  await read(plain.page);
  const style = `
    html { font-size: 7px } body { margin: 8px }
    * { color: red !important; background: lime !important; font: 30px/3 monospace !important; letter-spacing: 1em !important; text-transform: uppercase !important }
    :root { --paper: red; --ink: lime; --rem: 3px; --serif: monospace }
    button, p, mark, article, .panel, .text { display: none !important; width: 5px !important }`;
  const script = `
    customElements.define("statement-list", class extends HTMLElement {});
    customElements.define("live-region", class extends HTMLElement {});`;
  const hostile = await hostPage(context, browser, {
    body: `<statement-list></statement-list><h1>Page</h1>${PANEL}`,
    head: `<base href="https://elsewhere.example/deep/"><style>${style}</style><script>${script}</script>`,
    // Persian, of which there are no words.
    html: 'lang="fa" dir="rtl"',
    settings,
  });
  assert.equal((await read(hostile.page))[0][0].statements, 4);
  await plain.page.waitForTimeout(200);
  await hostile.page.waitForTimeout(200);
  const expected = await looks(plain.page);
  assert.ok(expected.length > 60, `${expected.length} elements`);
  assert.deepEqual(await looks(hostile.page), expected);
  const panel = hostile.page.locator("rapporteur-panel .panel");
  assert.deepEqual([await panel.getAttribute("lang"), await panel.getAttribute("dir")], ["en", "ltr"]);
  const heading = () => hostile.page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector("h1"))).cssText);
  const before = await heading();
  await hostile.page.evaluate(() => document.querySelector("rapporteur-panel")?.remove());
  assert.equal(await heading(), before);
  // Nothing global but the elements; Lit notes its versions.
  const globals = () => Object.keys(window);
  const without = await hostPage(context, browser, { body: PANEL, tag: false });
  const usual = await without.page.evaluate(globals);
  const left = (await plain.page.evaluate(globals)).filter((name) => !usual.includes(name));
  assert.deepEqual(left.sort(), ["litElementVersions", "litHtmlVersions", "litPropertyMetadata", "reactiveElementVersions"]);
  assert.ok(!hostile.requests.some((url) => url.startsWith("https://elsewhere.example")));
});

test("a page gives texts, hears what becomes of them, exports, and looks again at what it saved", async (context) => {
  const body = `<rapporteur-panel src="a.txt gone.txt"></rapporteur-panel>`;
  const { page } = await hostPage(context, browser, { body, files: { "a.txt": "The minister said no." }, before: watchEvents });
  const [results] = await read(page, 2);
  assert.deepEqual(results.map((/** @type {any} */ result) => [result.document, result.state]), [["a.txt", "done"], ["gone.txt", "failed"]]);
  assert.deepEqual((await told(page, "error")).map((error) => [error.type, error.document]), [["unreadable", "gone.txt"]]);

  await page.evaluate(() => {
    const panel = /** @type {any} */ (document.querySelector("rapporteur-panel"));
    panel.documents = [{ name: "one.txt", text: "The envoy said yes." }, { bytes: new TextEncoder().encode("Talks begin on Monday, she said."), date: "2024-02-05" }];
  });
  const [given] = await read(page, 2);
  assert.deepEqual(given.map((/** @type {any} */ { document }) => document), ["one.txt", "Text 2.txt"]);
  const text = await page.evaluate(async () => (await /** @type {any} */ (document.querySelector("rapporteur-panel")).export("json")).text());
  /** @type {any[]} */
  const reports = text.trim().split("\n").map((/** @type {string} */ line) => JSON.parse(line));
  assert.deepEqual(reports.map((/** @type {any} */ report) => report.document.name), ["one.txt", "Text 2.txt"]);
  assert.equal(reports[1].document.anchor, "2024-02-05");

  await page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-panel")).restore("view=statements"));
  await page.locator("rapporteur-statement-list .line").first().click();
  const [passage] = await told(page, "select");
  assert.deepEqual([passage.document, passage.statement, passage.words], ["one.txt", 0, "yes"]);
  const progress = await told(page, "progress");
  assert.deepEqual(progress.at(-1), { share: 1, done: 2, failed: 0, all: 2 });

  const saved = await page.evaluate(() => {
    const panel = /** @type {any} */ (document.querySelector("rapporteur-panel"));
    panel.restore("view=sourcing");
    return panel.save();
  });
  assert.equal(saved, "view=sourcing");
  await page.locator("rapporteur-sourcing-view").waitFor();
  assert.equal(page.url(), "https://host.example/", "the page's address is the page's");
  await page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-panel")).clear());
  await page.getByText("Drop texts or a folder here").waitFor();
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing wrong with a panel, ${colorScheme}`, async (context) => {
    const settings = { colorScheme, viewport: { width: 1280, height: 900 } };
    // All of it in sight: of what is scrolled away axe cannot tell the ground.
    const head = '<meta name="color-scheme" content="light dark"><style>rapporteur-panel { --rapporteur-height: 60rem }</style>';
    const body = `<main><h1>Page</h1><rapporteur-panel></rapporteur-panel>${PANEL}</main>`;
    const { page } = await hostPage(context, browser, { body, head, settings, before: watchEvents });
    await told(page, "result");
    const panel = page.locator("rapporteur-panel").nth(1);
    const tabs = await panel.locator(".tabs button").allTextContents();
    assert.ok(tabs.length >= 3);
    for (const tab of tabs) {
      await panel.locator(".tabs").getByRole("button", { name: tab, exact: true }).click();
      assert.deepEqual(await violations(page), [], tab);
    }
    await panel.locator(".tabs").getByRole("button", { name: "Statements", exact: true }).click();
    await panel.locator("rapporteur-statement-list .line").first().click();
    assert.deepEqual(await violations(page), [], "with a passage");
    await page.setViewportSize({ width: 390, height: 844 });
    assert.deepEqual(await violations(page), [], "narrow");
    await panel.getByRole("button", { name: "Back" }).click();
    assert.deepEqual(await violations(page), [], "narrow, findings");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "nothing is wider than a phone");
  });
}
