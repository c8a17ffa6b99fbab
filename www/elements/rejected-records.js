// What the reader rejected in the texts that are looked at: folded, each with a way back.

import { LitElement, css, html, nothing } from "lit";
import { t, word } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";
import { placeOf } from "./passage.js";

/** @import { Correction } from "../engine/answer.js" */
/** @import { Desk } from "../library/desk.js" */
/** @import { Entry, Library } from "../library/library.js" */
/** @typedef {Extract<Correction, { what: "reject" }>} Rejection */

/** So many are listed. */
const MOST = 200;

export class RejectedRecords extends LitElement {
  static properties = { library: { attribute: false }, desk: { attribute: false }, kinds: { attribute: false } };

  static styles = [
    shared,
    css`
      details {
        margin: 0.75rem 1rem;
        font-size: 0.8125rem;
      }

      summary {
        width: max-content;
        color: var(--ink-2);
        cursor: pointer;
      }

      li {
        display: flex;
        gap: 0.75rem;
        align-items: baseline;
        justify-content: space-between;
        padding: 0.35rem 0;
        border-bottom: 1px solid var(--line);
      }

      .words {
        min-width: 0;
        min-height: 0;
        padding: 0.1rem 0;
        border: 0;
        background: none;
        text-align: start;
        overflow-wrap: anywhere;
      }

      .words span {
        text-decoration: line-through 1px var(--ink-2);
      }

      .back {
        flex: none;
        min-height: 26px;
        padding: 0 0.5rem;
        font-size: 0.8125rem;
      }

      @media print {
        details {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Library} */
    this.library = given();
    /** @type {Desk} */
    this.desk = given();
    /** The kinds that are listed; all of them when it is null. @type {string[] | null} */
    this.kinds = null;
    new Follow(this, () => [this.library, this.desk]);
  }

  render() {
    const found = this.desk.entries.flatMap((entry) =>
      this.library.corrections
        .of(entry.sha256)
        .list.filter((correction) => correction.what === "reject")
        .filter((correction) => this.kinds?.includes(correction.kind) ?? true)
        .map((correction) => ({ entry, correction })),
    );
    if (found.length === 0) return nothing;
    return html`<details>
      <summary>${t("rejected.count", { count: found.length })}</summary>
      <ul>
        ${found.slice(0, MOST).map(({ entry, correction }) => this.#line(entry, correction))}
      </ul>
    </details>`;
  }

  /**
   * @param {Entry} entry
   * @param {Rejection} correction
   */
  #line(entry, correction) {
    const words = entry.reading?.words(correction).replace(/\s+/g, " ").trim() ?? "";
    const short = words.length > 160 ? `${words.slice(0, 160).trimEnd()}…` : words;
    const kind = word("record", correction.kind);
    const back = () => this.dispatchEvent(new CustomEvent("take-back", { detail: { entry, correction }, bubbles: true, composed: true }));
    return html`<li>
      <button class="words" @click=${() => this.desk.go(placeOf(entry, correction, t("rejected.label", { kind }), correction), true)}>
        ${kind}: <span dir="auto">${short}</span>
      </button>
      <button class="back" aria-label="${t("rejected.back")}: ${short}" @click=${back}>${t("rejected.back")}</button>
    </li>`;
  }
}

define("rejected-records", RejectedRecords);
