// Passages to go to, made from what was found.

import { t } from "../locales/locale.js";

/** @import { Range, Statement } from "../engine/columns.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Fact, Passage } from "../library/desk.js" */

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

/**
 * A passage with what is known of it, said anew whenever it is drawn: the language may have changed since it was gone to.
 *
 * @param {Pick<Passage, "entry" | "ranges" | "statement">} place
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
