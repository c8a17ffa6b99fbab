// The records of where parties stand, as the compiled module hands them over: those of src/report/position_record.rs, places in UTF-16 units.

/** @import { Range } from "./columns.js" */

/** @typedef {"demand" | "offer" | "support" | "oppose" | "undecided"} PositionStance */
/**
 * Where a party stands on an issue.
 *
 * @typedef {object} Position
 * @property {string} holder            a code; its name is in the overview's `names`
 * @property {string} issue             out of a closed list
 * @property {Range[]} issue_words
 * @property {PositionStance} stance
 * @property {string | null} target     codes, joined by commas
 * @property {Range} evidence           the clause that shows it
 * @property {Range[]} conditions       what it is made to depend on
 * @property {boolean} attributed       whether the text reports it as the holder's own
 * @property {"firm" | "soft" | null} strength
 * @property {string} modality
 * @property {boolean} repeated         whether the holder took it before in this text
 * @property {string | null} statement  the id of the statement that it was read in
 * @property {string} rule
 * @property {Range} why                the words that show the stance
 */
/**
 * Something that is made to depend on something else.
 *
 * @typedef {object} Condition
 * @property {Range} span
 * @property {Range} depends
 * @property {string | null} statement
 * @property {string} rule
 */
/**
 * A stated undertaking.
 *
 * @typedef {object} Commitment
 * @property {string | null} by         a code
 * @property {string | null} to         codes, joined by commas
 * @property {Range} what
 * @property {Range | null} when
 * @property {"made" | "kept" | "breached" | "disputed" | "unclear"} status
 * @property {string} rule
 */
/**
 * What is announced or expected.
 *
 * @typedef {object} Scheduled
 * @property {string[]} who             codes
 * @property {Range} what
 * @property {Range | null} when
 * @property {string} rule
 * @property {Range} why                the words that say that it is to come
 */
/**
 * What a mediator's file lists besides positions.
 *
 * @typedef {object} Point
 * @property {string} kind
 * @property {Range} span
 * @property {string | null} status
 * @property {string[]} by              codes
 * @property {Range | null} by_words
 * @property {string[]} to              codes
 * @property {Range | null} of
 * @property {string | null} issue
 * @property {string[]} offered_by      codes
 * @property {string | null} statement
 * @property {string} rule
 * @property {Range} why
 */
/**
 * A cell of the matrix of parties by issues.
 *
 * @typedef {object} MatrixCell
 * @property {string} party
 * @property {string} issue
 * @property {PositionStance[]} stances
 * @property {Range[]} evidence
 * @property {boolean} conditional
 */
/**
 * Two parties side by side.
 *
 * @typedef {object} Comparison
 * @property {string[]} parties
 * @property {string | null} issue
 * @property {"contrast" | "overlap"} kind
 * @property {Range[]} evidence         of each party, in their order
 * @property {string} rule
 */

/** From the id of a statement (`s1`) to its index. @param {string | null} id */
export function statementIndex(id) {
  return id === null ? null : Number(id.slice(1)) - 1;
}
