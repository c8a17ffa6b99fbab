// The line at the head of a panel: which view, which text, a search.

import { html } from "lit";
import { t } from "../locales/locale.js";
import { VIEWS } from "./views.js";

/** @import { Desk } from "../library/desk.js" */
/** @import { Entry, Library } from "../library/library.js" */

/**
 * @param {object} of
 * @param {Desk} of.desk
 * @param {Library} of.library
 * @param {Entry[]} of.entries
 * @param {boolean} of.choice    whether the reader chooses the view
 * @param {boolean} of.search    whether there is something to search
 */
export function toolsOf({ desk, library, entries, choice, search }) {
  const { corrections } = library;
  const corrected = corrections.undoable !== null || corrections.redoable !== null;
  const history = corrected ? [html`<history-buttons .corrections=${corrections}></history-buttons>`] : [];
  return [...(choice ? [tabs(desk)] : []), ...(entries.length > 1 ? [chooser(desk, entries)] : []), ...(search ? [field(desk)] : []), ...history];
}

/** @param {Desk} desk */
function tabs(desk) {
  return html`<nav class="tabs" aria-label=${t("view.title")}>
    ${VIEWS.map(({ id, name }) => {
      const current = desk.view === id ? "page" : "false";
      return html`<button aria-current=${current} @click=${() => desk.set({ view: id, place: "view" })}>${t(name)}</button>`;
    })}
  </nav>`;
}

/**
 * @param {Desk} desk
 * @param {Entry[]} entries
 */
function chooser(desk, entries) {
  const choose = (/** @type {Event} */ event) => {
    const id = Number(/** @type {HTMLSelectElement} */ (event.target).value);
    desk.open(entries.find((entry) => entry.id === id) ?? null);
  };
  return html`<select aria-label=${t("files.title")} @change=${choose}>
    <option value="0" ?selected=${desk.entry === null}>${t("files.all")}</option>
    ${entries.map((entry) => html`<option value=${entry.id} ?selected=${desk.entry === entry}>${entry.heading}</option>`)}
  </select>`;
}

/** @param {Desk} desk */
function field(desk) {
  const query = (/** @type {Event} */ event) => desk.set({ query: /** @type {HTMLInputElement} */ (event.target).value, place: "view" });
  return html`<input type="search" aria-label=${t("search.label")} placeholder=${t("search.hint")} .value=${desk.query} @input=${query} />`;
}
