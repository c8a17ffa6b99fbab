// Every place where the words of a search stand in the texts, inside statements and outside of them.

import { fold, endInText, startInText } from "../library/folding.js";
import { language } from "../locales/locale.js";
import { asked } from "./find-statements.js";
import { oncePerReading } from "./once.js";

/** @import { Range, Statement } from "../engine/columns.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { Context } from "../library/context.js" */
/** @import { Exact, Folded } from "../library/folding.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Hit, Wanted } from "./find-statements.js" */

/** @typedef {Range & { entry: Entry }} Place */
/** The places in their order, as many as are kept, how many there are and in how many texts. @typedef {{ places: Place[], all: number, texts: number }} Concordance */
/** The words around a place, in one line. @typedef {{ left: string, hit: string, right: string }} Around */
/** Texts to search. @typedef {Wanted & { context: Context }} Asked */

/** How many places are put in order and can be shown; more than anybody reads. */
export const KEPT = 5000;
/** How much of a search counts; longer ones come of pasting by mistake. */
const LONGEST = 200;
/** How much of the text is shown on each side of a place. */
const BESIDE = 90;

const IN_WORDS = /[\p{L}\p{N}\p{M}]/u;

/** A text as it was folded last. @type {WeakMap<Reading, { key: string, folded: Folded }>} */
const known = new WeakMap();

/** The places of a search; `hits` are the statements that the filters leave, where only those count. */
export const concordance = oncePerReading(
  search,
  (/** @type {Asked} */ wanted, /** @type {Hit[] | null} */ hits) => JSON.stringify([asked(wanted), wanted.context.order, [...wanted.context.exact], hits === null]),
);

/**
 * @param {Entry[]} entries
 * @param {Asked} wanted
 * @param {Hit[] | null} hits
 * @returns {Concordance}
 */
function search(entries, { query, context }, hits) {
  const exact = { accents: context.exact.has("accents"), letterCase: context.exact.has("case") };
  const words = wordsOf(query, exact);
  /** @type {Place[]} */
  const places = [];
  if (words.length === 0) return { places, all: 0, texts: 0 };
  const allowed = hits === null ? null : extentsOf(hits);
  let [all, texts] = [0, 0];
  for (const entry of entries) {
    if (entry.reading === null) continue;
    const before = all;
    const ranges = allowed === null ? null : (allowed.get(entry) ?? []);
    if (ranges?.length === 0) continue;
    let next = 0;
    const folded = foldedOf(entry.reading, exact);
    for (const [from, to] of placesIn(folded.text, words, context.exact.has("words"))) {
      if (ranges === null && places.length >= KEPT) {
        all += 1;
        continue;
      }
      const [start, end] = [startInText(folded, from), endInText(folded, to)];
      if (ranges !== null) {
        while (next < ranges.length && ranges[next].end <= start) next += 1;
        if (next === ranges.length) break;
        if (ranges[next].start >= end) continue;
      }
      all += 1;
      if (places.length < KEPT) places.push({ entry, start, end });
    }
    if (all > before) texts += 1;
  }
  return { places: ordered(places, context.order), all, texts };
}

/** The words of a search, folded. @param {string} query @param {Exact} [exact] */
export function wordsOf(query, exact) {
  return fold(query.slice(0, LONGEST), exact).text.split(/\s+/).filter(Boolean);
}

/**
 * Where words stand one behind the other, with white space between them.
 *
 * @param {string} text      folded
 * @param {string[]} words   folded, at least one
 * @param {boolean} whole    whether no letter may stand right before or behind
 * @returns {Generator<[number, number]>}
 */
function* placesIn(text, [first, ...rest], whole) {
  let at = text.indexOf(first);
  while (at !== -1) {
    const end = endOf(text, at + first.length, rest);
    const fits = end !== -1 && !marked(text, end) && !(whole && (letterBefore(text, at) || letterAt(text, end)));
    if (fits) yield [at, end];
    at = text.indexOf(first, fits ? end : at + 1);
  }
}

/**
 * Where the rest of the words ends; -1 where it does not stand there.
 *
 * @param {string} text
 * @param {number} end      of the words before
 * @param {string[]} rest
 */
