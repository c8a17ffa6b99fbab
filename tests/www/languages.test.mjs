// The page in other languages: which one it takes, what a switch keeps, how it is laid out from right to left, and offline.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { inUse, listed, offered, put, t, use, word } from "../../www/locales/locale.js";
import { violations } from "./axe.mjs";
import { openBrowser } from "./browser.mjs";
import { TEXT, hostPage, read } from "./host-page.mjs";
import { entries, saved, settled, visit } from "./visit.mjs";

/** @import { Page } from "playwright-core" */

const browser = await openBrowser({ after });
const LANGUAGES = ["fr", "uk", "ru", "ar"];
const files = Object.fromEntries(LANGUAGES.map((language) => [language, JSON.parse(readFileSync(new URL(`../../www/locales/${language}.json`, import.meta.url), "utf8"))]));
const english = JSON.parse(readFileSync(new URL("../../www/locales/en.json", import.meta.url), "utf8"));
const VIEWS = ["brief", "positions", "statements", "commitments", "timeline", "sourcing", "contents"];

put(Object.values(files));

/**
 * What the page says of so many texts.
 *
 * @param {string} language
 * @param {Record<number, string>} expected
 */
async function check(language, expected) {
  await use(language);
  for (const [count, words] of Object.entries(expected)) assert.equal(t("files.count", { count: Number(count) }), words, `${language}: ${count}`);
}

test("a number takes the form that the language has for it", async () => {
  await check("en", { 0: "0 texts", 1: "1 text", 2: "2 texts", 21: "21 texts" });
  await check("fr", { 0: "0 texte", 1: "1 texte", 2: "2 textes", 1000000: "1\u202f000\u202f000 de textes" });
  await check("uk", { 1: "1 текст", 2: "2 тексти", 5: "5 текстів", 11: "11 текстів", 21: "21 текст", 1.5: "1,5 тексту" });
  await check("ru", { 1: "1 текст", 2: "2 текста", 5: "5 текстов", 12: "12 текстов", 22: "22 текста", 1.5: "1,5 текста" });
  await check("ar", { 0: "لا نصوص", 1: "نص واحد", 2: "نصان", 3: "3 نصوص", 11: "11 نصًا", 100: "100 نص", 103: "103 نصوص" });
});

test("lists are as the language has them, and what comes from a text stands apart where that is written the other way", async () => {
  await use("en");
  assert.equal(listed(["A", "B", "C"]), "A, B and C");
  await use("uk");
  assert.equal(listed(["A", "B", "C"]), "A, B і C");
  await use("ar");
  assert.equal(t("commitments.to", { names: "Kenya (KEN)" }), "تجاه \u2068Kenya (KEN)\u2069");
});

test("signs in a name that turn letters around do not reach the page's own words", async () => {
  await use("en");
  const said = (/** @type {string} */ name) => t("commitments.to", { names: name });
  assert.equal(said("a\u202Efdp.txt"), "to afdp.txt");
  assert.equal(said("a\u2067b"), "to ab");
  assert.equal(said("a\u2069b\u2068"), "to ab");
  assert.equal(said("\u2068a\u2069"), "to \u2068a\u2069");
});

test("what a language lacks is English, number and form too", async () => {
  put([{ ...files.uk, strings: { close: "Закрити" } }]);
  await use("uk");
  assert.equal(t("close"), "Закрити");
  assert.equal(t("files.count", { count: 1 }), "1 text");
  assert.equal(word("grade", "named"), "named");
  assert.equal(word("grade", "new_grade"), "new grade");
  put([files.uk]);
});

test("the first language that there is, else English", () => {
  for (const [wanted, expected] of /** @type {[string[], string][]} */ ([
    [["uk-UA", "ru"], "uk"],
    [["de-AT", "fr-CH", "en"], "fr"],
    [["AR"], "ar"],
    [["", "ar_EG"], "ar"],
    [["de"], "en"],
    [["arc", "uka"], "en"],
    [["constructor"], "en"],
    [[], "en"],
  ])) {
    assert.equal(offered(wanted), expected, wanted.join());
  }
});

test("where words cannot be had the page stays as it is", async () => {
  await use("fr");
  assert.equal(await use("xx"), false);
  assert.equal(inUse(), "fr");
  assert.equal(t("close"), "Fermer");
});

