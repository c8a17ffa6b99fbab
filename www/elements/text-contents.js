// What is in one text besides statements: what it says of itself, who is in it, when, tables, questions, citations.

import { css, html, nothing } from "lit";
import { t } from "../locales/locale.js";
import { lines } from "../styles/lines.js";
import { shared } from "../styles/shared.js";
import { contentsOf } from "./contents.js";
import { define } from "./define.js";
import { unread } from "./not-yet.js";
import { placeOf } from "./passage.js";
import { Portions } from "./portions.js";
import { ViewElement, leadingLine } from "./view-element.js";
import "./rename-actor.js";
import "./text-date.js";

/** @import { Entry } from "../library/library.js" */
/** @import { Group, Line } from "./contents.js" */

/** How many lines a list shows at first. */
const PORTION = 12;

export class TextContents extends ViewElement {
  static styles = [
    shared,
    lines,
    css`
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
        padding-block: 0.25rem;
      }

      .note {
        flex: none;
        max-width: 55%;
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

  #portions = new Portions(this, PORTION);

  render() {
    const entry = this.desk.entry ?? this.desk.shown;
    if (entry === null || entry.reading === null) return unread(this.library, entry, t("contents.none"));
    const { about, groups } = contentsOf(entry.reading);
    return html`
      <h2 dir="auto">${entry.title ?? entry.name}</h2>
      <dl>
        ${about.map(({ name, lines }) => html`<dt>${name}</dt><dd>${lines.map((line, index) => [index > 0 ? ", " : "", this.#fact(entry, line)])}</dd>`)}
      </dl>
      <text-date .library=${this.library} .entry=${entry}></text-date> ${groups.map((group) => this.#group(entry, group))}
    `;
  }

  /**
   * @param {Entry} entry
   * @param {Group} group
   */
  #group(entry, { name, lines }) {
    if (lines.length === 0) return nothing;
    return html`
      <h3 id=${name}>${name} <span class="figures">${lines.length}</span></h3>
      <ul aria-labelledby=${name}>
        ${this.#portions.of(name, lines).map((line) => html`<li class=${line.actor === undefined ? "" : "actor"}>${this.#line(entry, line)}${this.#tool(entry, line)}</li>`)}
      </ul>
      ${this.#portions.button(name, lines)}
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
    const inside = html`<bdi>${words}</bdi>${note === "" ? nothing : html`<span class="note">${note}</span>`}`;
    return leadingLine(this.desk, placeOf(entry, range, label, kind && { kind }), inside);
  }

  /**
   * @param {Entry} entry
   * @param {Line} line
   */
  #tool(entry, { actor }) {
    return actor === undefined ? nothing : html`<rename-actor .entry=${entry} .name=${actor}></rename-actor>`;
  }
}

define("text-contents", TextContents);
