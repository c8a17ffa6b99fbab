// What a mediator's file lists: promises, what is to come, guarantees, conditions, obstacles and the like, each as a line that leads to its words.

import { statementIndex } from "../engine/position.js";
import { t, word } from "../locales/locale.js";
import { oncePerText } from "./once.js";
import { partyNames } from "./party.js";
import { recordAt, told } from "./passage.js";
import { byRule, folded, readIn } from "./positions.js";
import { insideOf } from "./who-tells.js";

/** @import { Range } from "../engine/columns.js" */
/** @import { Commitment, Condition, Point, Scheduled } from "../engine/position.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { Fact, Passage, PlacedRecord } from "../library/desk.js" */
/** @import { Entry } from "../library/library.js" */

/**
 * @typedef {object} Line
 * @property {Entry} entry
 * @property {string} who        empty where nobody is named
 * @property {string} words
 * @property {string[]} notes
 * @property {Passage} passage
 * @property {() => import("../out/rows.js").Row} row
 */
/** A line is made when it is drawn or saved: of many texts there are thousands. @typedef {{ key: string, lines: (() => Line)[] }} Group */

/** The groups in the order of a reader's questions: what is promised, what is to come, on which terms, what stands in the way. */
const GROUPS = [
  "promise",
  "scheduled",
  "guarantee",
  "verification",
  "condition",
  "requirement",
  "consequence",
  "objective",
  "agenda",
  "issue",
  "recommendation",
  "obstacle",
  "watch",
  "agreement_content",
  "humanitarian",
];

/**
 * The groups that have lines.
 *
 * @param {Entry[]} entries
 * @returns {Group[]}
 */
export function commitmentsOf(entries) {
  const texts = linesOf(entries);
  return GROUPS.map((key) => ({ key, lines: texts.flatMap((lines) => lines.get(key) ?? []) })).filter(({ lines }) => lines.length > 0);
}

/** The lines of each text, by their groups. */
const linesOf = oncePerText((entry, reading) => {
  /** @type {Map<string, (() => Line)[]>} */
  const groups = new Map();
  const add = (/** @type {string} */ key, /** @type {() => Line} */ line) => {
    const lines = groups.get(key);
    if (lines === undefined) groups.set(key, [line]);
    else lines.push(line);
  };
  const { commitments, scheduled, conditions, points } = reading.overview;
  for (const commitment of commitments) add("promise", () => promiseLine(entry, reading, commitment));
  for (const event of scheduled) add("scheduled", () => scheduledLine(entry, reading, event));
  for (const condition of conditions) add("condition", () => conditionLine(entry, reading, condition));
  for (const point of points) add(point.kind, () => pointLine(entry, reading, point));
  return groups;
});

/**
 * The words of a promise, with what is known of it.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Commitment} commitment
 * @returns {Passage}
 */
export function promisePassage(entry, reading, { by, to, what, when, status, rule }) {
  const facts = () => [
    { name: t("evidence.by"), value: by === null ? t("commitments.nobody") : partyNames(reading, by) },
    { name: t("evidence.toWhom"), value: partyNames(reading, to) },
    { name: t("evidence.when"), value: when === null ? t("commitments.noDate") : folded(reading, when) },
    { name: t("evidence.status"), value: word("status", status) },
    byRule(rule),
  ];
  return passage(entry, [what, when], () => t("commitments.promise.one"), facts, recordAt(what, "commitment"));
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Scheduled} event
 * @returns {Passage}
 */
export function scheduledPassage(entry, reading, { who, what, when, why, rule }) {
  const facts = () => [
    { name: t("evidence.takesPart"), value: partyNames(reading, who) },
    { name: t("evidence.when"), value: when === null ? t("commitments.noDate") : folded(reading, when) },
    { name: t("evidence.shownBy"), value: `“${folded(reading, why)}”` },
    byRule(rule),
  ];
  return passage(entry, [what, when], () => t("commitments.scheduled.one"), facts, recordAt(what, "scheduled"));
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Condition} condition
 * @returns {Passage}
 */
function conditionPassage(entry, reading, { span, depends, statement, rule }) {
  const said = reading.statements[statementIndex(statement) ?? -1];
  const facts = () => [
    { name: t("evidence.condition"), value: folded(reading, span) },
    { name: t("evidence.depends"), value: folded(reading, depends) },
    ...(said === undefined ? [{ name: t("evidence.whose"), value: t("audit.author") }] : [readIn(entry, reading, said)]),
    byRule(rule),
  ];
  return passage(entry, [span, depends], () => t("commitments.condition.one"), facts, recordAt(span, "condition"));
}

/**
 * @param {Entry} entry
 * @param {(Range | null)[]} given    the first is there
 * @param {() => string} label
 * @param {() => Fact[]} facts
 * @param {PlacedRecord} record
 * @returns {Passage}
 */