/** @param {Page} page */
const root = (page) => page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir, title: document.title }));

/**
 * Waits until the page is in a language.
 *
 * @param {Page} page
 * @param {string} language
 */
async function spoken(page, language) {
  await page.waitForFunction((language) => document.documentElement.lang === language, language);
  await page.getByRole("button", { name: language === "en" ? "Help" : files[language].strings["help.open"], exact: true }).waitFor();
}

/** Goes on to another address when the page has all that it asked for: what is cut short counts as failed. @param {Page} page @param {string} address */
async function move(page, address) {
  await page.waitForLoadState("networkidle");
  await page.goto(address);
}

/** @param {Page} page */
async function readExample(page) {
  await page.locator("welcome-page intake-buttons button").last().click();
  await settled(page, 6);
}

for (const form of /** @type {const} */ (["site", "single"])) {
  test(`the language is that of the address, else of the browser, else English (${form})`, async (context) => {
    const { page, troubles } = await visit(context, { browser, form, settings: { locale: "uk-UA" } });
    assert.deepEqual(await root(page), { lang: "uk", dir: "ltr", title: files.uk.strings["app.title"] });
    await page.getByText(files.uk.strings["drop.here"]).waitFor();
    const address = page.url().replace(/[?#].*/, "");
    await move(page, `${address}?lang=ar`);
    await spoken(page, "ar");
    assert.equal((await root(page)).dir, "rtl");
    await move(page, `${address}?lang=ar#lang=fr`);
    await spoken(page, "fr");
    assert.equal((await root(page)).dir, "ltr");
    await move(page, `${address}?lang=xx`);
    await spoken(page, "uk");
    assert.deepEqual(troubles, []);
    const german = await visit(context, { browser, form, settings: { locale: "de-DE" } });
    assert.equal((await root(german.page)).lang, "en");
  });
}

test("a switch comes at once and keeps texts, search, passage and what is known of it", async (context) => {
  const { page, troubles } = await visit(context, { browser, settings: { viewport: { width: 1280, height: 800 } } });
  await readExample(page);
  await page.getByRole("button", { name: "Commitments" }).click();
  await page.locator("commitments-view .line").first().click();
  await page.locator("evidence-card dt", { hasText: "Shown by" }).first().waitFor({ state: "attached" });
  const [before] = await page.evaluate(() => {
    const { library, desk } = /** @type {any} */ (document.querySelector("rapporteur-app"));
    Object.assign(window, { kept: [library.entries[0].reading, desk.passage] });
    return [library.entries.length];
  });
  await page.getByLabel("Language").first().selectOption("uk");
  await spoken(page, "uk");
  await page.locator("evidence-card dt", { hasText: files.uk.strings["evidence.rule"] }).first().waitFor({ state: "attached" });
  assert.equal(await page.locator("evidence-card dt", { hasText: "Shown by" }).count(), 0);
  await page.getByRole("button", { name: files.uk.strings["view.commitments"], exact: true }).waitFor();
  await page.locator("commitments-view h3", { hasText: files.uk.strings["commitments.condition"] }).waitFor();
  const same = await page.evaluate(() => {
    const { library, desk } = /** @type {any} */ (document.querySelector("rapporteur-app"));
    const [reading, passage] = /** @type {any} */ (window).kept;
    return [library.entries.length, library.entries[0].reading === reading, desk.passage === passage];
  });
  assert.deepEqual(same, [before, true, true]);
  assert.match(new URL(page.url()).hash, /\blang=uk\b/);
  await page.getByLabel(files.uk.strings["app.language"]).first().selectOption("en");
  await spoken(page, "en");
  await page.locator("evidence-card dt", { hasText: "Shown by" }).first().waitFor({ state: "attached" });
  assert.deepEqual(troubles, []);
});

test("no English is left on the page, in any view", async (context) => {
  const { page } = await visit(context, { browser, settings: { locale: "uk", viewport: { width: 1280, height: 800 } } });
  await readExample(page);
  for (const view of VIEWS) {
    await page.evaluate((view) => /** @type {any} */ (document.querySelector("rapporteur-app")).desk.set({ view }), view);
    await page.waitForTimeout(200);
    const names = await page.locator("button:visible, h3:visible, summary:visible, th:visible, dt:visible, label:visible").evaluateAll((elements) =>
      elements.filter((element) => !element.matches("[dir=auto], .line, :has([dir=auto]), .words")).map((element) => (element.getAttribute("aria-label") ?? element.textContent ?? "").trim()),
    );
    const english = names.filter((name) => /[a-z]{3}/i.test(name) && !/\p{Script=Cyrillic}/u.test(name) && !["CSV", "JSON", "SHA-256"].includes(name));
    assert.deepEqual(english.filter((name) => /^(show|save|search|close|text|who|when|what|how|copy|correct|remove)/i.test(name)), [], view);
  }
});

/** Bytes that are no text, and a text with all that the module gives a reason for. @type {{ name: string, mimeType: string, buffer: Buffer }[]} */
const REASONED = [
  { name: "picture.txt", mimeType: "text/plain", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]) },
  {
    name: "open.txt",
    mimeType: "text/plain",
    buffer: Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from("Talks to go on\n\nThe minister said on Monday that the talks would go on [4]. They were meant to end on 31 February 2022.\n\nShare this article\n\nNobody was na"),
      Buffer.from([0xff]),
      Buffer.from("med.\n"),
    ]),
  },
];

