// Where the parties of some texts stand: their positions, who is against whom, and what is known of each position.

import { statementIndex } from "../engine/position.js";
import { t, word } from "../locales/locale.js";
import { named, partyName, partyNames } from "./party.js";
import { passageOf, recordAt, told } from "./passage.js";
import { pairsOf } from "./position-pairs.js";
import { STANCES, SHAPES } from "./stance.js";
import { speaker } from "./who-tells.js";

/** @import { Range } from "../engine/columns.js" */
/** @import { Position, PositionStance } from "../engine/position.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { Fact, Passage } from "../library/desk.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Pair } from "./position-pairs.js" */

/** @typedef {{ code: string, name: string }} Party */
/** A position of one of the texts. @typedef {{ entry: Entry, reading: Reading, position: Position }} Stand */
/**
 * @typedef {object} Matrix
 * @property {Party[]} parties            those with most positions first
 * @property {string[]} issues            those on which parties disagree first
 * @property {Map<string, Stand[]>} cells by `cellKey`
 * @property {Pair[]} pairs
 * @property {Set<string>} clashing       the cells that stand against another
 * @property {Stand[]} stands             all positions, in the order of the texts
 */

/**
 * @param {string} issue
 * @param {string} code
 */
export function cellKey(issue, code) {
  return `${issue}/${code}`;
}

/** @param {Entry[]} entries   texts that are read */
export function matrixOf(entries) {
  const stands = standsOf(entries);
  /** @type {Map<string, Stand[]>} */
  const cells = new Map();
  /** @type {Map<string, { party: Party, count: number }>} */
  const parties = new Map();
  /** @type {Map<string, number>} */
  const issues = new Map();
  for (const stand of stands) {
    const { holder, issue } = stand.position;
    const key = cellKey(issue, holder);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [stand]);
    else cell.push(stand);
    const known = parties.get(holder) ?? { party: { code: holder, name: partyName(stand.reading, holder) }, count: 0 };
    parties.set(holder, { ...known, count: known.count + 1 });
    issues.set(issue, (issues.get(issue) ?? 0) + 1);
  }
  const pairs = pairsOf(entries, stands);
  const clashes = pairs.filter(({ kind, issue }) => kind === "contrast" && issue !== null);
  const clashing = new Set(clashes.flatMap((pair) => pair.parties.map(({ code }) => cellKey(pair.issue ?? "", code))));
  const disagreed = new Set(clashes.map(({ issue }) => issue));
  const weight = (/** @type {[string, number]} */ [issue, count]) => (issue === "other" ? -1 : count + (disagreed.has(issue) ? 1e6 : 0));
  /** @type {Matrix} */
  const matrix = {
    parties: [...parties.values()].sort((a, b) => b.count - a.count).map(({ party }) => party),
    issues: [...issues].sort((a, b) => weight(b) - weight(a)).map(([issue]) => issue),
    cells,
    pairs,
    clashing,
    stands,
  };
  return matrix;
}

/**
 * The positions of the texts; texts that say when they were written in the order of their days.
 *
 * @param {Entry[]} entries
 * @returns {Stand[]}
 */
function standsOf(entries) {
  const day = (/** @type {Entry} */ entry) => entry.reading?.overview.document.anchor ?? "";
  const dated = entries.every((entry) => day(entry) !== "");
  const inOrder = dated ? [...entries].sort((a, b) => day(a).localeCompare(day(b))) : entries;
  return inOrder.flatMap((entry) => {
    const { reading } = entry;
    return reading === null ? [] : reading.overview.positions.map((position) => ({ entry, reading, position }));
  });
}

/**
 * How often each stance is taken, in the order of the legend.
 *
 * @param {Stand[]} stands
 * @returns {{ stance: PositionStance, count: number }[]}
 */
export function countsOf(stands) {
  const count = (/** @type {PositionStance} */ stance) => stands.filter(({ position }) => position.stance === stance).length;
  return STANCES.map((stance) => ({ stance, count: count(stance) })).filter(({ count }) => count > 0);
}

/** The words of a place, white space folded. @param {Reading} reading @param {Range} range */
export function folded(reading, range) {
  return reading.words(range).replace(/\s+/g, " ");
}

/** The conditions of a position, as they are written. @param {Stand} stand */
export function conditionsOf({ reading, position }) {
  return position.conditions.map((range) => folded(reading, range));
}

/** Whether a position is the holder's own, as the text has it, or somebody's reading of it. @param {Position} position */
export function whose({ attributed }) {
  return t(attributed ? "positions.attributed" : "positions.ascribed");
}

/**
 * A position in a line: "Kenya (KEN) ▲ demands: sanctions".
 *
 * @param {Reading} reading
 * @param {Position} position
 */
export function positionLine(reading, { holder, stance, issue }) {
  return `${named(partyName(reading, holder), holder)} ${SHAPES[stance]} ${word("stance", stance)}: ${word("issue", issue)}`;
}

/**
 * The words of a position and of its conditions, with what is known of it.
 *
 * @param {Entry} entry
 * @param {Position} position
 * @param {Range} [first]    what to go to, where it is not all of it
 * @returns {Passage}
 */
export function positionPassage(entry, position, first) {
  const inside = (/** @type {Range} */ range) => range.start >= position.evidence.start && range.end <= position.evidence.end;
  const ranges = first === undefined ? [position.evidence, ...position.conditions.filter((range) => !inside(range))] : [first];
  const record = recordAt(position.evidence, "position", `${position.holder}/${position.issue}/${position.stance}`);
  return told(
    { entry, ranges: ranges.sort((a, b) => a.start - b.start), statement: null, record },
    () => t("evidence.position"),
    () => (entry.reading === null ? [] : factsOf(entry, entry.reading, position)),
  );
}

/**
 * What is known of a position, for the evidence.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Position} position
 * @returns {Fact[]}
 */
function factsOf(entry, reading, position) {
  const statement = reading.statements[statementIndex(position.statement) ?? -1];
  const stance = [`${SHAPES[position.stance]} ${word("stance", position.stance)}`, position.strength === null ? "" : word("strength", position.strength)];
  return [
    { name: t("evidence.party"), value: named(partyName(reading, position.holder), position.holder) },
    { name: t("evidence.issue"), value: word("issue", position.issue) },
    { name: t("evidence.takes"), value: stance.filter(Boolean).join(t("comma")) },
    { name: t("evidence.mood"), value: position.modality === "plain" ? "" : word("modality", position.modality) },
    { name: t("evidence.target"), value: partyNames(reading, position.target) },
    { name: t("evidence.condition"), value: conditionsOf({ entry, reading, position }).join("; ") },
    { name: t("evidence.whose"), value: whose(position) },
    { name: t("evidence.before"), value: position.repeated ? t("positions.repeated") : "" },
    ...(statement === undefined ? [] : [readIn(entry, reading, statement)]),
    byRule(position.rule),
  ];
}

/**
 * The statement that something was read in, which can be gone to.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {import("../engine/columns.js").Statement} statement
 * @returns {Fact}
 */
export function readIn(entry, reading, statement) {
  return { name: t("evidence.readIn"), value: speaker(reading, statement), passage: passageOf(entry, statement) };
}

/** What the rule that found something goes by. @param {string} rule @returns {Fact} */
export function byRule(rule) {
  return { name: t("evidence.rule"), value: word("rule", rule), folded: true };
}
