// The files of words: every language has all keys, with the same placeholders and as many forms as its grammar asks for; and there are words for
// everything that the engine and the compiled module say in English.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { Failure, cancelled, notLoaded, slow, stopped, tooLarge, unreadable } from "../../www/engine/failure.js";
import { diagnosticWords, failureWords, furnitureWords, nowhereWords, undatedWords } from "../../www/locales/core.js";
import { put, use } from "../../www/locales/locale.js";
import * as core from "../../www/pkg/reader-html/rapporteur.js";

const FOLDER = new URL("../../www/locales/", import.meta.url);

/** @typedef {{ language: string, direction: string, thanks_to: string[], comments: string, formats: string, plural: string[], strings: Record<string, string> }} Locale */

/** @param {string} name @returns {Locale} */
const file = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8"));

const english = file("en");
const { languages } = JSON.parse(readFileSync(new URL("languages.json", FOLDER), "utf8"));
const others = Object.keys(languages).filter((language) => language !== "en");

/** Letters that a sentence in that language cannot do without. @type {Record<string, RegExp>} */
const LETTERS = { uk: /\p{Script=Cyrillic}/u, ru: /\p{Script=Cyrillic}/u, ar: /\p{Script=Arabic}/u };

/** What has no words of a language in it: names, formats, English words that a rule looks for, placeholders alone. */
const SAME_EVERYWHERE = /^(about\.fingerprint|comma|evidence\.stance\.words|format\.markdown|positions\.on|audit\.percent|rows\.(csv|json|svg)|rule\.condition_(phrase|verb))$/;

/** What French and English have in common. */
const ALSO_FRENCH = [
  ...["Positions", "Conditions", "Condition", "condition", "Obstacles", "Obstacle", "Sanctions", "Alliances", "Justice", "Information", "Passage"],
  ...["institution", "document", "position", "date", "Date", "point", "possible", "Session", "organisation", "Sources"],
  ...["navigation", "image", "cookies", "publication"],
];

/** @param {string} text */
const placeholders = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

/** Whether a form stands for one number only, which its words may say themselves. @param {string} language @param {string} form */
function standsForOneNumber(language, form) {
  const rules = new Intl.PluralRules(language);
  return Array.from({ length: 1000 }, (_, number) => number).filter((number) => rules.select(number) === form).length === 1;
}

test("a language is on the list when it has a file", () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json") && name !== "languages.json");
  assert.deepEqual(files.map((name) => name.replace(".json", "")).sort(), Object.keys(languages).sort());
});

for (const language of Object.keys(languages)) {
  const { strings, plural, ...about } = file(language);

  test(`${language}: the head of the file is what Intl knows of the language`, () => {
    assert.equal(about.language, language);
    assert.equal(about.direction, language === "ar" ? "rtl" : "ltr");
    assert.ok(Array.isArray(about.thanks_to) && about.comments !== "");
    assert.equal(Intl.NumberFormat.supportedLocalesOf(about.formats).length, 1);
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    assert.deepEqual([...plural].sort(), [...pluralCategories].sort());
  });

  test(`${language}: as many forms as the grammar has, and none without words`, () => {
    for (const [key, text] of Object.entries(strings)) {
      const forms = text.split(" | ");
      assert.ok(forms.every((form) => form.trim() !== "" || key === "comma"), `${key} is empty`);
      if (forms.length === 1) {
        // One form is enough where the number stands apart: "Texts: 3".
        const apart = /(: ?|\()\{count\}/.test(text) || !english.strings[key].includes(" | ") || !placeholders(text).includes("count") || text === "{count} fois";
        assert.ok(apart, `${key}: ${text} needs ${plural.join(", ")}`);
      } else assert.equal(forms.length, plural.length, `${key}: ${plural.join(", ")}`);
      const all = placeholders(text);
      for (const [index, form] of forms.entries()) {
        if (forms.length === 1 || standsForOneNumber(language, plural[index])) continue;
        assert.deepEqual(placeholders(form), all, `${key}: ${plural[index]}`);
      }
    }
  });
}

for (const language of others) {
  const { strings } = file(language);

  test(`${language}: all keys, in the order of the English ones`, () => {
    assert.deepEqual(Object.keys(strings), Object.keys(english.strings));
  });

  test(`${language}: the placeholders of the English words`, () => {
    for (const [key, text] of Object.entries(strings)) assert.deepEqual(placeholders(text), placeholders(english.strings[key]), key);
  });

  test(`${language}: nothing was left in English`, () => {
    for (const [key, text] of Object.entries(strings)) {
      if (SAME_EVERYWHERE.test(key)) continue;
      if (language in LETTERS) assert.match(text.replace(/\{\w+\}/g, ""), LETTERS[language], key);
      else assert.ok(text !== english.strings[key] || ALSO_FRENCH.includes(text), `${key}: ${text}`);
    }
  });
}

const SOURCE = new URL("../../src/", import.meta.url);

/** @param {string} path */
const rust = (path) => readFileSync(new URL(path, SOURCE), "utf8").split("#[cfg(test)]")[0].replace(/^\s*\/\/.*$/gm, "");

/** The files of Rust code that hold some words. @param {RegExp} words */
const rustWith = (words) => readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".rs") && words.test(rust(path)));

