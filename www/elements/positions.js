// Where the parties of some texts stand: their positions, who is against whom, and what is known of each position.

import { statementIndex } from "../engine/position.js";
import { t, word } from "../locales/locale.js";
import { named, partyName, partyNames } from "./party.js";
import { passageOf } from "./passage.js";
import { STANCES, SHAPES } from "./stance.js";

/** @import { Range } from "../engine/columns.js" */
/** @import { Position, PositionStance } from "../engine/position.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { Fact, Passage } from "../library/desk.js" */
/** @import { Entry } from "../library/library.js" */

/** @typedef {{ code: string, name: string }} Party */
/** A position of one of the texts. @typedef {{ entry: Entry, reading: Reading, position: Position }} Stand */
/**
 * Two parties side by side on an issue.
 *
 * @typedef {object} Pair
 * @property {"contrast" | "overlap"} kind
 * @property {string | null} issue        null where the text only says that they differ
 * @property {[Party, Party]} parties
 * @property {[PositionStance | null, PositionStance | null]} stances
 * @property {boolean} across             whether only the texts together show it
 * @property {Passage | null} passage     the words of both, where one text shows them
 */
/**
 * The parties that stand against each other on an issue: those who ask for or back something, and those who are against it.
 *
 * @typedef {object} Clash
 * @property {string} issue
 * @property {[Side[], Side[]]} sides
 * @property {boolean} across             whether only the texts together show it
 */
/** @typedef {Party & { stance: PositionStance | null }} Side */
/**
 * @typedef {object} Matrix
 * @property {Party[]} parties            those with most positions first
 * @property {string[]} issues            those on which parties disagree first
 * @property {Map<string, Stand[]>} cells by `cellKey`
 * @property {Pair[]} pairs
 * @property {Set<string>} clashing       the cells that stand against another
 * @property {Stand[]} stands             all positions, in the order of the texts
 */

/** How many positions on one issue are compared across texts. */
const COMPARED = 200;

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
 * Who is against whom and who may come together: what the texts show each by itself, then what only shows across them.
 *
 * @param {Entry[]} entries
 * @param {Stand[]} stands
 * @returns {Pair[]}
 */
function pairsOf(entries, stands) {
  /** @type {Map<string, Pair>} */
  const found = new Map();
  const add = (/** @type {Pair} */ pair) => {
    const key = [pair.kind, pair.issue ?? "", ...pair.parties.map(({ code }) => code).sort()].join("/");
    if (pair.issue === null) found.set(`${key}/${found.size}`, pair);
    else if (!found.has(key)) found.set(key, pair);
  };
  for (const entry of entries) {
    const { reading } = entry;
    for (const { parties, issue, kind, evidence } of reading?.overview.comparisons ?? []) {
      if (reading === null) continue;
      const [one, other] = parties.map((code) => ({ code, name: partyName(reading, code) }));
      const stance = (/** @type {Party} */ { code }, /** @type {Range} */ range) =>
        reading.overview.positions.find((at) => at.holder === code && at.evidence.start === range.start && at.evidence.end === range.end)?.stance ?? null;
      const label = t(`positions.${kind}`);
      const passage = { entry, ranges: evidence, statement: null, label };
      add({ kind, issue, parties: [one, other], stances: [stance(one, evidence[0]), stance(other, evidence[1])], across: false, passage });
    }
  }
  for (const [one, other] of acrossTexts(stands)) {
    const kind = relation(one.position, other.position);
    if (kind === null) continue;
    const [a, b] = [one, other].map(({ reading, position: { holder } }) => ({ code: holder, name: partyName(reading, holder) }));
    add({ kind, issue: one.position.issue, parties: [a, b], stances: [one.position.stance, other.position.stance], across: true, passage: null });
  }
  return [...found.values()];
}

/**
 * Positions of different parties on the same issue in different texts, each stance of a party in a text once.
 *
 * @param {Stand[]} stands
 * @returns {Generator<[Stand, Stand]>}
 */
