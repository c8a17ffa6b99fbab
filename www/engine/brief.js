// The records of a brief as the compiled module hands them over: those of src/report/brief.rs, places in UTF-16 units.

/** @import { Range } from "./columns.js" */

/**
 * A sentence of the text that stands in its brief.
 *
 * @typedef {object} SummaryLine
 * @property {Range} span
 * @property {"update" | "background"} group
 * @property {number} sentence
 * @property {string[]} parties       codes; their names are in the overview's `names`
 * @property {string[]} statements    ids
 * @property {string[]} reasons       what speaks for it
 * @property {string} rule            what put it into its group
 * @property {Range} why              the words that show the group
 */
/**
 * What the writer wants taken away.
 *
 * @typedef {object} Takeaway
 * @property {Range} span
 * @property {number} sentence
 * @property {"author" | "source"} voice
 * @property {string | null} statement
 * @property {number[]} restates      indexes of sentences
 * @property {string} rule
 * @property {Range} why              the words that announce it
 */
/**
 * A headline that asks, and what answers it.
 *
 * @typedef {object} HeadlineQuestion
 * @property {Range} question
 * @property {boolean} polar          whether it asks for yes or no
 * @property {Range | null} answer
 * @property {number | null} sentence
 * @property {"for" | "against" | "hedged" | "stated" | null} verdict
 * @property {Range[]} why
 * @property {string | null} rule
 */
/** @typedef {{ summary: SummaryLine[], takeaways: Takeaway[], headline_question: HeadlineQuestion | null }} Brief */

export {};
