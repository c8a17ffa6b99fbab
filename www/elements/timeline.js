// What the open texts put a date on, in the order of time: what was said, what is told of, what was promised, what is to come.

import { calendar, t, word } from "../locales/locale.js";
import { promisePassage, scheduledPassage } from "./commitments.js";
import { oncePerText } from "./once.js";
import { partyNames } from "./party.js";
import { passageOf, recordAt, told } from "./passage.js";
import { folded } from "./positions.js";
import { LENGTHS, statementBeside, statementsBySentence } from "./statement-day.js";
import { speaker } from "./who-tells.js";

/** @import { Range, Time } from "../engine/columns.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { LANES, Passage } from "../library/desk.js" */
/** @import { Entry } from "../library/library.js" */

/** @typedef {typeof LANES[number]} Lane */
/**
 * @typedef {object} Item
 * @property {Entry} entry
 * @property {Lane} lane
 * @property {() => string} who     empty where nobody is named; made when it is drawn, as what follows: of many texts there are thousands
 * @property {() => string} words   what was said, told, promised or announced
 * @property {() => string} when    the words of the date; empty where there are none
 * @property {Time | null} time
 * @property {() => string} note    what else there is to say of its date
 * @property {string} reason      why it is not on the calendar; empty where it is
 * @property {number} place       where it stands in its text
 * @property {() => Passage} passage
 */
/** @typedef {{ dated: Item[], undated: Item[], silent: number }} Timeline   silent: statements without a date of their own */

/** How much of a long passage a line shows. */
const LENGTH = 240;

/**
 * @param {Entry[]} entries
 * @returns {Timeline}
 */
export function timelineOf(entries) {
  const texts = itemsOf(entries);
  const dated = texts.flatMap(({ dated }) => dated).sort((one, other) => one.first - other.first || one.last - other.last);
  return {
    dated: dated.map(({ item }) => item),
    undated: texts.flatMap(({ undated }) => undated),
    silent: texts.reduce((sum, { silent }) => sum + silent, 0),
  };
}

/** The items of each text, in its order; those on the calendar with their first and last moment, by which they are sorted. */
const itemsOf = oncePerText((entry, reading) => {
  const times = reading.times.filter(({ kind }) => !LENGTHS.has(kind));
  /** @type {Set<Time>} */
  const used = new Set();
  /** @type {Item[]} */
  const items = [];
  const within = (/** @type {Range | null} */ range) => {
    const found = range === null ? [] : overlapping(times, range);
    for (const time of found) used.add(time);
    return found[0] ?? null;
  };
  /** The promises without a day, by what is promised. @type {Item[]} */
  const open = [];
  for (const commitment of reading.overview.commitments) {
    const time = within(commitment.when) ?? within(commitment.what);
    const who = () => partyNames(reading, commitment.by);
    const promise = item(entry, reading, "promised", who, commitment.what, commitment.when, time, () => promisePassage(entry, reading, commitment));
    if (time === null && commitment.when === null) open.push(promise);
    items.push(promise);
  }
  for (const event of reading.overview.scheduled) {
    const time = within(event.when) ?? within(event.what);
    items.push(item(entry, reading, "scheduled", () => partyNames(reading, event.who), event.what, event.when, time, () => scheduledPassage(entry, reading, event)));
  }
  const days = saidAndTold(entry, reading, times.filter((time) => !used.has(time)), open);
  items.push(...days.items);
  items.sort((a, b) => a.place - b.place);
  const moment = (/** @type {string | null | undefined} */ day) => (day ? Date.parse(day) : 0);
  return {
    dated: items.filter(({ reason }) => reason === "").map((item) => ({ item, first: moment(item.time?.first), last: moment(item.time?.last) })),
    undated: items.filter(({ reason }) => reason !== ""),
    silent: reading.statements.filter(({ level, index }) => level === 1 && !days.said.has(index)).length,
  };
});

/**
 * The times that share words with a stretch of the text.
 *
 * @param {Time[]} times    in the order of the text
 * @param {Range} range
 */
function overlapping(times, range) {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle].span.end <= range.start) low = middle + 1;
    else high = middle;
  }
  /** @type {Time[]} */
  const found = [];
  for (let index = low; index < times.length && times[index].span.start < range.end; index += 1) found.push(times[index]);
  return found;
}

/**
 * The times that stand beside a statement, outside of what it says, are when it was made; the others date what the text tells of.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Time[]} times
 * @param {Item[]} open    promises without a day: the time of the statement is when they were made
 */
function saidAndTold(entry, reading, times, open) {
  const statements = statementsBySentence(reading);
  const rows = rowsOf(reading, times);
  /** @type {Set<number>} */
  const said = new Set();
  /** @type {Item[]} */
  const items = [];
  let index = 0;
  for (const time of times) {
    while (index < reading.sentences.length && reading.sentences[index].span.end <= time.span.start) index += 1;
    const sentence = reading.sentences[index];
    // The page's own date stands outside of all sentences.
    if (sentence === undefined || sentence.span.start > time.span.start) continue;
    const own = statementBeside(statements.get(index) ?? [], time);
    const passage = () =>
      own === null ? toldPassage(entry, time, sentence.span) : { ...passageOf(entry, own), ranges: [time.span, ...own.content].sort((a, b) => a.start - b.start) };
    if (own !== null) said.add(own.index);
    const promise = own === null ? undefined : open.find(({ place, time }) => time === null && own.content.some(({ start, end }) => place >= start && place < end));
    if (promise !== undefined) {
      const reason = reasonOf(time, true);
      Object.assign(promise, { time, when: () => folded(reading, time.span), reason, note: () => t("timeline.made") });
      continue;
    }
    const who = () => (own === null ? "" : speaker(reading, own));
    const made = item(entry, reading, own === null ? "told" : "said", who, sentence.span, time.span, time, passage);
    if (own !== null) {
      items.push({ ...made, words: () => shortened(reading.content(own)) });
      continue;
    }
    const told = (statements.get(index) ?? []).findLast(({ content }) => content.some(({ start, end }) => start <= time.span.start && end >= time.span.end));
    const words = () => rows.get(time.span.start) ?? around(reading, sentence.span, time.span);
    items.push({ ...made, words, note: () => (told === undefined ? "" : t("audit.voice", { name: speaker(reading, told) })) });
  }
  return { items, said };
}

