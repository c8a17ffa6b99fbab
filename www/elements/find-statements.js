// The statements of some texts that a search, the grades and the filters leave, and how many each further choice would leave.

import { statementIndex } from "../engine/position.js";
import { FACETS, UNKNOWN, keyOf } from "../library/filters.js";
import { fold } from "../library/folding.js";
import { Counted } from "./count-choices.js";
import { oncePerReading, oncePerText } from "./once.js";
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
/**
 * What a statement can be chosen by.
 *
 * @typedef {object} Profile
 * @property {Hit} hit
 * @property {Record<Facet, string[]>} keys
 * @property {Days | null} days
 * @property {string | null} haystack    what a search looks into, folded; made when somebody first searches
 */
/** The statements of a text, the names for the keys of speakers and parties, and what there is when nothing is chosen. @typedef {{ profiles: Profile[], hits: Hit[], names: Map<string, string>, counted: Counted }} Profiles */

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
  // One text by itself was chosen as such, and is not chosen once more.
  const limits = entries.length > 1 ? filters : { ...filters, text: new Set() };
  const active = FACETS.filter((facet) => limits[facet].size > 0);
  const everything = words.length === 0 && grades.size === 0 && active.length === 0 && filters.from === "" && filters.to === "";
  const counted = new Counted();
  /** @type {Hit[][]} */
  const hits = [];
  let all = 0;
  for (const own of profilesOf(entries)) {
    all += own.profiles.length;
    counted.know(own.names, own.counted);
    if (everything) {
      counted.addAll(own.counted);
      hits.push(own.hits);
      continue;
    }
    /** @type {Hit[]} */
    const left = [];
    for (const profile of own.profiles) {
      const { hit, keys, days } = profile;
      if (words.length > 0) {
        const haystack = (profile.haystack ??= haystackOf(hit));
        if (!words.every((word) => haystack.includes(word))) continue;
      }
      let misses = 0;
      /** @type {Facet | "grade" | "days" | null} */
      let missed = null;
      const miss = (/** @type {Facet | "grade" | "days"} */ what) => {
        misses += 1;
        missed = what;
      };
      for (const facet of active) if (!keys[facet].some((key) => limits[facet].has(key))) miss(facet);
      if (grades.size > 0 && !grades.has(hit.statement.grade)) miss("grade");
      if (!within(days, filters)) miss("days");
      if (misses === 0) left.push(hit);
      // A choice is counted as if nothing else of its list were chosen.
      if (misses < 2) counted.add(keys, hit.statement.grade, days, missed);
    }
    hits.push(left);
  }
  return { hits: hits.flat(), all, ...counted.result(filters) };
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

export const profilesOf = oncePerText((entry, reading) => {
  const { overview, statements } = reading;
  const days = daysOf(reading);
  const issues = issuesOf(reading);
  const text = [textKey(reading)];
  const named = new Map(overview.audit.parties.map(({ code, name }) => [code, name]));
  const names = new Map([[text[0], entry.heading]]);
  /** Keys by what they are made of, which comes back often. @type {Map<string, string[]>} */
  const speakers = new Map([["", [UNKNOWN]]]);
  /** @type {Map<string | null, string[]>} */
  const parties = new Map([[null, [UNKNOWN]]]);
  const counted = new Counted();
  const profiles = statements.map((statement) => {
    const name = nameOf(reading, statement);
    let speaker = speakers.get(name);
    if (speaker === undefined) {
      speakers.set(name, (speaker = [keyOf(fold(name).text)]));
      if (!names.has(speaker[0])) names.set(speaker[0], name);
    }
    let party = parties.get(statement.affiliation);
    if (party === undefined) {
      parties.set(statement.affiliation, (party = statement.affiliation?.split(",") ?? []));
      for (const code of party) names.set(code, named.get(code) ?? partyName(reading, code));
    }
    const keys = { speaker, party, issue: issues.get(statement.index) ?? [UNKNOWN], text };
    const profile = { hit: { entry, statement }, keys, days: days[statement.index] ?? null, haystack: null };
    counted.add(keys, statement.grade, profile.days, null);
    return /** @type {Profile} */ (profile);
  });
  return /** @type {Profiles} */ ({ profiles, hits: profiles.map(({ hit }) => hit), names, counted });
});

/**
 * What positions and points that were read in statements are about.
 *
 * @param {Reading} reading
 * @returns {Map<number, string[]>}    by the index of the statement
 */
function issuesOf({ overview }) {
  /** @type {Map<number, string[]>} */
  const issues = new Map();
  for (const { statement, issue } of [...overview.positions, ...overview.points]) {
    const index = statementIndex(statement);
    if (index === null || issue === null) continue;
    const own = issues.get(index) ?? [];
    if (!own.includes(issue)) issues.set(index, [...own, issue]);
  }
  return issues;
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

/** What a search looks into. @param {Hit} hit */
function haystackOf({ entry, statement }) {
  const reading = /** @type {Reading} */ (entry.reading);
  const words = [reading.words(statement.source), reading.words(statement.cue), reading.content(statement), nameOf(reading, statement), statement.affiliation];
  return fold(words.join(" ")).text;
}
