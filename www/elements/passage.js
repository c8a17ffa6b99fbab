// Passages to go to, made from what was found.

import { t } from "../locales/locale.js";

/** @import { Range, Statement } from "../engine/columns.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { RecordKind } from "../engine/answer.js" */
/** @import { Fact, Passage, PlacedRecord } from "../library/desk.js" */

/**
 * @param {Entry} entry
 * @param {Statement} statement
 * @returns {Passage}
 */
export function passageOf(entry, statement) {
  const source = entry.reading?.words(statement.source) ?? "";
  return { entry, ranges: statement.content, statement: statement.index, label: source === "" ? t("statements.nosource") : source };
}

/**
 * @param {Entry} entry
 * @param {Range} range
 * @param {string} label
 * @param {{ kind: RecordKind, key?: string }} [record]    what it is that may be rejected
 * @returns {Passage}
 */
export function placeOf(entry, range, label, record) {
  return { entry, ranges: [range], statement: null, label, record: record && recordAt(range, record.kind, record.key) };
}

/**
 * A record as a correction names it.
 *
 * @param {Range} range
 * @param {RecordKind} kind
 * @param {string} [key]
 * @returns {PlacedRecord}
 */
export function recordAt({ start, end }, kind, key) {
  return { kind, start, end, ...(key === undefined ? {} : { key }) };
}

/**
 * A passage with what is known of it, said anew whenever it is drawn: the language may have changed since it was gone to.
 *
 * @param {Pick<Passage, "entry" | "ranges" | "statement" | "record">} place
 * @param {() => string} label
 * @param {() => Fact[]} facts    those without a value are left out
 * @returns {Passage}
 */
export function told(place, label, facts) {
  return {
    ...place,
    get label() {
      return label();
    },
    get facts() {
      return facts().filter(({ value }) => value !== "");
    },
  };
}
