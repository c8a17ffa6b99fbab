// Whether the words of a search are shown in their context, in which order, and how exactly they are meant.

/** The orders of the places: that of the texts, or by the words before or behind. */
export const ORDERS = /** @type {const} */ (["text", "left", "right"]);
/** What can be asked for: whole words, letters in the case and with the accents that were typed. */
export const EXACT = /** @type {const} */ (["words", "case", "accents"]);

/** @typedef {{ on: boolean, order: typeof ORDERS[number], exact: Set<string> }} Context */

/** @returns {Context} */
export function noContext() {
  return { on: false, order: "text", exact: new Set() };
}

/** @param {URLSearchParams} state @returns {Context} */
export function contextIn(state) {
  const order = ORDERS.find((known) => known === state.get("context"));
  const exact = (state.get("exact") ?? "").split(",").filter((one) => EXACT.some((known) => known === one));
  return { on: order !== undefined, order: order ?? "text", exact: new Set(exact) };
}

/**
 * @param {Context} context
 * @param {URLSearchParams} state
 */
export function putContext({ on, order, exact }, state) {
  if (!on) return;
  state.set("context", order);
  if (exact.size > 0) state.set("exact", [...exact].join(","));
}
