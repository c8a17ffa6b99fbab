// The words of a search in their context: a line for each place, the words one below the other, in the order of the texts or of their neighbours.

import { LitElement, html, nothing } from "lit";
import { EXACT, ORDERS } from "../library/context.js";
import { t, word } from "../locales/locale.js";
import { lines } from "../styles/lines.js";
import { shared } from "../styles/shared.js";
import { KEPT, aroundOf, statementAt, wordsOf } from "./concordance.js";
import { contextStyle } from "./context-list-style.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";
import { ListKeys } from "./list-keys.js";
import { told } from "./passage.js";
import { Portions } from "./portions.js";
import { readIn } from "./positions.js";
import { rowsButtons } from "./rows-buttons.js";
import { leadingLine } from "./view-element.js";

/** @import { Reading } from "../engine/reading.js" */
/** @import { Context } from "../library/context.js" */
/** @import { Desk, Passage } from "../library/desk.js" */
/** @import { Row } from "../out/rows.js" */
/** @import { Concordance, Place } from "./concordance.js" */

/** How many lines are drawn at first, and more when the reader asks. */
const PORTION = 200;

export class ContextList extends LitElement {
  static properties = { desk: { attribute: false }, found: { attribute: false }, narrowed: { type: Boolean } };

  static styles = [shared, lines, contextStyle];

  #portions = new Portions(this, PORTION, PORTION);

  constructor() {
    super();
    /** @type {Desk} */
    this.desk = given();
    /** @type {Concordance} */
    this.found = given();
    /** Whether only places in some statements count. */
    this.narrowed = false;
    new Follow(this, () => [this.desk]);
    new ListKeys(this);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("found")) this.#portions.reset();
  }

  render() {
    const { places, all, texts } = this.found;
    return html`
      ${this.#options()}
      ${this.narrowed && all > 0 ? html`<p class="quiet note">${t("context.narrowed")}</p>` : nothing}
      ${all === 0 ? html`<p class="empty">${this.#why()}</p>` : this.#list(this.#portions.of("places", places), texts > 1)}
      ${this.#portions.button("places", places)}
      ${all > KEPT ? html`<p class="quiet note">${t("context.rest", { count: all - KEPT })}</p>` : nothing}
      ${all === 0 ? nothing : rowsButtons("context", () => places.map(rowOf))}
    `;
  }

  /** Why nothing is listed. */
  #why() {
    const words = wordsOf(this.desk.query).length;
    if (words === 0) return t("context.hint");
    if (this.narrowed) return t("context.none.narrowed");
    return words > 1 ? t("context.none.words") : t("context.none");
  }

  #options() {
    const { context } = this.desk;
    const set = (/** @type {Partial<Context>} */ change) => this.desk.set({ context: { ...this.desk.context, ...change } });
    const order = (/** @type {Event} */ event) => set({ order: /** @type {Context["order"]} */ (/** @type {HTMLSelectElement} */ (event.target).value) });
    const toggle = (/** @type {string} */ name) => {
      const exact = new Set(context.exact);
      if (!exact.delete(name)) exact.add(name);
      set({ exact });
    };
    return html`<div class="options" role="group" aria-label=${t("context.options")}>
      <label class="order">
        ${t("context.order")}
        <select @change=${order}>
          ${ORDERS.map((name) => html`<option value=${name} ?selected=${name === context.order}>${word("context.order", name)}</option>`)}
        </select>
      </label>
      ${EXACT.map((name) => html`<label><input type="checkbox" .checked=${context.exact.has(name)} @change=${() => toggle(name)} />${word("context.exact", name)}</label>`)}
    </div>`;
  }

  /**
   * @param {Place[]} places
   * @param {boolean} many    whether it has to be said which text a line is of
   */
  #list(places, many) {
    const inOrder = this.desk.context.order === "text";
    return html`<ul aria-label=${t("context.list")}>
      ${places.map(
        (place, index) => html`
          ${many && inOrder && place.entry !== places[index - 1]?.entry ? html`<li class="file"><h3 dir="auto">${place.entry.heading}</h3></li>` : nothing}
          <li class="later" dir="auto">${this.#line(place, many && !inOrder)}</li>
        `,
      )}
    </ul>`;
  }

  /**
   * @param {Place} place
   * @param {boolean} named
   */
  #line(place, named) {
    const { left, hit, right } = aroundOf(place);
    const inside = html`<span class="left"><span>${left}</span></span><span class="right"><mark>${hit}</mark>${right}</span>
      ${named ? html`<span class="of" dir="auto">${place.entry.heading}</span>` : nothing}`;
    return leadingLine(this.desk, passageOf(place), inside);
  }
}

/** @param {Place} place @returns {Passage} */
function passageOf(place) {
  const { entry, start, end } = place;
  const facts = () => {
    const statement = statementAt(place);
    return entry.reading === null || statement === null ? [] : [readIn(entry, entry.reading, statement)];
  };
  return told({ entry, ranges: [{ start, end }], statement: null }, () => t("context.found"), facts);
}

/** @param {Place} place @returns {Row} */
function rowOf(place) {
  const { entry, start, end } = place;
  const { document, offsets } = /** @type {Reading} */ (entry.reading).overview;
  const { left, hit, right } = aroundOf(place);
  const statement = statementAt(place);
  return { file: entry.name, sha256: document.sha256, before: left, words: hit, after: right, statement: statement === null ? null : `s${statement.index + 1}`, offsets, start, end };
}

define("context-list", ContextList);