/** All that the page says to eyes and ears, its shadows included. @param {Page} page @returns {Promise<string>} */
const everything = (page) =>
  page.evaluate(() => {
    /** @param {Element | ShadowRoot} root @returns {string[]} */
    const words = (root) => [
      ...("getAttribute" in root ? ["title", "aria-label"].map((name) => root.getAttribute(name) ?? "") : []),
      ...[...root.childNodes].flatMap((node) => (node instanceof Element ? (node.localName === "style" ? [] : words(node)) : (node.textContent ?? ""))),
      ...("shadowRoot" in root && root.shadowRoot !== null ? words(root.shadowRoot) : []),
    ];
    return words(document.body).join("\n");
  });

test("what the engine and the module say is in the language of the page, and in English for programs", async (context) => {
  const { page, troubles } = await visit(context, { browser, settings: { locale: "fr", viewport: { width: 1280, height: 800 }, bypassCSP: true } });
  await page.setInputFiles("#files", REASONED);
  const [picture] = await settled(page, 2);
  assert.equal(picture.message, "picture.txt: is a PNG image, not a text; save it as plain text, Markdown or HTML first");
  const { strings } = files.fr;
  const why = "picture.txt\u00a0: c’est une image PNG, pas un texte\u00a0; enregistrez-le d’abord comme texte brut, Markdown ou HTML";
  /** What the module said in English. @type {string[]} */
  const given = await page.evaluate(() => {
    const { overview, times, blocks } = /** @type {any} */ (document.querySelector("rapporteur-app")).library.entries[1].reading;
    const all = [...overview.diagnostics.map((/** @type {any} */ { message }) => message), ...blocks.map((/** @type {any} */ { explanation }) => explanation)];
    return [...all, ...[...times, ...overview.citations].map(({ reason }) => reason)].filter((sentence) => sentence !== null);
  });
  const reasons = ["undated.no_date", "undated.no_such_day", "nowhere.no_reference", "explained.share"];
  for (const key of reasons) assert.ok(given.includes(english.strings[key]), key);
  /** @type {[string, number, string[]][]} */
  const shown = [
    ["contents", 2, [...reasons, "furniture.share"]],
    ["timeline", 2, reasons.slice(0, 2)],
    ...VIEWS.map((view) => /** @type {[string, number, string[]]} */ ([view, 1, []])),
  ];
  for (const [view, file, keys] of shown) {
    await page.locator("file-list .file").nth(file).click();
    await page.evaluate((view) => /** @type {any} */ (document.querySelector("rapporteur-app")).desk.set({ view }), view);
    await page.waitForTimeout(200);
    const said = await everything(page);
    for (const key of keys) assert.ok(said.includes(strings[key]), `${view}: ${strings[key]}`);
    for (const sentence of [...given, "not a text"]) assert.ok(!said.includes(sentence), `${view}: ${sentence}`);
    assert.ok(said.includes(why), "the list of texts says why there is nothing to see");
    if (file === 1) assert.equal(said.split(why).length > 2 || view === "statements", true, `${view} says it too`);
    assert.deepEqual(await violations(page), [], view);
  }
  await page.locator("file-list .file").nth(2).click();
  const furniture = page.locator("text-reader .furniture .why");
  assert.deepEqual([await furniture.getAttribute("lang"), await furniture.textContent()], ["fr", strings["explained.share"]]);
  assert.equal(await page.locator("text-reader article .date").first().getAttribute("title"), strings["undated.no_date"]);
  // In another language at once, notes of marks included.
  await page.getByLabel(strings["app.language"]).first().selectOption("uk");
  await spoken(page, "uk");
  assert.equal(await furniture.textContent(), files.uk.strings["explained.share"]);
  assert.equal(await page.locator("text-reader article .date").first().getAttribute("title"), files.uk.strings["undated.no_date"]);
  assert.deepEqual(troubles, []);
});

