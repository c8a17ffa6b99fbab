// The statements of some texts that a search, the grades and the filters leave, and how many each further choice would leave.

import { statementIndex } from "../engine/position.js";
import { FACETS, UNKNOWN, keyOf } from "../library/filters.js";
import { fold } from "../library/folding.js";
import { Counted } from "./count-choices.js";
import { oncePerReading } from "./once.js";
import { partyName } from "./party.js";
import { daysOf } from "./statement-day.js";

/** @import { Statement } from "../engine/columns.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { Facet, Filters } from "../library/filters.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Choice } from "./count-choices.js" */
/** @import { Days } from "./statement-day.js" */

/** @typedef {{ entry: Entry, statement: Statement }} Hit */
/** What a search is for: words, grades (all of them when empty), filters. @typedef {{ query: string, grades: Set<string>, filters: Filters }} Wanted */
/**
 * @typedef {object} Found
 * @property {Hit[]} hits
 * @property {number} all                          statements, whatever is chosen
 * @property {Record<Facet, Choice[]>} choices     those with most statements first
 * @property {Facet[]} offered                      those lists that have something to choose, whatever is chosen
 * @property {Record<string, number>} grades
 * @property {Days | null} days                    the first and the last day that there is
 * @property {number} undated                      statements without any day that the rest would leave
 */
/** What a statement can be chosen by. @typedef {{ keys: Record<Facet, string[]>, days: Days | null }} Profile */
/** What the statements of a text can be chosen by, and the names for the keys of speakers and parties. @typedef {{ profiles: Profile[], names: Map<string, string> }} Profiles */

/** What a search looks into, folded; made when somebody first searches. @type {WeakMap<Statement, string>} */
const haystacks = new WeakMap();
/** @type {WeakMap<Reading, Profiles>} */
const known = new WeakMap();

/** Every word of the search must occur in what is said, who says it, or the reporting word. */
export const find = oncePerReading(search, asked);

/** Equal as long as the same is wanted. @param {Wanted} wanted */
export function asked({ query, grades, filters }) {
  const keys = FACETS.map((facet) => [...filters[facet]]);
  return JSON.stringify([query, [...grades], keys, filters.from, filters.to]);
}

/**
 * @param {Entry[]} entries
 * @param {Wanted} wanted
 * @returns {Found}
 */
function search(entries, { query, grades, filters }) {
  const words = fold(query).text.split(/\s+/).filter(Boolean);
  /** @type {Hit[]} */
  const hits = [];
  const counted = new Counted();
  let all = 0;
  for (const entry of entries) {
    const { reading } = entry;
    if (reading === null) continue;
    const { profiles, names } = profilesOf(reading);
    const text = textKey(reading);
    counted.name("text", text, entry.heading);
    for (const facet of /** @type {const} */ (["speaker", "party"])) counted.names(facet, names);
    // One text by itself was chosen as such, and is not chosen once more.
    const texts = entries.length > 1 ? filters.text : new Set();
    for (const statement of reading.statements) {
      all += 1;
      const profile = profiles[statement.index];
      const keys = { ...profile.keys, text: [text] };
      counted.offer(keys);
      if (words.length > 0) {
        const haystack = haystackOf(reading, statement);
        if (!words.every((word) => haystack.includes(word))) continue;
      }
      const against = FACETS.filter((facet) => {
        const wanted = facet === "text" ? texts : filters[facet];
        return wanted.size > 0 && !keys[facet].some((key) => wanted.has(key));
      });
      const graded = grades.size === 0 || grades.has(statement.grade);
      const timely = within(profile.days, filters);
      const misses = against.length + (graded ? 0 : 1) + (timely ? 0 : 1);
      if (misses === 0) hits.push({ entry, statement });
      // A choice is counted as if nothing else of its list were chosen.
      if (misses > 1) continue;
      for (const facet of FACETS) if (misses === 0 || against[0] === facet) counted.add(facet, keys[facet]);
      if (misses === 0 || !graded) counted.grades[statement.grade] = (counted.grades[statement.grade] ?? 0) + 1;
      if (misses === 0 || !timely) counted.day(profile.days);
    }
  }
  return { hits, all, ...counted.result(filters) };
}

/**
 * Whether days lie in those that are wanted, at least in part. What has none does not, where some are wanted.
 *
 * @param {Days | null} days
 * @param {Filters} filters
 */
function within(days, { from, to }) {
  if (from === "" && to === "") return true;
  return days !== null && (from === "" || days.last >= from) && (to === "" || days.first <= to);
}

/** Stands for a text. @param {Reading} reading */
export function textKey({ overview }) {
  return overview.document.sha256.slice(0, 12);
}

/** @param {Reading} reading @returns {Profiles} */
export function profilesOf(reading) {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const { overview, statements } = reading;
  const days = daysOf(reading);
  /** @type {Map<number, Set<string>>} */
  const issues = new Map();
  for (const { statement, issue } of [...overview.positions, ...overview.points]) {
    const index = statementIndex(statement);
    if (index !== null && issue !== null) issues.set(index, (issues.get(index) ?? new Set()).add(issue));
  }
  const parties = new Map(overview.audit.parties.map(({ code, name }) => [code, name]));
  /** @type {Map<string, string>} */
  const names = new Map();
  const profiles = statements.map((statement) => {
    const name = nameOf(reading, statement);
    const speaker = name === "" ? UNKNOWN : keyOf(fold(name).text);
    if (name !== "" && !names.has(speaker)) names.set(speaker, name);
    const codes = statement.affiliation?.split(",") ?? [];
    for (const code of codes) names.set(code, parties.get(code) ?? partyName(reading, code));
    const keys = { speaker: [speaker], party: orUnknown(codes), issue: orUnknown([...(issues.get(statement.index) ?? [])]), text: [] };
    return { keys, days: days[statement.index] ?? null };
  });
  const profilesAndNames = { profiles, names };
  known.set(reading, profilesAndNames);
  return profilesAndNames;
}

/** @param {string[]} keys */
function orUnknown(keys) {
  return keys.length === 0 ? [UNKNOWN] : keys;
}

/**
 * Who speaks, by the name that the text has for him, else by its words; empty where nobody is named.
 *
 * @param {Reading} reading
 * @param {Statement} statement
 */
function nameOf(reading, { actor, source }) {
  const name = actor === null ? undefined : reading.overview.actors[actor]?.name;
  return (name ?? reading.words(source)).replace(/\s+/g, " ").trim();
}

/**
 * @param {Reading} reading
 * @param {Statement} statement
 */
function haystackOf(reading, statement) {
  const known = haystacks.get(statement);
  if (known !== undefined) return known;
  const words = [reading.words(statement.source), reading.words(statement.cue), reading.content(statement), nameOf(reading, statement), statement.affiliation];
  const haystack = fold(words.join(" ")).text;
  haystacks.set(statement, haystack);
  return haystack;
}
