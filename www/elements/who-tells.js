// Who is behind a source, and who tells what another is reported to have said.

import { t } from "../locales/locale.js";

/** @import { Statement } from "../engine/columns.js" */
/** @import { Reading } from "../engine/reading.js" */

/**
 * The name that stands for "she" or "the minister": the text's own, from another place. Empty where the source says it.
 *
 * @param {Reading} reading
 * @param {Statement} statement
 */
export function personBehind(reading, statement) {
  const actor = statement.actor === null ? undefined : reading.overview.actors[statement.actor];
  if (actor?.kind !== "person" || statement.source === null) return "";
  const source = reading.words(statement.source).toLowerCase();
  const known = actor.name.toLowerCase().split(/\s+/).some((part) => source.includes(part));
  return known ? "" : actor.name;
}

/**
 * Marks a statement that stands in another, which the text has at second hand: "as told by officials". Empty for what the text itself reports.
 *
 * @param {Reading} reading
 * @param {Statement} statement
 */
export function toldBy(reading, statement) {
  if (statement.parent === null) return "";
  const teller = reading.statements[statement.parent];
  const name = teller === undefined ? "" : personBehind(reading, teller) || reading.words(teller.source);
  return name === "" ? t("statements.toldByNobody") : t("statements.toldBy", { name });
}

/**
 * Who makes a statement, by the name that the text has for him, else by its words.
 *
 * @param {Reading} reading
 * @param {Statement} statement
 */
export function speaker(reading, { actor, source }) {
  const name = actor === null ? undefined : reading.overview.actors[actor]?.name;
  const words = reading.words(source).replace(/\s+/g, " ");
  return name ?? (words === "" ? t("statements.nosource") : words);
}

/**
 * Whose statement something stands in.
 *
 * @param {Reading} reading
 * @param {Statement} statement
 */
export function insideOf(reading, statement) {
  const nobody = statement.actor === null && reading.words(statement.source) === "";
  return nobody ? t("audit.voice.nobody") : t("audit.voice", { name: speaker(reading, statement) });
}
