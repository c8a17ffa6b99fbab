// What the statements are chosen by, besides the words of a search and the grades: who speaks, for which party, on what, when, in which text.

/** The lists to choose from. */
export const FACETS = /** @type {const} */ (["speaker", "party", "issue", "text"]);

/** @typedef {typeof FACETS[number]} Facet */
/** Of each list the keys that were chosen, all where there are none; days as YYYY-MM-DD, empty where there is no limit. @typedef {Record<Facet, Set<string>> & { from: string, to: string }} Filters */

/** Stands among the keys for those of which it is not known. */
export const UNKNOWN = "-";

/** @returns {Filters} */
export function noFilters() {
  return { speaker: new Set(), party: new Set(), issue: new Set(), text: new Set(), from: "", to: "" };
}

/** How many things are chosen. @param {Filters} filters */
export function chosen(filters) {
  const days = [filters.from, filters.to].filter((day) => day !== "").length;
  return FACETS.reduce((sum, facet) => sum + filters[facet].size, days);
}

/**
 * With a choice of a list made, or taken back.
 *
 * @param {Filters} filters
 * @param {Facet} facet
 * @param {string} key
 * @returns {Filters}
 */
export function switched(filters, facet, key) {
  const keys = new Set(filters[facet]);
  if (!keys.delete(key)) keys.add(key);
  return { ...filters, [facet]: keys };
}

/** @param {URLSearchParams} state @returns {Filters} */
export function filtersIn(state) {
  const keys = (/** @type {Facet} */ facet) => new Set((state.get(facet) ?? "").split(",").filter((key) => /^[\w.-]+$/.test(key)));
  const day = (/** @type {string} */ name) => {
    const value = state.get(name) ?? "";
    return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : "";
  };
  return { speaker: keys("speaker"), party: keys("party"), issue: keys("issue"), text: keys("text"), from: day("from"), to: day("to") };
}

/**
 * @param {Filters} filters
 * @param {URLSearchParams} state
 */
export function putFilters(filters, state) {
  for (const facet of FACETS) if (filters[facet].size > 0) state.set(facet, [...filters[facet]].join(","));
  if (filters.from !== "") state.set("from", filters.from);
  if (filters.to !== "") state.set("to", filters.to);
}

/**
 * Stands for a name of a text in the address, which holds no words of texts: 64 bits by FNV-1a, so that no two of a library meet.
 *
 * @param {string} name
 */
export function keyOf(name) {
  let [one, other] = [0x811c9dc5, 0x050c5d1f];
  for (let index = 0; index < name.length; index += 1) {
    const unit = name.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ (unit + index), 0x01000193);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
