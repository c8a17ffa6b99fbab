// What stands where the findings of a text will be, until they are there, and where there are none.

import { html, nothing } from "lit";
import { t } from "../locales/locale.js";

/** @import { Desk } from "../library/desk.js" */
/** @import { Entry, Library } from "../library/library.js" */

/** @param {Library} library */
export function notYet({ learning }) {
  return learning === null ? t("statements.noneYet") : `${coming(learning)} ${t("learned.then")}`;
}

/** How far the language model is. @param {number} share    from 0 to 1 */
export function coming(share) {
  return t("learned.coming", { percent: Math.floor(share * 100) });
}

/**
 * In place of an empty view of texts: why it is empty.
 *
 * @param {{ library: Library, desk: Desk }} shown
 * @param {string} none    where the texts are read and have nothing for it
 */
export function emptyView({ library, desk }, none) {
  const why = desk.entry?.failure?.message ?? (library.counts.open > 0 ? notYet(library) : none);
  return html`<p class="empty">${why}</p>`;
}

/**
 * In place of what was found in one text: why that is not there.
 *
 * @param {Library} library
 * @param {Entry | null} entry
 * @param {string} none    where there is no text
 */
export function unread(library, entry, none) {
  return html`<p class="empty">${entry === null ? none : (entry.failure?.message ?? notYet(library))}</p>`;
}

/** Below what was found: that more is to come. @param {Library} library */
export function moreToCome(library) {
  return library.counts.open > 0 ? html`<p class="quiet">${notYet(library)}</p>` : nothing;
}
