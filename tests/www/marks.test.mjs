// How a text is cut into marked pieces and into parts, and how statements are found: without a browser.

import assert from "node:assert/strict";
import { test } from "node:test";

import { find } from "../../www/elements/find-statements.js";
import { noFilters } from "../../www/library/filters.js";
import { pieces } from "../../www/elements/marks.js";
import { partAt, partsOf } from "../../www/elements/parts.js";

const TEXT = "Ada Lind said on Monday that talks failed.";

/** @typedef {import("../../www/elements/marks.js").Kind} Kind */

/**
 * The pieces of TEXT as `words/marks`, `*` for the passage gone to.
 *
 * @param {[string, Kind][]} marked
 * @param {string[]} passage
 * @param {Kind[]} hidden
 */
function cut(marked, passage = [], hidden = []) {
  const range = (/** @type {string} */ words) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
  const marks = marked.map(([words, kind]) => ({ ...range(words), kind, statement: 0, position: null, shape: "", note: "" })).sort((a, b) => a.start - b.start);
  const found = pieces({ start: 0, end: TEXT.length }, marks, passage.map(range), new Set(hidden));
  assert.equal(found.map(({ start, end }) => TEXT.slice(start, end)).join(""), TEXT, "the pieces are the text");
  return found
    .map(({ start, end, content, other, here }) => {
      const kinds = [content?.kind, other?.kind, here ? "*" : null].filter(Boolean).join("+");
      return kinds === "" ? null : `${TEXT.slice(start, end)}/${kinds}`;
    })
    .filter(Boolean);
}

test("each word is marked as what is said and at most as one thing more", () => {
  assert.deepEqual(cut([["Ada Lind", "source"], ["Ada Lind", "actor"], ["said", "cue"], ["talks failed", "content"]]), [
    "Ada Lind/source",
    "said/cue",
    "talks failed/content",
  ]);
  assert.deepEqual(cut([["said on Monday", "content"], ["Monday", "date"], ["Monday", "actor"], ["on Monday that", "source"]]), [
    "said /content",
    "on Monday/content+source",
    " that/source",
  ]);
});

test("the passage gone to is marked whatever else is", () => {
  assert.deepEqual(cut([["talks failed", "content"]], ["Monday that talks"]), ["Monday that /*", "talks/content+*", " failed/content"]);
});

test("a kind that is switched off leaves room for the next", () => {
  assert.deepEqual(cut([["Ada Lind", "source"], ["Ada Lind", "actor"]], [], ["source"]), ["Ada Lind/actor"]);
  assert.deepEqual(cut([["Ada Lind", "source"]], [], ["source"]), []);
});

/**
 * @param {string} text
 * @param {[number, number][]} spans
 */
function reading(text, spans) {
  const blocks = spans.map(([start, end]) => ({ span: { start, end }, content: { start, end }, kind: "paragraph", level: null, reason: null, explanation: null }));
  return /** @type {any} */ ({ text, blocks });
}

test("a long block is cut, never inside a character, and nothing is lost", () => {
  const text = `a${"🕊".repeat(100_000)}`;
  const parts = partsOf(reading(text, [[0, text.length]]));
  assert.ok(parts.length > 3);
  const stretches = parts.flatMap(({ blocks }) => blocks.map(({ range }) => text.slice(range.start, range.end)));
  assert.equal(stretches.join(""), text);
  for (const stretch of stretches) assert.doesNotMatch(stretch, /^\p{Surrogate}|\p{Surrogate}$/u);
  assert.equal(partAt(parts, 0), 0);
  assert.equal(partAt(parts, text.length), parts.length - 1);
});

test("words outside of all blocks are shown too", () => {
  const parts = partsOf(reading("lost one\n\nfound\n\nlost two", [[10, 15]]));
  assert.deepEqual(parts[0].blocks.map(({ range }) => range), [{ start: 0, end: 10 }, { start: 10, end: 15 }, { start: 15, end: 25 }]);
});

test("a search takes every word, without regard to case and accents", () => {
  const text = "José warned";
  const statement = { source: { start: 0, end: 4 }, cue: { start: 5, end: 11 }, content: [], actor: null, affiliation: "URY", grade: "named", index: 0 };
  const words = (/** @type {any} */ range) => (range === null ? "" : text.slice(range.start, range.end));
  const overview = { actors: [], audit: { parties: [] }, document: { sha256: "", anchor: null, date: null }, names: {}, points: [], positions: [] };
  const entries = /** @type {any} */ ([{ reading: { text, statements: [statement], words, content: () => "", times: [], sentences: [], overview } }]);
  const count = (/** @type {string} */ query, /** @type {string[]} */ grades = []) => find(entries, { query, grades: new Set(grades), filters: noFilters() }).hits.length;
  assert.equal(count("jose WARN"), 1);
  assert.equal(count("ury"), 1);
  assert.equal(count("jose nobody"), 0);
  assert.equal(count("", ["named"]), 1);
  assert.equal(count("", ["none"]), 0);
});