/**
 * The rows of tables that dates stand in: a cell by itself says too little.
 *
 * @param {Reading} reading
 * @param {Time[]} times
 * @returns {Map<number, string>}    by the place of the date
 */
function rowsOf(reading, times) {
  /** @type {Map<string, string[]>} */
  const rows = new Map();
  for (const { block, row, span } of reading.cells) {
    const words = folded(reading, span);
    const key = `${block}/${row}`;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [words]);
    else known.push(words);
  }
  const places = [...reading.cells].sort((a, b) => a.span.start - b.span.start);
  /** @type {Map<number, string>} */
  const found = new Map();
  let index = 0;
  for (const { span } of times) {
    while (index < places.length && places[index].span.end <= span.start) index += 1;
    const cell = places[index];
    if (cell !== undefined && cell.span.start <= span.start) found.set(span.start, shortened((rows.get(`${cell.block}/${cell.row}`) ?? []).join(" · ")));
  }
  return found;
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Lane} lane
 * @param {() => string} who
 * @param {Range} what
 * @param {Range | null} when
 * @param {Time | null} time
 * @param {() => Passage} passage
 * @returns {Item}
 */
function item(entry, reading, lane, who, what, when, time, passage) {
  const words = when ?? time?.span ?? null;
  return {
    entry,
    lane,
    who,
    words: () => shortened(folded(reading, what)),
    when: () => (words === null ? "" : folded(reading, words)),
    time,
    note: () => "",
    reason: reasonOf(time, when !== null),
    place: what.start,
    passage,
  };
}

/**
 * Why something is not on the calendar; empty where it is.
 *
 * @param {Time | null} time
 * @param {boolean} said    whether there are words for it, at least
 */
function reasonOf(time, said) {
  if (time === null) return said ? t("timeline.noTime") : t("timeline.noDate");
  if (time.first !== null) return "";
  return time.reason ?? t("timeline.noTime");
}

/**
 * @param {Entry} entry
 * @param {Time} time
 * @param {Range} sentence
 * @returns {Passage}
 */
function toldPassage(entry, time, sentence) {
  const facts = () => [
    { name: t("evidence.date"), value: dayWords(time) || t("contents.times.open") },
    { name: t("evidence.value"), value: time.value },
    { name: t("evidence.reason"), value: time.first === null ? (time.reason ?? "") : "" },
  ];
  // The date comes first in sight where a sentence is long.
  const ranges = sentence.end - sentence.start > 600 ? [time.span] : [sentence];
  return told({ entry, ranges, statement: null, record: recordAt(time.span, "time") }, () => word("lane", "told"), facts);
}

/**
 * A place on the calendar as people write it; empty where there is none.
 *
 * @param {Time | null} time
 */
export function dayWords(time) {
  if (!time?.first || !time.last) return "";
  const { first, last, modifier } = time;
  const [from, to] = [new Date(first), new Date(last)];
  const { day, month } = calendar();
  const about = modifier === null ? "" : `${word("modifier", modifier)} `;
  if (first === last) return about + day.format(from);
  const year = first.slice(0, 4).replace(/^0+/, "");
  const ends = new Date(to.getTime() + 86_400_000);
  const [begins, whole] = [from.getUTCDate() === 1, ends.getUTCDate() === 1];
  if (begins && whole && first.slice(0, 7) === last.slice(0, 7)) return about + month.format(from);
  if (first.endsWith("-01-01") && last.endsWith("-12-31")) {
    const until = last.slice(0, 4).replace(/^0+/, "");
    return about + (year === until ? year : `${year}–${until}`);
  }
  return about + (begins && whole ? month : day).formatRange(from, to);
}

/** The year that something begins in. @param {Item} item */
export function yearOf({ time }) {
  return time?.first?.slice(0, 4).replace(/^0+/, "") ?? "";
}

/**
 * A sentence around a place in it.
 *
 * @param {Reading} reading
 * @param {Range} sentence
 * @param {Range} place
 */
function around(reading, sentence, place) {
  if (sentence.end - sentence.start <= LENGTH) return folded(reading, sentence);
  const start = Math.max(sentence.start, place.start - LENGTH / 2);
  const end = Math.min(sentence.end, start + LENGTH);
  const words = reading.text.slice(start, end).replace(/\s+/g, " ");
  // Words that are cut are left out.
  const head = start > sentence.start ? `…${words.slice(words.indexOf(" "))}` : words;
  return end < sentence.end ? `${head.slice(0, head.lastIndexOf(" "))}…` : head;
}

/** @param {string} words */
function shortened(words) {
  const line = words.replace(/\s+/g, " ");
  return line.length <= LENGTH ? line : `${line.slice(0, Math.max(line.lastIndexOf(" ", LENGTH), LENGTH - 20))}…`;
}
