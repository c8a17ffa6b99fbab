// How well a text, or all of them, are sourced: a bar with a stretch a grade, and the same in words.

import { LitElement, css, html } from "lit";
import { GRADES } from "../library/desk.js";
import { t, word } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define } from "./define.js";
import { gradeStyle, weight } from "./grade.js";

/** @import { Reading } from "../engine/reading.js" */

export class SourcingStrip extends LitElement {
  static properties = { readings: { attribute: false }, counts: { attribute: false }, chosen: { attribute: false } };

  static styles = [
    shared,
    gradeStyle,
    css`
      .bar {
        display: flex;
        gap: 2px;
        height: 10px;
        margin-bottom: 0.4rem;
      }

      .bar span {
        min-width: 4px;
        align-self: end;
        border-bottom: var(--weight);
      }

      .bar .w1 {
        border-bottom-width: 9px;
      }

      .bar .w2 {
        border-bottom-width: 5px;
      }

      .bar .w3,
      .bar .w4 {
        border-bottom-width: 3px;
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem;
      }

      li button {
        display: inline-flex;
        gap: 0.4rem;
        align-items: baseline;
        min-height: 26px;
        padding: 0.1rem 0.5rem;
        border-color: var(--line);
        background: none;
      }

      li button[aria-pressed="true"] {
        background: var(--tint);
      }

      p {
        margin-top: 0.4rem;
        font-size: 0.8125rem;
      }

      /* Counts, not buttons. */
      @media print {
        li button {
          padding-inline: 0 0.5rem;
          border-color: transparent;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Reading[]} */
    this.readings = [];
    /** How many statements of each grade the other filters leave; null where none is chosen. @type {Record<string, number> | null} */
    this.counts = null;
    /** @type {Set<string>} */
    this.chosen = new Set();
  }

  render() {
    const sum = (/** @type {(reading: Reading) => number} */ of) => this.readings.reduce((total, reading) => total + of(reading), 0);
    const counts = GRADES.map((grade) => ({ grade, count: sum((reading) => reading.overview.sourcing.grades[grade] ?? 0) }));
    const left = (/** @type {string} */ grade, /** @type {number} */ count) => (this.counts === null ? count : (this.counts[grade] ?? 0));
    const found = counts.filter(({ count }) => count > 0).map(({ grade, count }) => ({ grade, count: left(grade, count) }));
    if (found.length === 0) return html`<p class="quiet">${t("sourcing.empty")}</p>`;
    const count = sum((reading) => reading.overview.sourcing.sentences);
    const attributed = sum((reading) => reading.overview.sourcing.attributed_sentences);
    const quoted = sum((reading) => reading.overview.sourcing.quoted_statements);
    const nowhere = sum((reading) => reading.overview.sourcing.untraceable_citations);
    return html`
      <div class="bar" aria-hidden="true">
        ${found.filter(({ count }) => count > 0).map(({ grade, count }) => html`<span class="w${weight(grade)}" .style=${`flex-grow: ${count}`}></span>`)}
      </div>
      <ul aria-label=${t("filter.grades")}>
        ${found.map(
          ({ grade, count }) => html`
            <li>
              <button aria-pressed=${this.chosen.has(grade)} title=${word("gradelong", grade)} @click=${() => this.#toggle(grade)}>
                <span class="grade w${weight(grade)}">${word("grade", grade)}</span>
                <span class="figures">${count}</span>
              </button>
            </li>
          `,
        )}
      </ul>
      <p class="quiet">
        ${t("sourcing.sentences", { attributed, count })}${quoted > 0 ? html` · ${t("sourcing.quoted", { count: quoted })}` : null}${nowhere > 0 ? html` · ${t("sourcing.citations", { count: nowhere })}` : null}
      </p>
    `;
  }

  /** @param {string} grade */
  #toggle(grade) {
    const grades = new Set(this.chosen);
    if (!grades.delete(grade)) grades.add(grade);
    this.dispatchEvent(new CustomEvent("grades", { detail: grades, bubbles: true, composed: true }));
  }
}

define("sourcing-strip", SourcingStrip);
