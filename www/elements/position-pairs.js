// Who stands against whom on which issue, and who may come together: what each text shows, and what only shows across several.

import { t } from "../locales/locale.js";
import { partyName } from "./party.js";
import { told } from "./passage.js";

/** @import { Range } from "../engine/columns.js" */
/** @import { PositionStance } from "../engine/position.js" */
/** @import { Passage } from "../library/desk.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Party, Stand } from "./positions.js" */

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
 * Who stands against whom on an issue: parties by the stance that they take, those who are against it last.
 *
 * @typedef {object} Clash
 * @property {string} issue
 * @property {{ stance: PositionStance | null, parties: Party[] }[]} camps
 * @property {boolean} mutual             whether some accuse each other
 * @property {boolean} across             whether only the texts together show it
 */

/** How many parties, each with each of its stances, are compared on an issue across texts. */
const COMPARED = 200;

/**
 * Who is against whom and who may come together: what the texts show each by itself, then what only shows across them.
 *
 * @param {Entry[]} entries
 * @param {Stand[]} stands
 * @returns {Pair[]}
 */
export function pairsOf(entries, stands) {
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
      const passage = told({ entry, ranges: evidence, statement: null }, () => t(`positions.${kind}`), () => []);
      add({ kind, issue, parties: [one, other], stances: [stance(one, evidence[0]), stance(other, evidence[1])], across: false, passage });
    }
  }
  for (const { kind, issue, sides } of acrossTexts(stands)) {
    const [one, other] = sides.map(({ reading, position: { holder } }) => ({ code: holder, name: partyName(reading, holder) }));
    add({ kind, issue, parties: [one, other], stances: [sides[0].position.stance, sides[1].position.stance], across: true, passage: null });
  }
  return [...found.values()];
}

/**
 * Positions of different parties on the same issue in different texts that stand to each other in one of the ways of `RELATIONS`.
 *
 * @param {Stand[]} stands
 * @returns {Generator<{ kind: Pair["kind"], issue: string, sides: [Stand, Stand] }>}
 */
function* acrossTexts(stands) {
  /** By issue, then by party and stance: one position a text. @type {Map<string, Map<string, Stand[]>>} */
  const byIssue = new Map();
  for (const stand of stands) {
    const { issue, holder, stance } = stand.position;
    if (issue === "other") continue;
    const camps = byIssue.get(issue) ?? new Map();
    byIssue.set(issue, camps);
    const camp = camps.get(`${holder}/${stance}`);
    if (camp !== undefined) camp.push(stand);
    else if (camps.size < COMPARED) camps.set(`${holder}/${stance}`, [stand]);
  }
  for (const [issue, camps] of byIssue) {
    const list = [...camps.values()];
    for (const [place, one] of list.entries()) {
      for (const other of list.slice(place + 1)) {
        const relation = RELATIONS[`${one[0].position.stance}/${other[0].position.stance}`];
        if (relation === undefined || one[0].position.holder === other[0].position.holder) continue;
        const sides = apart(relation.aims[0] ? aimedAt(one, other) : one, relation.aims[1] ? aimedAt(other, one) : other);
        if (sides !== null) yield { kind: relation.kind, issue, sides };
      }
    }
  }
}

/**
 * How two positions on the same issue stand to each other by their stances, and which of them has to be aimed at the other's holder: what
 * src/position/compare.rs says of one text.
 *
 * @type {Record<string, { kind: Pair["kind"], aims: [boolean, boolean] }>}
 */
const RELATIONS = {
  "oppose/oppose": { kind: "contrast", aims: [true, true] },
  "oppose/demand": { kind: "contrast", aims: [false, false] },
  "oppose/support": { kind: "contrast", aims: [false, false] },
  "oppose/offer": { kind: "contrast", aims: [false, false] },
  "demand/oppose": { kind: "contrast", aims: [false, false] },
  "support/oppose": { kind: "contrast", aims: [false, false] },
  "offer/oppose": { kind: "contrast", aims: [false, false] },
  "demand/undecided": { kind: "overlap", aims: [false, false] },
  "undecided/demand": { kind: "overlap", aims: [false, false] },
  "demand/offer": { kind: "overlap", aims: [true, false] },
  "offer/demand": { kind: "overlap", aims: [false, true] },
  "offer/offer": { kind: "overlap", aims: [false, false] },
};

/**
 * Those positions that are aimed at the party of others.
 *
 * @param {Stand[]} stands
 * @param {Stand[]} others    of one party
 */
function aimedAt(stands, [{ position: { holder } }]) {
  return stands.filter(({ position }) => position.target?.split(",").includes(holder));
}

/**
 * The first two that stand in different texts.
 *
 * @param {Stand[]} ones
 * @param {Stand[]} others
 * @returns {[Stand, Stand] | null}
 */
function apart(ones, others) {
  if (ones.length === 0 || others.length === 0) return null;
  const other = others.find(({ entry }) => entry !== ones[0].entry);
  if (other !== undefined) return [ones[0], other];
  const one = ones.find(({ entry }) => entry !== others[0].entry);
  return one === undefined ? null : [one, others[0]];
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
    const clash = found.get(issue) ?? { issue, camps: [], mutual: false, across: true };
    clash.across &&= across;
    clash.mutual ||= stances[0] === stances[1];
    for (const [place, party] of parties.entries()) {
      let camp = clash.camps.find(({ stance }) => stance === stances[place]);
      if (camp === undefined) clash.camps.push((camp = { stance: stances[place], parties: [] }));
      if (!camp.parties.some(({ code }) => code === party.code)) camp.parties.push(party);
    }
    found.set(issue, clash);
  }
  const last = (/** @type {{ stance: PositionStance | null }} */ { stance }) => (stance === "oppose" ? 1 : 0);
  for (const { camps } of found.values()) camps.sort((a, b) => last(a) - last(b));
  return [...found.values()];
}
