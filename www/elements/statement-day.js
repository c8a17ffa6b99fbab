// When statements were made, as far as the text says so.

/** @import { Range, Statement, Time } from "../engine/columns.js" */
/** @import { Reading } from "../engine/reading.js" */

/** Days as YYYY-MM-DD, which stand in the order of their letters. @typedef {{ first: string, last: string }} Days */

/** What is no place on the calendar, nor means one. */
export const LENGTHS = new Set(["DURATION", "SET"]);

/**
 * The days of the statements of a text: those that stand beside a statement, else those of the statement that it is told in, else the day of the text.
 *
 * @param {Reading} reading
 * @returns {(Days | null)[]}    by the index of the statement
 */
export function daysOf(reading) {
  const own = saidOn(reading);
  const { anchor, date } = reading.overview.document;
  const day = anchor ?? date;
  const ofText = day === null ? null : { first: day, last: day };
  /** @type {(Days | null)[]} */
  const days = [];
  for (const { index, parent } of reading.statements) {
    // What a statement is told in comes before it, unless it is its own.
    days.push(own.get(index) ?? (parent === null ? ofText : (days[parent] ?? own.get(parent) ?? ofText)));
  }
  return days;
}

/**
 * The days that stand beside statements.
 *
 * @param {Reading} reading
 * @returns {Map<number, Days>}    by the index of the statement
 */
function saidOn(reading) {
  const statements = statementsBySentence(reading);
  /** @type {Map<number, Days>} */
  const found = new Map();
  let index = 0;
  for (const time of reading.times) {
    while (index < reading.sentences.length && reading.sentences[index].span.end <= time.span.start) index += 1;
    if (time.first === null || time.last === null || LENGTHS.has(time.kind)) continue;
    const sentence = reading.sentences[index];
    if (sentence === undefined || sentence.span.start > time.span.start) continue;
    const statement = statementBeside(statements.get(index) ?? [], time);
    if (statement !== null && !found.has(statement.index)) found.set(statement.index, { first: time.first, last: time.last });
  }
  return found;
}

/** @param {Reading} reading */
export function statementsBySentence(reading) {
  /** @type {Map<number, Statement[]>} */
  const statements = new Map();
  for (const statement of reading.statements) {
    const others = statements.get(statement.sentence);
    if (others === undefined) statements.set(statement.sentence, [statement]);
    else others.push(statement);
  }
  return statements;
}

/**
 * The outermost statement that a time stands beside: in its sentence and not in its words.
 *
 * @param {Statement[]} statements    of the sentence
 * @param {Time} time
 */
export function statementBeside(statements, { span }) {
  const covers = (/** @type {Range} */ range) => range.start <= span.start && range.end >= span.end;
  if (statements.some(({ content }) => content.some(covers))) return null;
  const beside = statements.filter(({ level, cue }) => level === 1 && cue !== null);
  const distance = (/** @type {Statement} */ { cue }) => (cue === null ? Infinity : Math.abs(cue.start - span.start));
  return beside.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
