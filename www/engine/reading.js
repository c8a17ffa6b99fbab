// One text as it was read: what a worker sends, with its lists unpacked when they are first asked for.

import * as unpack from "./columns.js";

/** @import { HeadlineQuestion, SummaryLine, Takeaway } from "./brief.js" */
/** @import { Range, Columns, Statement } from "./columns.js" */
/** @import { Commitment, Comparison, Condition, MatrixCell, Point, Position, Scheduled } from "./position.js" */

/** @typedef {{ value: string, span: Range | null }} Stated */
/** @typedef {{ value: number, span: Range }} Count */
/**
 * @typedef {object} Actor
 * @property {string} id
 * @property {string} name
 * @property {string} kind
 * @property {string | null} country
 * @property {string | null} role
 * @property {boolean} former
 * @property {number} mentions
 */
/**
 * @typedef {object} Source
 * @property {string | null} actor      its id
 * @property {string} name              empty where nobody is named
 * @property {string | null} affiliation
 * @property {string} grade
 * @property {number} statements
 * @property {string} first             the id of its first statement
 */
/** @typedef {{ words: number, attributed: number, author: number, grades: Record<string, number> }} Shares */
/**
 * @typedef {object} Party
 * @property {string} code
 * @property {string} name
 * @property {number} mentions
 * @property {Range | null} span        its first mention
 * @property {number} statements
 * @property {number} words
 * @property {Record<string, number>} grades
 * @property {boolean} never_heard
 */
/**
 * @typedef {object} Overview
 * @property {string} schema
 * @property {string} generator
 * @property {string} offsets
 * @property {{ name: string, format: string, encoding: string, sha256: string, bytes: number, language: string | null,
 *   title: string | null, date: string | null, anchor: string | null,
 *   anchor_by: "text" | "reader" | "reader_default" | null, words: number, words_in_file: number,
 *   reading_minutes: number, words_per_minute: number }} document
 * @property {{ title: Stated | null, byline: Stated | null, publisher: Stated | null, curator: Stated | null,
 *   date: Stated | null, sources: Stated[], unnamed_sources: Count | null, articles_on_topic: Count | null,
 *   sources_consistent: boolean | null,
 *   related: { span: Range, publisher: Stated | null, headline: Stated, reading_minutes: number | null }[],
 *   reading_claims: { span: Range, minutes: number, of: string, related: number | null }[] }} metadata
 * @property {Actor[]} actors
 * @property {{ grades: Record<string, number>, sentences: number, attributed_sentences: number,
 *   quoted_statements: number, untraceable_citations: number }} sourcing
 * @property {{ sources: Source[], shares: Shares, parties: Party[] }} audit
 * @property {{ question: Range, answer: Range }[]} questions
 * @property {{ span: Range, supports: number | null, traceable: boolean, reason: string | null }[]} citations
 * @property {Position[]} positions
 * @property {Condition[]} conditions
 * @property {Commitment[]} commitments
 * @property {Scheduled[]} scheduled
 * @property {Point[]} points
 * @property {MatrixCell[]} matrix
 * @property {Comparison[]} comparisons
 * @property {Record<string, string>} names    the usual names of the codes in these lists
 * @property {SummaryLine[]} summary
 * @property {Takeaway[]} takeaways
 * @property {HeadlineQuestion | null} headline_question
 * @property {{ what: string, kind: string, span: Range | null, key: string | null, name: string | null, to: string | null,
 *   actor: string | null, affiliation: string | null, grade: string | null, met: boolean }[]} corrections   what the reader said is otherwise
 * @property {{ code: string, message: string, span: Range | null }[]} diagnostics
 */
/** @typedef {{ overview: Overview, text: string, columns: Columns }} Packed */

/** A text and what was found in it. Offsets count UTF-16 units, so that `text.slice(start, end)` is the words. */
export class Reading {
  /** @type {Map<string, unknown[]>} */
  #lists = new Map();
  #columns;

  /** @param {Packed} packed */
  constructor({ overview, text, columns }) {
    this.overview = overview;
    this.text = text;
    this.#columns = columns;
  }

  get blocks() {
    return this.#list("blocks", unpack.blocks);
  }

  get cells() {
    return this.#list("cells", unpack.cells);
  }

  get sentences() {
    return this.#list("sentences", unpack.sentences);
  }

  get mentions() {
    return this.#list("mentions", unpack.mentions);
  }

  get times() {
    return this.#list("times", unpack.times);
  }

  get statements() {
    return this.#list("statements", unpack.statements);
  }

  get stances() {
    return this.#list("stances", unpack.stances);
  }

  get hedges() {
    return this.#list("hedges", unpack.hedges);
  }

  get findings() {
    return this.#list("findings", unpack.findings);
  }

  get claims() {
    return this.#list("claims", unpack.claims);
  }

  /** @param {Range | null} range */
  words(range) {
    return range === null ? "" : this.text.slice(range.start, range.end);
  }

  /**
   * What a statement says, its pieces joined as a reader would skip what stands between them.
   *
   * @param {Statement} statement
   */
  content(statement) {
    return statement.content.map((piece) => this.words(piece)).join(" … ");
  }

  /**
   * @template T
   * @param {string} name
   * @param {(columns: Columns) => T[]} make
   * @returns {T[]}
   */
  #list(name, make) {
    const known = this.#lists.get(name);
    if (known !== undefined) return /** @type {T[]} */ (known);
    const list = make(this.#columns);
    this.#lists.set(name, list);
    return list;
  }
}