function* acrossTexts(stands) {
  /** @type {Map<string, Map<string, Stand>>} */
  const byIssue = new Map();
  for (const stand of stands) {
    const { issue, holder, stance } = stand.position;
    if (issue === "other") continue;
    const known = byIssue.get(issue) ?? new Map();
    const key = `${stand.entry.id}/${holder}/${stance}`;
    if (!known.has(key) && known.size < COMPARED) known.set(key, stand);
    byIssue.set(issue, known);
  }
  for (const known of byIssue.values()) {
    const list = [...known.values()];
    for (const [place, one] of list.entries()) {
      for (const other of list.slice(place + 1)) {
        if (one.entry !== other.entry && one.position.holder !== other.position.holder) yield [one, other];
      }
    }
  }
}

/**
 * How two positions on the same issue stand to each other: what src/position/compare.rs says of one text.
 *
 * @param {Position} one
 * @param {Position} other
 * @returns {Pair["kind"] | null}
 */
function relation(one, other) {
  const aims = (/** @type {Position} */ { target }, /** @type {Position} */ { holder }) => target?.split(",").includes(holder) ?? false;
  const [first, second] = [one.stance, other.stance];
  if (first === "oppose" && second === "oppose") return aims(one, other) && aims(other, one) ? "contrast" : null;
  if (first === "oppose" || second === "oppose") return [first, second].includes("undecided") ? null : "contrast";
  if (first === "demand" && second === "undecided") return "overlap";
  if (first === "undecided" && second === "demand") return "overlap";
  if (first === "demand" && second === "offer") return aims(one, other) ? "overlap" : null;
  if (first === "offer" && second === "demand") return aims(other, one) ? "overlap" : null;
  return first === "offer" && second === "offer" ? "overlap" : null;
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

/**
 * The contrasts issue by issue.
 *
 * @param {Pair[]} pairs
 * @returns {Clash[]}
 */
export function clashesOf(pairs) {
  /** @type {Map<string, Clash>} */
  const found = new Map();
  for (const { kind, issue, parties, stances, across } of pairs) {
    if (kind !== "contrast" || issue === null) continue;
    const clash = found.get(issue) ?? { issue, sides: [[], []], across: true };
    clash.across &&= across;
    // Who is against it stands on the far side; of two who accuse each other, the second.
    const far = stances[0] === "oppose" && stances[1] !== "oppose" ? 0 : 1;
    for (const [place, party] of parties.entries()) {
      const stance = stances[place];
      const accuses = stances[0] === stances[1] && clash.sides.flat().some(({ code, stance: known }) => code === party.code && known === stance);
      const side = clash.sides[place === far ? 1 : 0];
      if (!accuses && !side.some(({ code, stance: known }) => code === party.code && known === stance)) side.push({ ...party, stance });
    }
    found.set(issue, clash);
  }
  return [...found.values()];
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
  const facts = entry.reading === null ? [] : factsOf(entry, entry.reading, position);
  return { entry, ranges: ranges.sort((a, b) => a.start - b.start), statement: null, label: t("evidence.position"), facts };
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
    { name: t("evidence.takes"), value: stance.filter(Boolean).join(", ") },
    { name: t("evidence.mood"), value: position.modality === "plain" ? "" : word("modality", position.modality) },
    { name: t("evidence.target"), value: partyNames(reading, position.target) },
    { name: t("evidence.condition"), value: conditionsOf({ entry, reading, position }).join("; ") },
    { name: t("evidence.whose"), value: whose(position) },
    { name: t("evidence.before"), value: position.repeated ? t("positions.repeated") : "" },
    ...(statement === undefined ? [] : [readIn(entry, reading, statement)]),
    { name: t("evidence.rule"), value: word("rule", position.rule) },
  ].filter(({ value }) => value !== "");
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
  const source = reading.words(statement.source);
  return { name: t("evidence.readIn"), value: source === "" ? t("statements.nosource") : source, passage: passageOf(entry, statement) };
}
