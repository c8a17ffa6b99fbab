// From which day a text's relative dates are counted: the text's own, or one that the reader says; and what that puts on the calendar.

import { LitElement, css, html, nothing } from "lit";
import { resolved } from "../library/library.js";
import { t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";

/** @import { Entry, Library } from "../library/library.js" */

export class TextDate extends LitElement {
  static properties = { library: { attribute: false }, entry: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        margin-top: 0.9rem;
        padding: 0.6rem 0.75rem;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--paper-2);
      }

      div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem 0.6rem;
        align-items: center;
      }

      p {
        margin-top: 0.35rem;
        font-size: 0.8125rem;
      }

      details {
        margin-top: 0.35rem;
        font-size: 0.8125rem;
      }

      details div {
        margin-top: 0.35rem;
      }

      summary {
        width: max-content;
        max-width: 100%;
        color: var(--ink-2);
        cursor: pointer;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Library} */
    this.library = given();
    /** @type {Entry} */
    this.entry = given();
    new Follow(this, () => [this.library]);
  }

  render() {
    const { entry, library } = this;
    if (entry.reading === null) return nothing;
    const { date, anchor, anchor_by: by } = entry.reading.overview.document;
    const own = library.dateOf(entry);
    return html`
      <div>
        <label for="date">${t("contents.date")}</label>
        <input id="date" type="date" .value=${anchor ?? ""} @change=${(/** @type {Event} */ event) => this.#set(event, date)} />
        ${own === null ? nothing : html`<button class="plain" @click=${() => library.setDate(entry, null)}>${t("contents.date.clear")}</button>`}
      </div>
      <p class="quiet">${by === null ? t("contents.date.none") : t(`contents.date.${by}`)}</p>
      <p role="status" class="gain">${this.#gain()}</p>
      <details>
        <summary>${t("contents.date.default")}</summary>
        <div>
          <label for="default">${t("contents.date.default.label")}</label>
          <input id="default" type="date" .value=${library.corrections.defaultDate ?? ""} @change=${this.#setDefault} />
        </div>
      </details>
    `;
  }

  /** What the day put on the calendar, once that is read. */
  #gain() {
    const { resolvedBefore: before, stale, reading } = this.entry;
    const now = resolved(this.entry);
    if (stale || before === null || now === null || reading === null) return "";
    const open = reading.times.length - now;
    const rest = open === 0 ? t("contents.date.all") : t("contents.date.open", { count: open });
    if (now > before) return `${t("contents.date.more", { count: now - before })} ${rest}`;
    return now < before ? `${t("contents.date.fewer", { count: before - now })} ${rest}` : "";
  }

  /**
   * @param {Event} event
   * @param {string | null} stated
   */
  #set(event, stated) {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    this.library.setDate(this.entry, value === "" || value === stated ? null : value);
  }

  /** @param {Event} event */
  #setDefault(event) {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    this.library.setDefaultDate(value === "" ? null : value);
  }
}

define("text-date", TextDate);
