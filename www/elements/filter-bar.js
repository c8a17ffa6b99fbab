// The filters of the statements: a list to choose from for each, one open at a time, and what is chosen as chips that take it back.

import { LitElement, html, nothing } from "lit";
import { FACETS, UNKNOWN, chosen, switched } from "../library/filters.js";
import { fold } from "../library/folding.js";
import { GRADES } from "../library/desk.js";
import { calendar, t, word } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";
import { filterStyle } from "./filter-bar-style.js";

/** @import { Facet, Filters } from "../library/filters.js" */
/** @import { Desk } from "../library/desk.js" */
/** @import { Choice } from "./count-choices.js" */
/** @import { Found } from "./find-statements.js" */

/** What can be opened. @typedef {Facet | "date"} Drawer */
/** What is chosen, in words, and how to take it back. @typedef {{ name: string, value: string, back: () => void }} Chip */

/** How many choices are drawn at first; longer lists can be searched. */
const PORTION = 12;
/** The lists in the order in which they are offered. @type {Drawer[]} */
const DRAWERS = ["speaker", "party", "issue", "date", "text"];

export class FilterBar extends LitElement {
  static properties = {
    desk: { attribute: false },
    found: { attribute: false },
    opened: { state: true },
    unfolded: { state: true },
    sought: { state: true },
    drawn: { state: true },
  };

  static styles = [shared, filterStyle];

  constructor() {
    super();
    /** @type {Desk} */
    this.desk = given();
    /** @type {Found} */
    this.found = given();
    /** @type {Drawer | null} */
    this.opened = null;
    /** Whether the filters are unfolded where there is little room. */
    this.unfolded = false;
    /** What the choices are searched for. */
    this.sought = "";
    this.drawn = PORTION;
    /** The chip that was taken away last, by its place, until the focus has found another. @type {number | null} */
    this.taken = null;
  }

