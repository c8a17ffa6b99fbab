// Unpacks what the compiled module hands over: the fields of src/wasm/columns.rs, in the same order.

/** Stands for what is absent. */
const NONE = 0xffffffff;

/** The fields of each list. */
const FIELDS = {
  blocks: 8,
  cells: 6,
  sentences: 3,
  mentions: 4,
  times: 10,
  statements: 32,
  pieces: 2,
  stances: 5,
  hedges: 4,
  findings: 11,
  accused: 3,
  claims: 7,
  reasons: 3,
};

/** The names of the packed lists. */
export const LISTS = /** @type {(keyof typeof FIELDS)[]} */ (Object.keys(FIELDS));

/** @typedef {Record<keyof typeof FIELDS, Uint32Array> & { strings: string[] }} Columns */
/** @typedef {{ start: number, end: number }} Range   half open, in UTF-16 units of the text */
/**
 * @typedef {object} Block
 * @property {Range} span
 * @property {Range} content
 * @property {string} kind
 * @property {number | null} level     of a heading 1 to 6, of a list item its depth
 * @property {string | null} reason
 * @property {string | null} explanation
 */
/** @typedef {{ block: number, row: number, span: Range, kind: string, code: string | null }} Cell   row 0 is the header */
/** @typedef {{ span: Range, block: number }} Sentence */
/** @typedef {{ span: Range, actor: number | null, rule: string }} Mention */
/**
 * @typedef {object} Time
 * @property {Range} span
 * @property {string} kind
 * @property {string} value
 * @property {string | null} modifier
 * @property {boolean} resolved
 * @property {string | null} reason
 * @property {string} rule
 * @property {string | null} first     its first day, YYYY-MM-DD, where it is a place on the calendar
 * @property {string | null} last
 */
/**
 * @typedef {object} Statement
 * @property {number} index
 * @property {Range | null} source
 * @property {Range | null} cue
 * @property {string | null} cueLemma
 * @property {Range[]} content
 * @property {string} mode
 * @property {number | null} actor          index of the overview's actors
 * @property {string | null} affiliation
 * @property {string} grade
 * @property {Range | null} addressee
 * @property {string | null} strength
 * @property {number} sentence
 * @property {string} rule
 * @property {Range | null} venue
 * @property {Range | null} occasion
 * @property {Range | null} medium
 * @property {Range | null} repeated
 * @property {Range | null} via             who handed it on
 * @property {number} level                 1 for what the text itself reports
 * @property {number | null} parent         index of the statement that it stands in
 * @property {string | null} act
 * @property {string | null} endorsement
 * @property {string} voice
 * @property {string} why
 */
/** @typedef {{ statement: number, source: Range, content: Range }} Stance */
/** @typedef {{ span: Range, kind: string, statement: number | null }} Hedge */

/** @typedef {{ span: Range, actor: number | null }} Accused */
/**
 * @typedef {object} Finding
 * @property {Range} span
 * @property {string} kind
 * @property {string} category
 * @property {string} rule
 * @property {string} reason
 * @property {number | null} statement      whose voice it is in; null for the author's
 * @property {number | null} supports       the index of a block
 * @property {Accused[]} accused
 * @property {string | null} usual
 */
/**
 * @typedef {object} Claim
 * @property {Range} span
 * @property {number} sentence
 * @property {number | null} statement
 * @property {{ span: Range, kind: string }[]} reasons
 * @property {number} score
 */

/** One list, row by row. */
class Rows {
  /**
   * @param {Columns} columns
   * @param {keyof typeof FIELDS} list
   */
  constructor(columns, list) {
    this.numbers = columns[list];
    this.strings = columns.strings;
    this.width = FIELDS[list];
    this.count = this.numbers.length / this.width;
    this.row = 0;
  }

  /** @param {number} field */
  number(field) {
    return this.numbers[this.row * this.width + field];
  }

  /** @param {number} field */
  optional(field) {
    const value = this.number(field);
    return value === NONE ? null : value;
  }

  /** @param {number} field */
  word(field) {
    return this.strings[this.number(field)] ?? "";
  }

  /** @param {number} field */
  optionalWord(field) {
    return this.strings[this.number(field)] ?? null;
  }

  /**
   * @param {number} field
   * @returns {Range}
   */
  range(field) {
    return { start: this.number(field), end: this.number(field + 1) };
  }

  /** @param {number} field */
  optionalRange(field) {
    return this.number(field) === NONE ? null : this.range(field);
  }

  /**
   * @template T
   * @param {(index: number) => T} make
   * @returns {T[]}
   */
  map(make) {
    return Array.from({ length: this.count }, (_, row) => {
      this.row = row;
      return make(row);
    });
  }
}

