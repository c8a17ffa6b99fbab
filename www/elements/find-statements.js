// The statements of some texts that a search and a choice of grades leave.

/** @import { Statement } from "../engine/columns.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { Entry } from "../library/library.js" */

/** @typedef {{ entry: Entry, statement: Statement }} Hit */

/** What a search looks into, folded; made when somebody first searches. @type {WeakMap<Statement, string>} */
const haystacks = new WeakMap();

/**
 * Every word of the search must occur in what is said, who says it, or the reporting word.
 *
 * @param {Entry[]} entries
 * @param {string} query
 * @param {Set<string>} grades    all of them when empty
 * @returns {{ hits: Hit[], all: number }}
 */
export function find(entries, query, grades) {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  /** @type {Hit[]} */
  const hits = [];
  let all = 0;
  for (const entry of entries) {
    if (entry.reading === null) continue;
    for (const statement of entry.reading.statements) {
      all += 1;
      if (grades.size > 0 && !grades.has(statement.grade)) continue;
      if (wanted.length > 0) {
        const haystack = haystackOf(entry.reading, statement);
        if (!wanted.every((word) => haystack.includes(word))) continue;
      }
      hits.push({ entry, statement });
    }
  }
  return { hits, all };
}

/**
 * @param {Reading} reading
 * @param {Statement} statement
 */
function haystackOf(reading, statement) {
  const known = haystacks.get(statement);
  if (known !== undefined) return known;
  const actor = statement.actor === null ? "" : (reading.overview.actors[statement.actor]?.name ?? "");
  const words = [reading.words(statement.source), reading.words(statement.cue), reading.content(statement), actor, statement.affiliation];
  const haystack = fold(words.join(" "));
  haystacks.set(statement, haystack);
  return haystack;
}

/** Letters without case and accents. @param {string} text */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}
