// What the engine and the compiled module say in English, in the language that is spoken.
//
// Where there is a code, or all that stands in a sentence is known, the key says which sentence it is. Else its English words do: they are those of
// en.json, and what stands in it is found between them. A sentence that en.json does not have stays as it is.

import english from "./en.json" with { type: "json" };
import { t } from "./locale.js";

/** @import { Time } from "../engine/columns.js" */
/** @import { Failure, Params } from "../engine/failure.js" */
/** @import { Key } from "./locale.js" */

/** @typedef {"failure" | "cause" | "sessioncause" | "filekind" | "diagnostic" | "undated" | "nowhere"} Group */
/** Words and placeholders in turn, words first and last. @typedef {string[]} Parts */
/** @typedef {{ key: Key, parts: Parts }} Form */

/** What stands in a sentence and is one itself. @type {Record<string, Group>} */
const INNER = { why: "cause", cause: "sessioncause", what: "filekind" };

/** The places that hold a figure. */
const FIGURES = new Set(["bytes", "count", "parts", "words", "start", "end"]);

/** @type {Record<string, string>} */
const STRINGS = english.strings;

/** @type {Map<Group, { whole: Map<string, Key>, forms: Form[] }>} */
const groups = new Map();

/**
 * The English sentences of a group: those that are always the same, and the forms of the others.
 *
 * @param {Group} group
 */
function sentencesOf(group) {
  const before = groups.get(group);
  if (before !== undefined) return before;
  const made = { whole: new Map(), forms: /** @type {Form[]} */ ([]) };
  for (const [name, words] of Object.entries(STRINGS)) {
    if (!name.startsWith(`${group}.`)) continue;
    const key = /** @type {Key} */ (name);
    for (const form of words.split(" | ")) {
      const parts = form.split(/\{(\w+)\}/);
      if (parts.length === 1) made.whole.set(form, key);
      else made.forms.push({ key, parts });
    }
  }
  groups.set(group, made);
  return made;
}

/**
 * An English sentence in the language that is spoken; itself where there is no such sentence in the group.
 *
 * @param {Group} group
 * @param {string} sentence
 * @param {Params} [known]    what stands in it, as far as that is known
 * @returns {string}
 */
export function said(group, sentence, known = {}) {
  const { whole, forms } = sentencesOf(group);
  const key = whole.get(sentence);
  if (key !== undefined) return t(key);
  for (const { key, parts } of forms) {
    const found = between(parts, sentence, known);
    if (found !== null) return t(key, inner(found));
  }
  return sentence;
}

/** Why a file has no report. @param {Failure} failure */
export function failureWords({ sentence, message, params }) {
  const key = `failure.${sentence}`;
  const wanted = (STRINGS[key]?.match(/\{\w+\}/g) ?? []).map((place) => place.slice(1, -1));
  const complete = key in STRINGS && wanted.every((name) => name in params);
  return complete ? t(/** @type {Key} */ (key), inner(params)) : said("failure", message, params);
}

/** A remark on a text. @param {{ message: string }} diagnostic */
export function diagnosticWords({ message }) {
  return said("diagnostic", message);
}

/** Why a date is open; null where nothing is said of it. @param {Pick<Time, "reason">} time */
export function undatedWords({ reason }) {
  return reason === null ? null : said("undated", reason);
}

/** Why a citation leads nowhere. @param {{ reason: string | null }} citation */
export function nowhereWords({ reason }) {
  return reason === null ? t("contents.citation.nowhere") : said("nowhere", reason);
}

/** Why a block is page furniture. @param {{ reason: string | null, explanation: string | null }} block */
export function furnitureWords({ reason, explanation }) {
  const key = `explained.${reason}`;
  return key in STRINGS ? t(/** @type {Key} */ (key)) : (explanation ?? t("contents.furniture"));
}

/**
 * What stands in the places of a sentence; null where its words are others. The cost grows with the length of the sentence, whatever it holds.
 *
 * @param {Parts} parts
 * @param {string} sentence
 * @param {Params} known
 * @returns {Params | null}
 */
function between(parts, sentence, known) {
  if (!sentence.startsWith(parts[0])) return null;
  /** @type {Params} */
  const found = {};
  let at = parts[0].length;
  for (let place = 1; place < parts.length; place += 2) {
    const [name, after] = [parts[place], parts[place + 1]];
    const last = place + 2 >= parts.length;
    const end = name in known ? at + String(known[name]).length : last ? sentence.length - after.length : sentence.indexOf(after, at);
    if (end < at || !sentence.startsWith(after, end) || (last && end + after.length !== sentence.length)) return null;
    found[name] = sentence.slice(at, end);
    if (name in known && found[name] !== String(known[name])) return null;
    at = end + after.length;
  }
  return found;
}

/**
 * Sentences in a sentence are said, and figures written, as the language has them.
 *
 * @param {Params} params
 * @returns {Params}
 */
function inner(params) {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === "number") return [name, value];
      if (name in INNER) return [name, said(INNER[name], value)];
      return [name, FIGURES.has(name) && /^\d{1,15}$/.test(value) ? Number(value) : value];
    }),
  );
}