function endOf(text, end, rest) {
  let at = end;
  for (const word of rest) {
    const start = at;
    while (/\s/.test(text.charAt(at))) at += 1;
    if (at === start || !text.startsWith(word, at)) return -1;
    at += word.length;
  }
  return at;
}

/**
 * Whether a combining mark stands there: what is before it is then another letter. Where accents make no difference there are none.
 *
 * @param {string} text
 * @param {number} at
 */
function marked(text, at) {
  return /\p{Mn}/u.test(text.charAt(at));
}

/**
 * @param {string} text
 * @param {number} at
 */
function letterAt(text, at) {
  return at < text.length && IN_WORDS.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/**
 * @param {string} text
 * @param {number} at
 */
function letterBefore(text, at) {
  const unit = text.charCodeAt(at - 1);
  return at > 0 && letterAt(text, unit >= 0xdc00 && unit < 0xe000 ? at - 2 : at - 1);
}

/**
 * The words of statements by their texts: stretches in order, none over another.
 *
 * @param {Hit[]} hits
 */
function extentsOf(hits) {
  /** @type {Map<Entry, Range[]>} */
  const extents = new Map();
  for (const { entry, statement } of hits) {
    const own = extents.get(entry);
    if (own === undefined) extents.set(entry, rangesOf(statement));
    else own.push(...rangesOf(statement));
  }
  for (const [entry, ranges] of extents) {
    /** @type {Range[]} */
    const joined = [];
    for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
      const last = joined.at(-1);
      if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
      else joined.push({ start, end });
    }
    extents.set(entry, joined);
  }
  return extents;
}

/** Who says it, by which word, and what. @param {Statement} statement @returns {Range[]} */
function rangesOf({ source, cue, content }) {
  return [source, cue, ...content].filter((range) => range !== null);
}

/**
 * The statement that a place stands in: of several the one that says least besides.
 *
 * @param {Place} place
 */
export function statementAt({ entry, start, end }) {
  const length = (/** @type {Statement} */ { content }) => content.reduce((sum, range) => sum + range.end - range.start, 0);
  const around = entry.reading?.statements.filter((statement) => rangesOf(statement).some((range) => range.start < end && range.end > start)) ?? [];
  return around.sort((a, b) => length(a) - length(b))[0] ?? null;
}

/**
 * @param {Reading} reading
 * @param {Exact} exact
 */
function foldedOf(reading, exact) {
  const key = JSON.stringify(exact);
  const before = known.get(reading);
  if (before?.key === key) return before.folded;
  const folded = fold(reading.text, exact);
  known.set(reading, { key, folded });
  return folded;
}

/** @param {Place} place @returns {Around} */
export function aroundOf({ entry, start, end }) {
  const text = entry.reading?.text ?? "";
  const [from, to] = [Math.max(0, start - BESIDE), Math.min(text.length, end + BESIDE)];
  const line = (/** @type {number} */ a, /** @type {number} */ b) => text.slice(a, b).replace(/\s+/g, " ");
  const [left, right] = [line(from, start), line(end, to)];
  return {
    // Words that are cut are left out.
    left: from > 0 ? left.replace(/^\S{0,30}/, "…") : left.trimStart(),
    hit: line(start, end),
    right: to < text.length ? right.replace(/\S{0,30}$/, "…") : right.trimEnd(),
  };
}

/**
 * @param {Place[]} places    in the order of the texts
 * @param {Context["order"]} order
 */
function ordered(places, order) {
  if (order === "text") return places;
  const { compare } = new Intl.Collator(language(), { numeric: true });
  const keys = places.map((place) => ({ place, key: neighbours(aroundOf(place), order) }));
  return keys.sort((a, b) => compare(a.key, b.key)).map(({ place }) => place);
}

/**
 * What a place is put in order by: the words from it outwards, without the rest of the word that it is part of.
 *
 * @param {Around} around
 * @param {"left" | "right"} side
 */
function neighbours({ left, right }, side) {
  const beside = side === "left" ? left.replace(/[\p{L}\p{N}\p{M}]{1,40}$/u, "") : right.replace(/^[\p{L}\p{N}\p{M}]{1,40}/u, "");
  const words = fold(beside).text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return (side === "left" ? words.reverse() : words).slice(0, 6).join(" ");
}
