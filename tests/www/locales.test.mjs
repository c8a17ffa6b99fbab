// The files of words: every language has all keys, with the same placeholders and as many forms as its grammar asks for.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

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