/**
 * @param {Columns} columns
 * @returns {Block[]}
 */
export function blocks(columns) {
  const rows = new Rows(columns, "blocks");
  return rows.map(() => ({
    span: rows.range(0),
    content: rows.range(2),
    kind: rows.word(4),
    level: rows.optional(5),
    reason: rows.optionalWord(6),
    explanation: rows.optionalWord(7),
  }));
}

/**
 * @param {Columns} columns
 * @returns {Cell[]}
 */
export function cells(columns) {
  const rows = new Rows(columns, "cells");
  return rows.map(() => ({
    block: rows.number(0),
    row: rows.number(1),
    span: rows.range(2),
    kind: rows.word(4),
    code: rows.optionalWord(5),
  }));
}

/**
 * @param {Columns} columns
 * @returns {Sentence[]}
 */
export function sentences(columns) {
  const rows = new Rows(columns, "sentences");
  return rows.map(() => ({ span: rows.range(0), block: rows.number(2) }));
}

/**
 * @param {Columns} columns
 * @returns {Mention[]}
 */
export function mentions(columns) {
  const rows = new Rows(columns, "mentions");
  return rows.map(() => ({ span: rows.range(0), actor: rows.optional(2), rule: rows.word(3) }));
}

/**
 * @param {Columns} columns
 * @returns {Time[]}
 */
export function times(columns) {
  const rows = new Rows(columns, "times");
  return rows.map(() => ({
    span: rows.range(0),
    kind: rows.word(2),
    value: rows.word(3),
    modifier: rows.optionalWord(4),
    resolved: rows.number(5) === 1,
    reason: rows.optionalWord(6),
    rule: rows.word(7),
    first: rows.optionalWord(8),
    last: rows.optionalWord(9),
  }));
}

/**
 * @param {Columns} columns
 * @returns {Statement[]}
 */
export function statements(columns) {
  const pieces = new Rows(columns, "pieces");
  const content = pieces.map(() => pieces.range(0));
  const rows = new Rows(columns, "statements");
  return rows.map((index) => ({
    index,
    source: rows.optionalRange(0),
    cue: rows.optionalRange(2),
    cueLemma: rows.optionalWord(4),
    content: content.slice(rows.number(5), rows.number(6)),
    mode: rows.word(7),
    actor: rows.optional(8),
    affiliation: rows.optionalWord(9),
    grade: rows.word(10),
    addressee: rows.optionalRange(11),
    strength: rows.optionalWord(13),
    sentence: rows.number(14),
    rule: rows.word(15),
    venue: rows.optionalRange(16),
    occasion: rows.optionalRange(18),
    medium: rows.optionalRange(20),
    repeated: rows.optionalRange(22),
    via: rows.optionalRange(24),
    level: rows.number(26),
    parent: rows.optional(27),
    act: rows.optionalWord(28),
    endorsement: rows.optionalWord(29),
    voice: rows.word(30),
    why: rows.word(31),
  }));
}

/**
 * @param {Columns} columns
 * @returns {Stance[]}
 */
export function stances(columns) {
  const rows = new Rows(columns, "stances");
  return rows.map(() => ({ statement: rows.number(0), source: rows.range(1), content: rows.range(3) }));
}

/**
 * @param {Columns} columns
 * @returns {Finding[]}
 */
export function findings(columns) {
  const people = new Rows(columns, "accused");
  const accused = people.map(() => ({ span: people.range(0), actor: people.optional(2) }));
  const rows = new Rows(columns, "findings");
  return rows.map(() => ({
    span: rows.range(0),
    kind: rows.word(2),
    category: rows.word(3),
    rule: rows.word(4),
    reason: rows.word(5),
    statement: rows.optional(6),
    supports: rows.optional(7),
    accused: accused.slice(rows.number(8), rows.number(9)),
    usual: rows.optionalWord(10),
  }));
}

/**
 * @param {Columns} columns
 * @returns {Hedge[]}
 */
export function hedges(columns) {
  const rows = new Rows(columns, "hedges");
  return rows.map(() => ({ span: rows.range(0), kind: rows.word(2), statement: rows.optional(3) }));
}

/**
 * @param {Columns} columns
 * @returns {Claim[]}
 */
export function claims(columns) {
  const why = new Rows(columns, "reasons");
  const reasons = why.map(() => ({ span: why.range(0), kind: why.word(2) }));
  const rows = new Rows(columns, "claims");
  return rows.map(() => ({
    span: rows.range(0),
    sentence: rows.number(2),
    statement: rows.optional(3),
    reasons: reasons.slice(rows.number(4), rows.number(5)),
    score: rows.number(6),
  }));
}
