// Where the marks of a text lie, and how a stretch of it falls into pieces that are marked alike.

import { undatedWords } from "../locales/core.js";
import { language, t } from "../locales/locale.js";
import { positionLine } from "./positions.js";

/** @import { Reading } from "../engine/reading.js" */
/** @import { Range } from "../engine/columns.js" */

/** @typedef {"content" | "source" | "cue" | "position" | "condition" | "date" | "actor"} Kind */
/**
 * @typedef {object} Mark
 * @property {number} start
 * @property {number} end
 * @property {Kind} kind
 * @property {number | null} statement
 * @property {string} note
 * @property {number | null} position    the index of the position that the words show, or that hangs on them
 * @property {string} shape              the class of its stance
 */
/**
 * A stretch of text that is marked alike: at most as what somebody says, and as one thing more.
 *
 * @typedef {object} Piece
 * @property {number} start
 * @property {number} end
 * @property {Mark | null} content
 * @property {Mark | null} other
 * @property {boolean} here    whether it is of the passage gone to
 */

/** What wins where several marks other than content meet. @type {Kind[]} */
const ORDER = ["position", "cue", "source", "condition", "date", "actor"];

/** Those of each text, in the language in which they were made. @type {WeakMap<Reading, { spoken: string, marks: Mark[] }>} */
const known = new WeakMap();

/**
 * All marks of a text, in order of their starts.
 *
 * @param {Reading} reading
 * @returns {Mark[]}
 */
export function marksOf(reading) {
  const before = known.get(reading);
  if (before?.spoken === language()) return before.marks;
  /** @type {Mark[]} */
  const marks = [];
  const add = (/** @type {Range | null} */ range, /** @type {Kind} */ kind, /** @type {number | null} */ statement, note = "") => {
    if (range !== null && range.end > range.start) marks.push({ start: range.start, end: range.end, kind, statement, note, position: null, shape: "" });
  };
  for (const statement of reading.statements) {
    for (const range of statement.content) add(range, "content", statement.index);
    add(statement.source, "source", statement.index);
    add(statement.cue, "cue", statement.index);
  }
  for (const time of reading.times) add(time.span, "date", null, time.resolved ? time.value : (undatedWords(time) ?? time.value));
  for (const mention of reading.mentions) {
    const actor = mention.actor === null ? undefined : reading.overview.actors[mention.actor];
    add(mention.span, "actor", null, actor?.name ?? "");
  }
  marks.push(...positionMarks(reading));
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  known.set(reading, { spoken: language(), marks });
  return marks;
}

/**
 * The words that show where a party stands, and what that or anything else is made to depend on.
 *
 * @param {Reading} reading
 * @returns {Mark[]}
 */
function positionMarks(reading) {
  const { positions, conditions } = reading.overview;
  const shown = positions.map((position, index) => {
    const note = positionLine(reading, position);
    return { ...position.why, kind: /** @type {const} */ ("position"), statement: null, note, position: index, shape: position.stance };
  });
  /** @type {Map<number, Mark>} */
  const depending = new Map();
  const add = (/** @type {Range} */ range, /** @type {string} */ note, /** @type {number | null} */ position) => {
    if (!depending.has(range.start)) depending.set(range.start, { ...range, kind: "condition", statement: null, note, position, shape: "" });
  };
  for (const [index, position] of positions.entries()) {
    for (const range of position.conditions) add(range, t("mark.conditionOf", { words: positionLine(reading, position) }), index);
  }
  for (const { span, depends } of conditions) add(span, t("mark.conditionOf", { words: reading.words(depends) }), null);
  return [...shown, ...depending.values()].filter(({ start, end }) => end > start);
}

/**
 * A stretch of text in pieces. Together they are all of it.
 *
 * @param {Range} stretch
 * @param {Mark[]} marks        those that may lie in it
 * @param {Range[]} passage     the words gone to
 * @param {Set<string>} hidden  kinds that are switched off
 * @returns {Piece[]}
 */
export function pieces(stretch, marks, passage, hidden) {
  const shown = marks.filter((mark) => !hidden.has(mark.kind) && mark.start < stretch.end && mark.end > stretch.start);
  const cuts = new Set([stretch.start, stretch.end]);
  for (const range of [...shown, ...passage]) {
    if (range.start > stretch.start && range.start < stretch.end) cuts.add(range.start);
    if (range.end > stretch.start && range.end < stretch.end) cuts.add(range.end);
  }
  const at = [...cuts].sort((a, b) => a - b);
  /** @type {Piece[]} */
  const found = [];
  /** @type {Mark[]} */
  let open = [];
  let next = 0;
  for (let index = 0; index + 1 < at.length; index += 1) {
    const [start, end] = [at[index], at[index + 1]];
    open = open.filter((mark) => mark.end > start);
    while (next < shown.length && shown[next].start <= start) open.push(shown[next++]);
    const content = open.findLast((mark) => mark.kind === "content" && mark.end > start) ?? null;
    const other = ORDER.map((kind) => open.find((mark) => mark.kind === kind && mark.end > start)).find((mark) => mark !== undefined) ?? null;
    const here = passage.some((range) => range.start <= start && range.end >= end);
    const before = found.at(-1);
    if (before?.content === content && before.other === other && before.here === here) before.end = end;
    else found.push({ start, end, content, other, here });
  }
  return found;
}