function passage(entry, given, label, facts, record) {
  const [first, ...others] = given.filter((range) => range !== null);
  const apart = others.filter((range) => range.start < first.start || range.end > first.end);
  const ranges = [first, ...apart].sort((a, b) => a.start - b.start);
  return told({ entry, ranges, statement: null, record }, label, facts);
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Commitment} commitment
 * @returns {Line}
 */
function promiseLine(entry, reading, commitment) {
  const { by, to, what, when, status } = commitment;
  const notes = [
    to === null ? "" : t("commitments.to", { names: partyNames(reading, to) }),
    when === null ? t("commitments.noDate") : t("commitments.when", { words: folded(reading, when) }),
    word("status", status),
  ];
  const row = () => rowOf(entry, reading, "promise", commitment.rule, what, { by: codes(by), to: codes(to), when, status });
  return { entry, who: partyNames(reading, by), words: folded(reading, what), notes, passage: promisePassage(entry, reading, commitment), row };
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Scheduled} event
 * @returns {Line}
 */
function scheduledLine(entry, reading, event) {
  const { who, what, when } = event;
  const notes = [when === null ? t("commitments.noDate") : t("commitments.date", { words: folded(reading, when) })];
  const row = () => rowOf(entry, reading, "scheduled", event.rule, what, { by: who, when });
  return { entry, who: partyNames(reading, who), words: folded(reading, what), notes, passage: scheduledPassage(entry, reading, event), row };
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Condition} condition
 * @returns {Line}
 */
function conditionLine(entry, reading, condition) {
  const { span, depends, statement } = condition;
  // A condition may stand alone: "Only if both leave."
  const words = folded(reading, depends);
  const notes = [words === "" ? "" : t("commitments.depends", { words }), voice(reading, statement)];
  const row = () => rowOf(entry, reading, "condition", condition.rule, span, { of: depends });
  return { entry, who: "", words: folded(reading, span), notes, passage: conditionPassage(entry, reading, condition), row };
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Point} point
 * @returns {Line}
 */
function pointLine(entry, reading, point) {
  const { kind, span, status, by, by_words, to, of, issue, offered_by, statement, rule } = point;
  const who = by.length > 0 ? partyNames(reading, by) : by_words === null ? "" : folded(reading, by_words);
  const about = of === null ? "" : folded(reading, of);
  const standing = () => (status === null ? "" : word("standing", status));
  const offered = () =>
    kind !== "requirement" ? "" : offered_by.length === 0 ? t("commitments.offered.nobody") : t("commitments.offered", { names: partyNames(reading, offered_by) });
  const subject = () => (issue === null || issue === "other" ? "" : word("issue", issue));
  const receiver = to.length === 0 ? "" : t(kind === "recommendation" ? "commitments.addressed" : "commitments.for", { names: partyNames(reading, to) });
  const said = reading.statements[statementIndex(statement) ?? -1];
  const facts = () => [
    { name: t("evidence.by"), value: who },
    { name: t("evidence.toWhom"), value: partyNames(reading, to) },
    { name: t("evidence.of"), value: about },
    { name: t("evidence.status"), value: standing() },
    { name: t("evidence.issue"), value: subject() },
    { name: t("evidence.offered"), value: offered() },
    ...(said === undefined ? [{ name: t("evidence.whose"), value: t("audit.author") }] : [readIn(entry, reading, said)]),
    byRule(rule),
  ];
  const notes = [standing(), receiver, to.length > 0 || about === "" ? "" : t("commitments.of", { words: about }), subject(), offered(), by.length > 0 ? "" : voice(reading, statement)];
  const row = () => rowOf(entry, reading, kind, rule, span, { by, to, of, status, issue, offered_by });
  const label = () => word("commitments.one", kind);
  return { entry, who, words: folded(reading, span), notes: notes.filter(Boolean), passage: passage(entry, [span, of], label, facts, recordAt(span, "point", kind)), row };
}

/**
 * Whose voice it is in.
 *
 * @param {Reading} reading
 * @param {string | null} statement
 */
function voice(reading, statement) {
  const said = reading.statements[statementIndex(statement) ?? -1];
  if (said === undefined) return t("audit.author");
  return insideOf(reading, said);
}

/** @param {string | null} joined */
function codes(joined) {
  return joined === null ? [] : joined.split(",");
}

/**
 * A line as a row of a table; every line has the same columns.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {string} kind
 * @param {string} rule
 * @param {Range} span
 * @param {{ by?: string[], to?: string[], when?: Range | null, of?: Range | null, status?: string | null, issue?: string | null, offered_by?: string[] }} more
 * @returns {import("../out/rows.js").Row}
 */
function rowOf(entry, reading, kind, rule, span, { by = [], to = [], when = null, of = null, status = null, issue = null, offered_by = [] }) {
  const { document, offsets } = reading.overview;
  return {
    file: entry.name,
    sha256: document.sha256,
    kind,
    words: folded(reading, span),
    by,
    to,
    when: when === null ? null : folded(reading, when),
    of: of === null ? null : folded(reading, of),
    status,
    issue,
    offered_by,
    rule,
    offsets,
    start: span.start,
    end: span.end,
  };
}
