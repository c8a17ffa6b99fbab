// Counts how many statements each choice of the filters would leave.

import { FACETS, UNKNOWN } from "../library/filters.js";

/** @import { Facet, Filters } from "../library/filters.js" */
/** @import { Days } from "./statement-day.js" */

/** Something that can be chosen, with how many statements it would leave beside what else is chosen. @typedef {{ key: string, name: string, count: number }} Choice */

export class Counted {
  /** @type {Record<string, number>} */
  grades = {};
  #undated = 0;
  /** @type {Days | null} */
  #days = null;
  /** @type {Record<Facet, Map<string, number>>} */
  #counts = { speaker: new Map(), party: new Map(), issue: new Map(), text: new Map() };
  /** Whatever there is to choose, as long as nothing is. @type {Record<Facet, Set<string>>} */
  #keys = { speaker: new Set(), party: new Set(), issue: new Set(), text: new Set() };
  /** @type {Record<Facet, Map<string, string>>} */
  #names = { speaker: new Map(), party: new Map(), issue: new Map(), text: new Map() };

  /**
   * @param {Facet} facet
   * @param {string} key
   * @param {string} name
   */
  name(facet, key, name) {
    if (!this.#names[facet].has(key)) this.#names[facet].set(key, name);
  }

  /**
   * @param {Facet} facet
   * @param {Map<string, string>} names
   */
  names(facet, names) {
    for (const [key, name] of names) this.name(facet, key, name);
  }

  /** @param {Record<Facet, string[]>} keys    of a statement, whether it is left or not */
  offer(keys) {
    for (const facet of FACETS) for (const key of keys[facet]) this.#keys[facet].add(key);
  }

  /**
   * @param {Facet} facet
   * @param {string[]} keys
   */
  add(facet, keys) {
    const counts = this.#counts[facet];
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }

  /** @param {Days | null} days */
  day(days) {
    if (days === null) this.#undated += 1;
    else if (this.#days === null) this.#days = { ...days };
    else {
      if (days.first < this.#days.first) this.#days.first = days.first;
      if (days.last > this.#days.last) this.#days.last = days.last;
    }
  }

  /** @param {Filters} filters */
  result(filters) {
    const choices = /** @type {Record<Facet, Choice[]>} */ ({});
    for (const facet of FACETS) {
      const counts = this.#counts[facet];
      // What is chosen stays in sight, also when it leaves nothing.
      for (const key of filters[facet]) if (!counts.has(key)) counts.set(key, 0);
      const list = [...counts].map(([key, count]) => ({ key, name: this.#names[facet].get(key) ?? "", count }));
      const rest = (/** @type {Choice} */ { key }) => (key === UNKNOWN ? 1 : 0);
      choices[facet] = facet === "text" ? list : list.sort((a, b) => rest(a) - rest(b) || b.count - a.count);
    }
    const offered = FACETS.filter((facet) => this.#keys[facet].size > 1 || filters[facet].size > 0);
    return { choices, offered, grades: this.grades, days: this.#days, undated: this.#undated };
  }
}
