// What is in one text besides statements: what it says of itself, who is in it, when, tables, questions, citations.

import { LitElement, css, html, nothing } from "lit";
import { t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { contentsOf } from "./contents.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";
import { moveFocus, rove } from "./list-keys.js";
import { failed, notYet } from "./not-yet.js";
import { placeOf } from "./passage.js";
import "./rename-actor.js";
import "./text-date.js";

/** @import { Desk } from "../library/desk.js" */
/** @import { Entry, Library } from "../library/library.js" */
/** @import { Group, Line } from "./contents.js" */

/** How many lines a list shows at first. */
const PORTION = 12;

export class TextContents extends LitElement {
  static properties = { library: { attribute: false }, desk: { attribute: false }, opened: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        padding: 0.9rem 1rem 3rem;
      }

      h3 {
        margin: 1.4rem 0 0.3rem;
      }

      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.25rem 1rem;
        margin-top: 0.5rem;
      }

      dt {
        color: var(--ink-2);
      }

      dd {
        min-width: 0;
        overflow-wrap: anywhere;
      }

      li.actor {
        display: flex;
        flex-wrap: wrap;
        border-bottom: 1px solid var(--line);
      }

      li.actor .line {
        flex: 1;
        width: auto;
        min-width: 0;
        border-bottom: 0;
      }

      .line {
        display: flex;
        gap: 0.75rem;
        justify-content: space-between;
        width: 100%;
        min-height: 28px;
        padding: 0.25rem 0.5rem;
        border: 0;
        border-bottom: 1px solid var(--line);
        border-radius: 0;
        background: none;
        text-align: start;
        overflow-wrap: anywhere;
      }

      .line:hover {
        background: var(--paper-2);
      }

      .line[aria-current="true"] {
        background: var(--tint);
      }

      .line .note {
        flex: none;
        max-width: 55%;
        color: var(--ink-2);
        font-size: 0.8125rem;
        text-align: end;
      }

      dd .line {
        display: inline;
        width: auto;
        min-height: 0;
        padding: 0;
        border: 0;
        color: inherit;
        text-decoration: underline 1px var(--line-2);
        text-underline-offset: 0.2em;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Library} */
    this.library = given();
    /** @type {Desk} */
    this.desk = given();
    /** The lists that are shown in full. @type {Set<string>} */
    this.opened = new Set();
    new Follow(this, () => [this.library, this.desk]);
  }

  updated() {
    rove(this.renderRoot);
  }

  render() {
    const entry = this.desk.entry ?? this.desk.shown;
    if (entry === null) return html`<p class="quiet">${t("contents.none")}</p>`;
    const { reading } = entry;
    if (reading === null) return html`<p class="quiet">${failed(entry) ?? notYet(this.library)}</p>`;
    const { about, groups } = contentsOf(reading);
    return html`
      <h2 dir="auto">${entry.title ?? entry.name}</h2>
      <div @keydown=${this.#keys}>
        <dl>
          ${about.map(({ name, lines }) => html`<dt>${name}</dt><dd>${lines.map((line, index) => [index > 0 ? ", " : "", this.#fact(entry, line)])}</dd>`)}
        </dl>
        <text-date .library=${this.library} .entry=${entry}></text-date> ${groups.map((group) => this.#group(entry, group))}
      </div>
    `;
  }

  /**
   * @param {Entry} entry
   * @param {Group} group
   */
  #group(entry, { name, lines }) {
    if (lines.length === 0) return nothing;
    const shown = this.opened.has(name) ? lines : lines.slice(0, PORTION);
    const rest = lines.length - shown.length;
    return html`
      <h3 id=${name}>${name} <span class="figures">${lines.length}</span></h3>
      <ul aria-labelledby=${name}>
        ${shown.map((line) => html`<li class=${line.actor === undefined ? "" : "actor"}>${this.#line(entry, line)}${this.#tool(entry, line)}</li>`)}
      </ul>
      ${rest === 0
        ? nothing
        : html`<button class="plain" @click=${() => (this.opened = new Set([...this.opened, name]))}>${t("contents.more", { count: rest })}</button>`}
    `;
  }

  /**
   * @param {Entry} entry
   * @param {Line} line
   */
  #fact(entry, line) {
    return line.range === null ? html`<bdi>${line.words}</bdi>` : this.#line(entry, line);
  }

  /**
   * A line that goes to its words.
   *
   * @param {Entry} entry
   * @param {Line} line
   */
  #line(entry, { words, note, range, label, kind }) {
    if (range === null) return html`<span class="line"><bdi>${words}</bdi><span class="note">${note}</span></span>`;
    const { passage } = this.desk;
    const first = passage?.ranges[0];
    const current = passage?.entry === entry && passage.statement === null && first?.start === range.start && first.end === range.end;
    return html`<button class="line" data-line aria-current=${current ? "true" : "false"} @click=${() => this.desk.go(placeOf(entry, range, label, kind && { kind }), true)}>
      <bdi>${words}</bdi>${note === "" ? nothing : html`<span class="note">${note}</span>`}
    </button>`;
  }

  /**
   * @param {Entry} entry
   * @param {Line} line
   */
  #tool(entry, { actor }) {
    return actor === undefined ? nothing : html`<rename-actor .entry=${entry} .name=${actor}></rename-actor>`;
  }

  /** @param {KeyboardEvent} event */
  #keys(event) {
    moveFocus(this.renderRoot, event);
  }
}

define("text-contents", TextContents);
