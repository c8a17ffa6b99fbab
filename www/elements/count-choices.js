// Counts how many statements each choice of the filters would leave.

import { FACETS, UNKNOWN } from "../library/filters.js";

/** @import { Facet, Filters } from "../library/filters.js" */
/** @import { Days } from "./statement-day.js" */

/** Something that can be chosen, with how many statements it would leave beside what else is chosen. @typedef {{ key: string, name: string, count: number }} Choice */

export class Counted {
  /** @type {Record<string, number>} */
  #grades = {};
  #undated = 0;
  /** @type {Days | null} */
  #days = null;
  /** @type {Record<Facet, Map<string, number>>} */
  #counts = { speaker: new Map(), party: new Map(), issue: new Map(), text: new Map() };
  /** Whatever there is to choose, as long as nothing is. @type {Record<Facet, Set<string>>} */
  #keys = { speaker: new Set(), party: new Set(), issue: new Set(), text: new Set() };
  /** @type {Map<string, string>} */
  #names = new Map();

  /**
   * Takes up what there is to choose in a text.
   *
   * @param {Map<string, string>} names
   * @param {Counted} all    its statements
   */
  know(names, all) {
    for (const [key, name] of names) if (!this.#names.has(key)) this.#names.set(key, name);
    for (const facet of FACETS) for (const key of all.#counts[facet].keys()) this.#keys[facet].add(key);
  }

  /**
   * Counts a statement.
   *
   * @param {Record<Facet, string[]>} keys
   * @param {string} grade
   * @param {Days | null} days
   * @param {Facet | "grade" | "days" | null} missed    the list whose choice alone does not leave it: it counts there only
   */
  add(keys, grade, days, missed) {
    for (const facet of FACETS) {
      if (missed !== null && missed !== facet) continue;
      const counts = this.#counts[facet];
      for (const key of keys[facet]) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    if (missed === null || missed === "grade") this.#grades[grade] = (this.#grades[grade] ?? 0) + 1;
    if (missed !== null && missed !== "days") return;
    if (days === null) this.#undated += 1;
    else this.#span(days);
  }

  /** @param {Counted} other */
  addAll(other) {
    for (const facet of FACETS) {
      const counts = this.#counts[facet];
      for (const [key, count] of other.#counts[facet]) counts.set(key, (counts.get(key) ?? 0) + count);
    }
    for (const [grade, count] of Object.entries(other.#grades)) this.#grades[grade] = (this.#grades[grade] ?? 0) + count;
    this.#undated += other.#undated;
    if (other.#days !== null) this.#span(other.#days);
  }

  /** @param {Days} days */
  #span({ first, last }) {
    const before = this.#days;
    this.#days = before === null ? { first, last } : { first: first < before.first ? first : before.first, last: last > before.last ? last : before.last };
  }

  /** @param {Filters} filters */
  result(filters) {
    const choices = /** @type {Record<Facet, Choice[]>} */ ({});
    const rest = (/** @type {Choice} */ { key }) => (key === UNKNOWN ? 1 : 0);
    for (const facet of FACETS) {
      // What is chosen stays in sight, also when it leaves nothing.
      const keys = new Set([...this.#counts[facet].keys(), ...filters[facet]]);
      const list = [...keys].map((key) => ({ key, name: this.#names.get(key) ?? "", count: this.#counts[facet].get(key) ?? 0 }));
      choices[facet] = facet === "text" ? list : list.sort((a, b) => rest(a) - rest(b) || b.count - a.count);
    }
    const offered = FACETS.filter((facet) => this.#keys[facet].size > 1 || filters[facet].size > 0);
    return { choices, offered, grades: this.#grades, days: this.#days, undated: this.#undated };
  }
}
