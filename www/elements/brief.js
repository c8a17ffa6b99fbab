// What stands in the brief of one text, as groups of lines that name their words and where they stand.

import { t, word } from "../locales/locale.js";
import { placeOf } from "./passage.js";

/** @import { Range } from "../engine/columns.js" */
/** @import { SummaryLine, Takeaway } from "../engine/brief.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { Passage } from "../library/desk.js" */
/** @import { Entry } from "../library/library.js" */

/**
 * @typedef {object} Line
 * @property {string} words
 * @property {string} note
 * @property {string | null} verdict    of an answer
 * @property {Passage | null} passage   where it leads
 */
/** @typedef {{ key: "update" | "plain" | "background" | "takeaways" | "question", lines: Line[] }} Group */

/** What speaks for a line and is worth a word, in the order in which it is told. */
const REASONS = ["position", "condition", "commitment", "scheduled", "verification", "guarantee", "requirement"];
/** How many of these are told. */
const TOLD = 3;
/** How many of those who are heard, and of what positions are about, are named. */
const NAMED = 3;
/** Rules by which nothing shows that a sentence is news. */
const PLAIN = new Set(["unmarked", "stance"]);

/**
 * The groups that have lines.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @returns {Group[]}
 */
export function briefOf(entry, reading) {
  const { summary, takeaways, headline_question: asked } = reading.overview;
  // What answers the headline stands once, with it.
  const lines = (/** @type {SummaryLine["group"]} */ group) => summary.filter((line) => line.group === group && line.sentence !== asked?.sentence);
  const news = lines("update").some(({ rule }) => !PLAIN.has(rule));
  const make = (/** @type {SummaryLine} */ line) => lineOf(entry, reading, line);
  /** @type {Group[]} */
  const groups = [
    { key: "question", lines: questionLines(entry, reading) },
    { key: news ? "update" : "plain", lines: lines("update").map(make) },
    { key: "background", lines: lines("background").map(make) },
    { key: "takeaways", lines: takeaways.map((takeaway) => takeawayLine(entry, reading, takeaway)) },
  ];
  return groups.filter((group) => group.lines.length > 0);
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {SummaryLine} line
 * @returns {Line}
 */
function lineOf(entry, reading, { span, group, parties, reasons, rule }) {
  const names = parties.slice(0, NAMED).map((code) => nameOf(reading, code));
  const told = REASONS.filter((reason) => reasons.includes(reason)).slice(0, TOLD);
  const why = group === "background" ? [word("brief.rule", rule)] : [];
  const note = [names.join(t("comma")), ...told.map((reason) => word("brief.reason", reason)), ...why].filter(Boolean).join(" · ");
  return line(entry, reading, span, t(group === "background" ? "brief.background" : "brief.update"), note);
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Takeaway} takeaway
 * @returns {Line}
 */
function takeawayLine(entry, reading, { span, voice, restates }) {
  const above = restates.length === 0 ? "" : t("brief.restates", { count: restates.length });
  const note = [voice === "source" ? t("brief.saidBySource") : "", above].filter(Boolean).join(" · ");
  return line(entry, reading, span, t("brief.takeaways"), note);
}

/**
 * What answers the headline, which stands above, or that nothing does.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @returns {Line[]}
 */
function questionLines(entry, reading) {
  const asked = reading.overview.headline_question;
  if (asked === null) return [];
  if (asked.answer === null) return [{ words: t("brief.unanswered"), note: "", verdict: null, passage: null }];
  const answer = line(entry, reading, asked.answer, t("brief.question"), "");
  const verdict = asked.verdict === null || asked.verdict === "stated" ? null : word("brief.verdict", asked.verdict);
  return [{ ...answer, verdict }];
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Range} span
 * @param {string} label
 * @param {string} note
 * @returns {Line}
 */
function line(entry, reading, span, label, note) {
  return { words: reading.words(span), note, verdict: null, passage: placeOf(entry, span, label) };
}

/**
 * Who is heard most in a text.
 *
 * @param {Reading} reading
 */
export function heardIn({ overview }) {
  const heard = overview.audit.parties.filter((party) => party.statements > 0).sort((one, other) => other.words - one.words);
  if (heard.length === 0) return t("brief.nobody");
  const names = heard.slice(0, NAMED).map(({ name }) => name).join(t("comma"));
  return heard.length > NAMED ? t("brief.heardMore", { names, count: heard.length - NAMED }) : t("brief.heard", { names });
}

/**
 * What the positions in a text are about, most first.
 *
 * @param {Reading} reading
 */
export function aboutOf({ overview }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { issue } of overview.positions) {
    if (issue !== "other") counts.set(issue, (counts.get(issue) ?? 0) + 1);
  }
  const most = [...counts].sort(([, one], [, other]) => other - one).slice(0, NAMED);
  if (most.length === 0) return t("brief.noPositions");
  return t("brief.about", { issues: most.map(([issue]) => word("issue", issue).toLocaleLowerCase()).join(t("comma")) });
}

/**
 * @param {Reading} reading
 * @param {string} code
 */
function nameOf({ overview }, code) {
  return overview.names[code] ?? code;
}
