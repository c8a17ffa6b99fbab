// Passages to go to, made from what was found.

import { t } from "../locales/locale.js";

/** @import { Range, Statement } from "../engine/columns.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Passage } from "../library/desk.js" */

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
 * @returns {Passage}
 */
export function placeOf(entry, range, label) {
  return { entry, ranges: [range], statement: null, label };
}