test("a session that cannot be used says why in the language of the page, to ears too", async (context) => {
  const { page } = await visit(context, { browser, settings: { locale: "fr" } });
  const content = JSON.stringify({ schema: "rapporteur.session/1", offsets: "utf16", texts: [{ name: "a.txt", sha256: "0" }] });
  await page.setInputFiles("#files", { name: "work.session.json", mimeType: "application/json", buffer: Buffer.from(content) });
  const why = "work.session.json\u00a0: ne peut pas servir de session (a.txt\u00a0: `0` n’est pas une empreinte SHA-256)";
  await page.locator("notice-bar").getByText(why).waitFor();
  await page.locator("live-region").getByText(why).waitFor({ state: "attached" });
  assert.deepEqual(await entries(page), []);
});

test("a report to read is English, says so of itself, and the page says so where it speaks another language", async (context) => {
  const { page } = await visit(context, { browser, settings: { locale: "ru" } });
  await page.setInputFiles("#files", REASONED[1]);
  await settled(page, 1);
  const line = page.locator("save-dialog .english");
  await page.getByRole("button", { name: files.ru.strings["save.open"], exact: true }).click();
  for (const [format, told] of /** @type {const} */ ([["html", 1], ["json", 0], ["markdown", 1]])) {
    await page.locator(`save-dialog input[value=${format}]`).check();
    assert.equal(await line.count(), told, format);
  }
  assert.equal(await line.textContent(), files.ru.strings["save.english"]);
  await page.keyboard.press("Escape");
  await page.locator("language-menu select").first().selectOption("en");
  await spoken(page, "en");
  const { bytes } = await saved(page, { format: "html" });
  assert.equal(await line.count(), 0);
  assert.match(new TextDecoder().decode(bytes), /^<!doctype html>\n<html lang="en">/);
});

/** @param {Page} page @param {string} selector */
async function box(page, selector) {
  const found = await page.locator(selector).first().boundingBox();
  assert.ok(found !== null, selector);
  return { start: found.x, end: found.x + found.width };
}