/** What stands in a sentence may be named otherwise there. @param {string} sentence */
const bare = (sentence) => sentence.replace(/\{[^}]*\}/g, "{}");

/** What Rust code has in quotation marks and is more than a word. @param {string} path */
function sentencesIn(path) {
  // Not characters nor bytes; a sentence may go on in the next line.
  const code = rust(path).replace(/'"'/g, "").replace(/\bb"(?:[^"\\]|\\.)*"/g, "").replace(/\\\n\s*/g, "");
  const literals = [...code.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, words]) => bare(words));
  return literals.filter((words) => /[^ {}:] \S|} \w/.test(words));
}

/** The sentences of some groups of keys. @param {string[]} groups */
function ours(...groups) {
  const keys = Object.keys(english.strings).filter((key) => groups.some((group) => key.startsWith(`${group}.`)));
  return keys.flatMap((key) => english.strings[key].split(" | ")).map(bare);
}

/** What the page never gets to see: it looks at sizes itself, and gives no wrong options. */
const NEVER_SEEN = ["more than {} bytes", "{} bytes", "{}: has {}, over the limit of {}; raise the limit (--limit in the program) or split the file", "{}: `{}` is not {}"];

/**
 * Every sentence in some files of Rust code, or the piece of one, is in one of ours.
 *
 * @param {string[]} paths
 * @param {string[]} groups
 */
function check(paths, ...groups) {
  const known = ours(...groups);
  const found = paths.flatMap(sentencesIn);
  assert.ok(found.length > 0, paths.join());
  for (const sentence of found) {
    if (NEVER_SEEN.includes(sentence)) continue;
    const piece = sentence.replace(/^\{\} bytes/, "bytes").replace(/^1 /, "{} ");
    assert.ok(known.some((whole) => whole.includes(piece)), `en.json has no key for: ${sentence}`);
  }
}