  updated() {
    if (this.taken === null) return;
    const chips = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll(".chip")]);
    const buttons = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll(".fold, .drawers button")]);
    const next = chips[Math.min(this.taken, chips.length - 1)] ?? buttons.find((button) => button.checkVisibility());
    this.taken = null;
    next?.focus();
  }

  render() {
    const { filters, grades } = this.desk;
    const count = chosen(filters) + grades.size;
    const offered = DRAWERS.filter((drawer) => drawer === "date" || this.found.offered.includes(drawer));
    const chips = this.#chips();
    if (this.found.all === 0 && chips.length === 0) return nothing;
    return html`<div @keydown=${this.#keys}>
      <button class="fold" aria-expanded=${this.unfolded} @click=${() => (this.unfolded = !this.unfolded)}>
        ${count === 0 ? t("filter.title") : t("filter.title.count", { count })}
      </button>
      <div class="filters ${this.unfolded ? "unfolded" : ""}" role="group" aria-label=${t("filter.title")}>
        <div class="drawers">${offered.map((drawer) => this.#opener(drawer))}</div>
        ${this.opened === null || !offered.includes(this.opened) ? nothing : this.#drawer(this.opened)}
      </div>
      ${chips.length === 0
        ? nothing
        : html`<ul class="chips" aria-label=${t("filter.chosen")}>
            ${chips.map((chip, place) => html`<li>${this.#chip(chip, place)}</li>`)}
          </ul>`}
    </div>`;
  }

  /** @param {Drawer} drawer */
  #opener(drawer) {
    const open = this.opened === drawer;
    const { filters } = this.desk;
    const count = drawer === "date" ? Number(filters.from !== "" || filters.to !== "") : filters[drawer].size;
    const toggle = () => {
      this.opened = open ? null : drawer;
      this.sought = "";
      this.drawn = PORTION;
    };
    return html`<button id=${drawer} aria-expanded=${open} aria-controls=${open ? "drawer" : nothing} @click=${toggle}>
      ${word("filter", drawer)}${count === 0 ? nothing : html` <span class="figures">${count}</span>`}
    </button>`;
  }

  /** @param {Drawer} drawer */
  #drawer(drawer) {
    return html`<fieldset id="drawer">
      <legend class="hidden">${word("filter", drawer)}</legend>
      ${drawer === "date" ? this.#days() : this.#choices(drawer)}
    </fieldset>`;
  }

  /** @param {Facet} facet */
  #choices(facet) {
    const all = this.found.choices[facet].map((choice) => ({ ...choice, name: named(facet, choice) }));
    const wanted = fold(this.sought).text.trim();
    const sought = wanted === "" ? all : all.filter(({ name }) => fold(name).text.includes(wanted));
    const drawn = sought.slice(0, this.drawn);
    const rest = sought.length - drawn.length;
    const seek = (/** @type {Event} */ event) => (this.sought = /** @type {HTMLInputElement} */ (event.target).value);
    return html`
      ${all.length <= PORTION
        ? nothing
        : html`<input type="search" aria-label=${t("filter.find")} placeholder=${t("filter.find")} .value=${this.sought} @input=${seek} />`}
      ${sought.length === 0 ? html`<p class="quiet">${t("filter.find.none")}</p>` : nothing}
      <div class="choices">${drawn.map((choice) => this.#choice(facet, choice))}</div>
      ${rest === 0 ? nothing : html`<button class="plain" @click=${() => (this.drawn += 4 * PORTION)}>${t("contents.more", { count: Math.min(4 * PORTION, rest) })}</button>`}
    `;
  }

  /**
   * @param {Facet} facet
   * @param {Choice} choice
   */
  #choice(facet, { key, name, count }) {
    const { filters } = this.desk;
    return html`<label>
      <input type="checkbox" .checked=${filters[facet].has(key)} @change=${() => this.#set(switched(this.desk.filters, facet, key))} />
      <span class="name"><bdi>${name}</bdi>${facet === "party" && name !== key && key !== UNKNOWN ? html` <span class="quiet">${key}</span>` : nothing}</span>
      <span class="figures quiet"><span aria-hidden="true">${count}</span><span class="hidden">${t("comma")}${t("files.statements", { count })}</span></span>
    </label>`;
  }

  #days() {
    const { days, undated } = this.found;
    const { filters } = this.desk;
    const field = (/** @type {"from" | "to"} */ end) => {
      const set = (/** @type {Event} */ event) => this.#set({ ...this.desk.filters, [end]: /** @type {HTMLInputElement} */ (event.target).value });
      return html`<label class="day">${t(`filter.${end}`)} <input type="date" .value=${filters[end]} @change=${set} /></label>`;
    };
    return html`
      <div class="days">${field("from")} ${field("to")}</div>
      <p class="hint">
        ${t("filter.days.hint")} ${days === null ? nothing : t("filter.days", { days: calendar().day.formatRange(new Date(days.first), new Date(days.last)) })}
        ${undated === 0 ? nothing : t("filter.undated", { count: undated })}
      </p>
    `;
  }

  /** @returns {Chip[]} */
  #chips() {
    const { desk, found } = this;
    const { filters, grades, query } = desk;
    /** @type {Chip[]} */
    const chips = [];
    if (query.trim() !== "") chips.push({ name: t("filter.search"), value: `“${query.trim()}”`, back: () => desk.set({ query: "" }) });
    for (const grade of GRADES.filter((grade) => grades.has(grade))) {
      const back = () => desk.set({ grades: new Set([...desk.grades].filter((other) => other !== grade)) });
      chips.push({ name: t("filter.grades"), value: word("grade", grade), back });
    }
    for (const facet of FACETS) {
      // One text by itself was chosen elsewhere: what was chosen among several waits.
      if (facet === "text" && desk.entry !== null) continue;
      for (const key of filters[facet]) {
        const choice = found.choices[facet].find((choice) => choice.key === key) ?? { key, name: "", count: 0 };
        chips.push({ name: word("filter", facet), value: named(facet, choice), back: () => this.#set(switched(desk.filters, facet, key)) });
      }
    }
    for (const end of /** @type {const} */ (["from", "to"])) {
      if (filters[end] === "") continue;
      chips.push({ name: t(`filter.${end}`), value: calendar().day.format(new Date(filters[end])), back: () => this.#set({ ...desk.filters, [end]: "" }) });
    }
    return chips;
  }

  /**
   * @param {Chip} chip
   * @param {number} place
   */
  #chip({ name, value, back }, place) {
    const take = () => {
      this.taken = place;
      back();
    };
    return html`<button class="chip" title=${t("filter.remove")} @click=${take}>
      <span class="hidden">${t("filter.remove")}: </span><span class="quiet">${name}:</span> <bdi>${value}</bdi> <span class="cross" aria-hidden="true">✕</span>
    </button>`;
  }

  /** @param {Filters} filters */
  #set(filters) {
    this.desk.set({ filters });
  }

  /** Escape closes the list that is open, and what was typed to search it. @param {KeyboardEvent} event */
  #keys(event) {
    const inside = /** @type {HTMLElement} */ (event.composedPath()[0]).closest("fieldset") !== null;
    if (event.key !== "Escape" || this.opened === null || !inside) return;
    event.preventDefault();
    event.stopPropagation();
    const button = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`#${this.opened}`));
    this.opened = null;
    button?.focus();
  }
}

/**
 * A choice in words.
 *
 * @param {Facet} facet
 * @param {Choice} choice
 */
function named(facet, { key, name }) {
  if (key === UNKNOWN) return facet === "speaker" ? t("statements.nosource") : word("filter.unknown", facet);
  if (facet === "issue") return word("issue", key);
  // Names come with their texts, which may still be on their way.
  return name !== "" ? name : facet === "speaker" ? "…" : key;
}

define("filter-bar", FilterBar);
