// What stands for a record when a text is read again: its kind and its place.

/** @import { Range, Statement } from "../engine/columns.js" */

/**
 * All that a statement consists of, from the first of its source, cue and content to the last: as src/correction/statements.rs has it.
 *
 * @param {Pick<Statement, "source" | "cue" | "content">} statement
 * @returns {Range}
 */
export function extentOf({ source, cue, content }) {
  const parts = [source, cue, ...content].filter((part) => part !== null);
  const start = Math.min(...parts.map((part) => part.start));
  return parts.length === 0 ? { start: 0, end: 0 } : { start, end: Math.max(...parts.map((part) => part.end)) };
}