for (const [language, rightToLeft] of /** @type {const} */ ([["ar", true], ["en", false]])) {
  test(`places, bars and marks lie from ${rightToLeft ? "right to left" : "left to right"} (${language})`, async (context) => {
    const { page } = await visit(context, { browser, settings: { locale: language, viewport: { width: 1280, height: 800 } } });
    await readExample(page);
    /** Whether the first lies before the second. @param {string} first @param {string} second */
    const before = async (first, second) => {
      const [a, b] = [await box(page, first), await box(page, second)];
      assert.ok(rightToLeft ? a.start >= b.end - 1 : a.end <= b.start + 1, `${first} before ${second}`);
    };
    await before("nav.files", "section.view");
    await before("section.view", "section.text");
    await before("h1", "language-menu");
    await before(".tabs button:nth-child(1)", ".tabs button:nth-child(2)");
    await page.locator("statement-list .line").first().click();
    // The words of an English text run from left to right all the same.
    const article = page.locator("text-reader article p").first();
    assert.equal(await article.evaluate((element) => getComputedStyle(element).direction), "ltr");
    assert.equal(await page.locator("text-reader article").getAttribute("lang"), "en");
    assert.equal(await page.locator("statement-list .what").first().evaluate((element) => getComputedStyle(element).direction), "ltr");
    await page.evaluate(() => /** @type {any} */ (document.querySelector("rapporteur-app")).desk.set({ view: "sourcing" }));
    const shares = page.locator("sourcing-view .bar").first().locator("> *");
    await shares.first().waitFor();
    const [first, last] = [await shares.first().boundingBox(), await shares.last().boundingBox()];
    assert.ok(first !== null && last !== null && first.x !== last.x && first.x > last.x === rightToLeft, "the best sourced share comes first");
  });
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing wrong in Arabic, ${colorScheme}`, async (context) => {
    const { page } = await visit(context, { browser, settings: { locale: "ar", colorScheme, viewport: { width: 1280, height: 800 }, bypassCSP: true } });
    assert.deepEqual(await violations(page), [], "empty");
    await readExample(page);
    await page.locator("statement-list .line").first().click();
    for (const view of VIEWS) {
      await page.evaluate((view) => /** @type {any} */ (document.querySelector("rapporteur-app")).desk.set({ view }), view);
      await page.waitForTimeout(200);
      assert.deepEqual(await violations(page), [], view);
    }
    await page.locator("button.help").click();
    assert.deepEqual(await violations(page), [], "help");
  });
}

test("with the network gone the page opens in the language chosen, and can be switched to the others", async (context) => {
  const { page, site, session } = await visit(context, { browser });
  await page.waitForSelector("html[data-offline=ready]");
  await page.getByLabel("Language").first().selectOption("ar");
  await spoken(page, "ar");
  await session.setOffline(true);
  await site?.close();
  await page.reload();
  await page.waitForSelector("html[data-ready]");
  assert.equal((await root(page)).lang, "ar");
  await page.getByText(files.ar.strings["drop.here"]).waitFor();
  for (const language of ["fr", "uk", "ru"]) {
    await page.locator("language-menu select").first().selectOption(language);
    await spoken(page, language);
  }
});

test("a language that cannot be fetched leaves the page in English, ready to read", async (context) => {
  const before = (/** @type {Page} */ page) => page.route(/\/uk-[0-9a-f]{10}\.json$/, (route) => route.fulfill({ status: 500 }));
  const { page } = await visit(context, { browser, settings: { locale: "uk", serviceWorkers: "block" }, before });
  assert.equal((await root(page)).lang, "en");
  await page.getByRole("button", { name: "Try the example" }).click();
  await settled(page, 6);
});

test("panels: each in the language of its `lang`, else of what is around it, and at once when that changes", async (context) => {
  const body = `<rapporteur-panel lang="uk">${TEXT}</rapporteur-panel><rapporteur-panel lang="ar-EG">${TEXT}</rapporteur-panel><rapporteur-panel>${TEXT}</rapporteur-panel><rapporteur-panel lang="de">${TEXT}</rapporteur-panel>`;
  const { page, requests, troubles } = await hostPage(context, browser, { body, html: 'lang="fr"' });
  for (const place of [0, 1, 2, 3]) await page.locator("rapporteur-panel").nth(place).scrollIntoViewIfNeeded();
  await read(page);
  const tab = (/** @type {number} */ place) => page.locator("rapporteur-panel").nth(place).locator("nav.tabs");
  for (const [place, { language, direction, strings }] of [files.uk, files.ar, files.fr, english].entries()) {
    await tab(place).getByText(strings["view.statements"], { exact: true }).waitFor();
    const panel = page.locator("rapporteur-panel").nth(place).locator(".panel");
    assert.deepEqual([await panel.getAttribute("lang"), await panel.getAttribute("dir")], [language, direction]);
  }
  // Not the page's own language, nor its direction.
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]), ["fr", "", "A page"]);
  await page.evaluate(() => document.querySelector("rapporteur-panel")?.setAttribute("lang", "ru"));
  await tab(0).getByText(files.ru.strings["view.statements"], { exact: true }).waitFor();
  await page.evaluate(() => document.querySelector("rapporteur-panel")?.removeAttribute("lang"));
  await tab(0).getByText(files.fr.strings["view.statements"], { exact: true }).waitFor();
  await tab(1).getByText(files.ar.strings["view.statements"], { exact: true }).waitFor();
  assert.deepEqual(requests.filter((url) => url.endsWith(".json")), [], "the words are in the script");
  assert.deepEqual(troubles, []);
});