test("there are words for every sentence of the Rust code about a file without a report", () => {
  check(["error.rs"], "failure");
  check(["ingest/sniff.rs"], "filekind");
  check(["correction/session.rs"], "sessioncause");
  assert.deepEqual(rustWith(/Error::not_text\(/), ["ingest/read.rs"]);
});

test("there are words for every remark on a text, under its code", () => {
  const paths = rustWith(/Diagnostic::new\(/);
  check(paths, "diagnostic");
  const codes = paths.flatMap((path) => [...rust(path).matchAll(/Diagnostic::new\(\s*"(\w+)"/g)].map(([, code]) => `diagnostic.${code}`));
  assert.deepEqual([...codes].sort(), Object.keys(english.strings).filter((key) => key.startsWith("diagnostic.")).sort());
});

test("there are words for every reason why a date is open or a citation leads nowhere", () => {
  const constants = rustWith(/: &str = "/).filter((path) => path.startsWith("time/"));
  const reasons = constants.flatMap((path) => [...rust(path).matchAll(/const \w+: &str =\s*"([^"]* [^"]*)"/g)].map(([, words]) => words));
  assert.deepEqual(reasons.sort(), ours("undated").sort());
  check(["ingest/block/citation.rs"], "nowhere");
});

test("there are words for every reason why a part of a page is furniture", () => {
  const table = readFileSync(new URL("../../data/page/reasons.csv", import.meta.url), "utf8").split("\n");
  const rows = table.filter((line) => line !== "" && !line.startsWith("#")).slice(1);
  const explained = rows.map((row) => row.match(/^(\w+),"?(.*?)"?$/)?.slice(1) ?? []);
  assert.deepEqual(Object.fromEntries(explained), Object.fromEntries(Object.entries(english.strings).flatMap(([key, words]) => (key.startsWith("explained.") ? [[key.slice(10), words]] : []))));
  for (const [reason] of explained) assert.ok(english.strings[`furniture.${reason}`], reason);
});

put(others.map(file));
core.initSync({ module: readFileSync(new URL("../../www/pkg/reader-html/rapporteur_bg.wasm", import.meta.url)) });

/** @param {string | Uint8Array} content */
const bytes = (content) => (typeof content === "string" ? new TextEncoder().encode(content) : content);

/** Why the module does not read something. @param {string} name @param {string | Uint8Array} content @param {"read" | "session"} what */
function refused(name, content, what = "read") {
  try {
    if (what === "session") core.checkSession(name, bytes(content));
    else core.Reading.read(name, bytes(content), { offsets: "utf16" }).free();
  } catch (error) {
    const { code, message } = /** @type {Error & { code: any }} */ (error);
    return new Failure(code, message, { name });
  }
  throw new Error(`${name} was read`);
}

/** A session of one text. @param {object} text @param {object} [more] */
const session = (text, more) => JSON.stringify({ schema: "rapporteur.session/1", offsets: "utf16", texts: [{ name: "a.txt", sha256: "0".repeat(64), ...text }], ...more });

const sessions = [
  "no JSON",
  "{}",
  session({}, { offsets: "chars" }),
  session({}, { schema: "rapporteur.session/9" }),
  session({}, { texts: [0, 1].map(() => ({ name: "a.txt", sha256: "0".repeat(64) })) }),
  session({ sha256: "short" }),
  session({ content: "?" }),
  session({ content: "QQ==" }),
  session({ corrections: [{ what: "reject", kind: "time", start: 2, end: 1 }] }),
  session({ corrections: [{ what: "rename", name: "", to: "" }] }),
  session({ corrections: [{ what: "amend", kind: "statement", start: 0, end: 1, grade: "best" }] }),
  session({ corrections: [{ what: "amend", kind: "time", start: 0, end: 1 }] }),
  session({ date: "soon" }),
];

const failures = [
  unreadable("a.txt", new DOMException("", "NotFoundError")),
  unreadable("a.txt", new DOMException("", "NotReadableError")),
  unreadable("a.txt", new DOMException("", "SecurityError")),
  unreadable("a.txt", "its address cannot be reached"),
  unreadable("a.txt", "the server answered 404"),
  tooLarge("a.txt", 900, 800),
  stopped("a.txt"),
  slow("a.txt", 20.4),
  cancelled("a.txt"),
  refused("a.txt", "%PDF-1.7\n"),
  // A name that looks like the sentence itself.
  refused("b: is a.txt", new Uint8Array(100)),
  ...sessions.map((content) => refused("a.session.json", content, "session")),
];

test("what is said in English of a file without a report is what programs are told", async () => {
  await use("en");
  for (const failure of failures) assert.equal(failureWords(failure), failure.message);
  assert.equal(failureWords(notLoaded(new Error("offline"))), english.strings["failure.not_loaded"]);
  assert.equal(failureWords(new Failure("wrong_option", "date: `soon` is not a day")), "date: `soon` is not a day");
});

/** Words that are the same in every language: names of files and forms, figures, and what a library says of JSON. */
const NAMES = /a\.txt|b: is|a\.session\.json|rapporteur(\.session\/\d)?|PDF|Markdown|HTML|SHA-256|`\w+`|\((expected ident|missing field|Invalid)[^)]*\)|U\+FFFD|utf-8|windows-1252|NUL|UTF-8/g;

/** @param {string} language @param {string} sentence @param {string} from */
function translated(language, sentence, from) {
  assert.notEqual(sentence, from);
  const left = sentence.replace(/[\u2068\u2069]/g, "").replace(NAMES, "");
  if (language === "fr") assert.doesNotMatch(left, /\b(the|is|not|it|of|cannot|file)\b/, sentence);
  else assert.doesNotMatch(left, /[a-z]/i, sentence);
}

/** Texts with remarks, and what they are called. @type {[string, string | Uint8Array][]} */
const REMARKED = [
  ["empty.txt", ""],
  ["one.txt", Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62)],
  ["three.txt", Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0x62, 0xfe, 0x20, 0xff)],
  ["guessed.txt", Uint8Array.of(0x49, 0x6c, 0x20, 0xe9, 0x74, 0x61, 0x69, 0x74, 0x20, 0x6c, 0xe0, 0x2e)],
  ["nul.txt", "The minister\0 said\0 so."],
  ["list.html", "<!doctype html><ul><li><a href=a>One</a></ul><!-- and"],
  ["parts.html", `<!doctype html><nav>All of our pages</nav><article><h1>Talks</h1>${"<p>The minister said that the talks would go on for another week.</p>".repeat(5)}</article><aside><p>Another story of today.</p></aside>`],
];

test("everything that is said of a file or a text is said in every language", async () => {
  const remarks = REMARKED.flatMap(([name, content]) => {
    const reading = core.Reading.read(name, bytes(content), { offsets: "utf16" });
    const { diagnostics } = reading.overview();
    reading.free();
    return /** @type {{ code: string, message: string }[]} */ (diagnostics);
  });
  const composed = Object.keys(english.strings).filter((key) => key.startsWith("diagnostic.") && placeholders(english.strings[key]).length > 0);
  assert.deepEqual([...new Set(remarks.map(({ code }) => `diagnostic.${code}`))].filter((key) => composed.includes(key)).sort(), composed.sort());
  await use("en");
  for (const remark of remarks) assert.equal(diagnosticWords(remark), remark.message);
  for (const language of others) {
    await use(language);
    for (const failure of [...failures, notLoaded(new Error("offline"))]) translated(language, failureWords(failure), failure.message);
    for (const remark of remarks) translated(language, diagnosticWords(remark), remark.message);
    for (const reason of ours("undated")) translated(language, undatedWords({ reason }) ?? reason, reason);
    for (const reason of ours("nowhere")) translated(language, nowhereWords({ reason }), reason);
    translated(language, furnitureWords({ reason: "share", explanation: english.strings["explained.share"] }), english.strings["explained.share"]);
  }
  assert.equal(undatedWords({ reason: null }), null);
  assert.equal(undatedWords({ reason: "a reason of tomorrow" }), "a reason of tomorrow");
});
