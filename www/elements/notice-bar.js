// Lines at the foot of the page: what was done, with a way to undo it; what is new.

import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define } from "./define.js";

/** @typedef {{ text: string, action?: string, act?: () => void, stay?: boolean, instead?: string }} Notice   instead: it takes the place of the one before it of this name */

/** How long a notice stays that nobody has to answer, in seconds: longer where something can be done about it. */
const TO_READ = 4;
const TO_ACT = 8;

export class NoticeBar extends LitElement {
  static properties = { notices: { state: true } };

  static styles = [
    shared,
    css`
      ul {
        position: fixed;
        inset-block: auto 1rem;
        inset-inline: 1rem auto;
        z-index: 5;
        display: grid;
        gap: 0.4rem;
        justify-items: start;
        max-width: calc(100vw - 2rem);
      }

      li {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        padding-block: 0.4rem;
        padding-inline: 1rem 0.5rem;
        border: 1px solid var(--line-2);
        border-radius: 8px;
        background: var(--paper-3);
        box-shadow: 0 4px 16px rgb(0 0 0 / 18%);
      }

      @media (max-width: 699px) {
        /* A row of its own, since there is no place that lies beside the text. */
        ul {
          position: static;
          max-width: none;
          padding: 0.4rem 0.75rem;
        }
      }

      @media print {
        ul {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Notice[]} */
    this.notices = [];
  }

  /** @param {Notice} notice */
  show(notice) {
    const idle = (/** @type {Notice} */ other) => other.text === notice.text || (notice.instead !== undefined && other.instead === notice.instead);
    this.notices = [...this.notices.filter((other) => !idle(other)), notice].slice(-3);
    const seconds = notice.action === undefined ? TO_READ : TO_ACT;
    if (!notice.stay) setTimeout(() => this.#remove(notice), seconds * 1000);
  }

  /** @param {Notice} notice */
  #remove(notice) {
    this.notices = this.notices.filter((other) => other !== notice);
  }

  render() {
    if (this.notices.length === 0) return nothing;
    return html`<section aria-label=${t("notices")}>
      <ul>
        ${repeat(this.notices, ({ text }) => text, (notice) => this.#notice(notice))}
      </ul>
    </section>`;
  }

  /** @param {Notice} notice */
  #notice(notice) {
    const act = () => {
      this.#remove(notice);
      notice.act?.();
    };
    return html`
      <li>
        <span dir="auto">${notice.text}</span>
        ${notice.action === undefined ? nothing : html`<button @click=${act}>${notice.action}</button>`}
        <button class="plain" aria-label=${t("close")} @click=${() => this.#remove(notice)}>✕</button>
      </li>
    `;
  }
}

define("notice-bar", NoticeBar);
