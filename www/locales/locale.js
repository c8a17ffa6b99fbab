// The words of the page, by key, in the language that was chosen.
//
// English is always there, and every word that another language lacks is English. The others come from whoever has them: as files
// of the page (from-site.js), or from inside it (inside.js). A word is asked for when it is drawn and never kept, since the
// language may change under an open page.

import english from "./en.json" with { type: "json" };
import names from "./languages.json" with { type: "json" };
import { closed } from "./straight.js";

/** @typedef {keyof typeof english.strings} Key */
/**
 * A file of this folder.
 *
 * @typedef {object} Locale
 * @property {string} language
 * @property {string} direction
 * @property {string} formats     how numbers and dates are written, as `Intl` names it
 * @property {string[]} plural    what the forms of a key stand for, in their order, as `Intl.PluralRules` names it
 * @property {Record<string, string>} strings
 */
/** @typedef {(language: string) => Promise<Locale>} Bring */

/** The languages that the page speaks, each with the name that it has in that language. */
export const LANGUAGES = /** @type {Record<string, string>} */ (names.languages);

const ENGLISH = /** @type {Locale} */ (english);

/** Says `change` when something is to be drawn in another language than before. */
export const languages = new EventTarget();

const inEnglish = speaker(ENGLISH);
/** Those that are here. */
const here = new Map([[ENGLISH.language, inEnglish]]);
/** @type {Bring} */
let bring = () => Promise.reject(new Error("there is none but English"));
let spoken = inEnglish;
/** What is spoken wherever nothing else is asked for. */
let usual = ENGLISH.language;
/** What was asked for last to be it. */
let asked = usual;

/**
 * A language with what `Intl` knows of it.
 *
 * @param {Locale} locale
 */
function speaker({ language, direction, formats, plural, strings }) {
  return {
    language,
    direction,
    plural,
    strings,
    numbers: new Intl.NumberFormat(formats),
    forms: new Intl.PluralRules(language),
    list: new Intl.ListFormat(formats, { type: "conjunction" }),
    day: new Intl.DateTimeFormat(formats, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
    month: new Intl.DateTimeFormat(formats, { month: "short", year: "numeric", timeZone: "UTC" }),
  };
}

/**
 * The words of a key, `{name}` replaced by the value of that name. Where a key has several forms they are apart by ` | `, and
 * `count` chooses.
 *
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  // What a language lacks is English, numbers and forms included.
  const { plural, forms, numbers, strings } = key in spoken.strings ? spoken : inEnglish;
  const all = strings[key].split(" | ");
  const chosen = all.length === 1 ? 0 : plural.indexOf(forms.select(Number(values.count)));
  const form = all[chosen] ?? all[all.length - 1];
  return form.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? numbers.format(value) : apart(value);
  });
}

/**
 * The words of a key that is put together, such as `grade.` and a grade; the last part itself where there is none.
 *
 * @param {string} group
 * @param {string} name
 */
export function word(group, name) {
  const key = `${group}.${name}`;
  return spoken.strings[key] ?? ENGLISH.strings[key] ?? name.replaceAll("_", " ");
}

/** @param {number} bytes */
export function size(bytes) {
  return t("size", { megabytes: Math.round((bytes / (1 << 20)) * 10) / 10 });
}

/** "A", "A and B", "A, B and C". @param {string[]} names */
export function listed(names) {
  return spoken.list.format(names.map(apart));
}

/** A letter that is written from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * Words of a text as they stand in a line of ours: where one of the two is written from right to left, the signs around the
 * words would otherwise go astray.
 *
 * @param {string} given
 */
function apart(given) {
  const words = closed(given);
  return words !== "" && (spoken.direction === "rtl" || RIGHT_TO_LEFT.test(words)) ? `\u2068${words}\u2069` : words;
}

/** How days and months are written. */
export function calendar() {
  return { day: spoken.day, month: spoken.month };
}

/**
 * The language in which the words are for somebody who wants one of these: the first that there is, else English.
 *
 * @param {readonly string[]} wanted    as in `lang`, the best first
 */
export function offered(wanted) {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split(/[-_]/)[0];
    if (Object.hasOwn(LANGUAGES, language)) return language;
  }
  return ENGLISH.language;
}

/**
 * Says where languages other than English come from.
 *
 * @param {Bring} from
 */
export function bringFrom(from) {
  bring = from;
}

/** Puts languages here at once. @param {Locale[]} locales */
export function put(locales) {
  for (const locale of locales) here.set(locale.language, speaker(locale));
}

/**
 * Makes a language the usual one and has everything drawn in it. Where its words cannot be had the usual one stays.
 *
 * @param {string} language    one of {@link LANGUAGES}
 * @returns {Promise<boolean>}   whether it is spoken now
 */
export async function use(language) {
  asked = language;
  try {
    if (!here.has(language)) put([await bring(language)]);
  } catch (error) {
    console.warn(`The words in ${language} cannot be had:`, error);
    return false;
  }
  // Another one may have been asked for meanwhile.
  if (asked !== language) return false;
  usual = language;
  speak(language);
  languages.dispatchEvent(new Event("change"));
  return true;
}

/** The usual language. */
export function inUse() {
  return usual;
}

/**
 * Has what comes next said in a language: elements do so before they draw.
 *
 * @param {string} [language]    the usual one unless given
 */
export function speak(language = usual) {
  spoken = here.get(language) ?? spoken;
}

/** The language that is spoken now: what is kept of words is good for as long as it is the same. */
export function language() {
  return spoken.language;
}

/** In which direction a language is written. @param {string} tag    one of {@link LANGUAGES} */
export function directionOf(tag) {
  return here.get(tag)?.direction ?? ENGLISH.direction;
}
