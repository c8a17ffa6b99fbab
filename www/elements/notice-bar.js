// A line at the foot of the page: what was done, with a way to undo it; what is new.

import { LitElement, css, html, nothing } from "lit";
import { t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define } from "./define.js";

/** @typedef {{ text: string, action?: string, act?: () => void, stay?: boolean }} Notice */

/** How long a notice stays that nobody has to answer. */
const SECONDS = 8;

export class NoticeBar extends LitElement {
  static properties = { notice: { state: true } };

  static styles = [
    shared,
    css`
      div {
        position: fixed;
        inset: auto auto 1rem 1rem;
        z-index: 5;
        display: flex;
        gap: 0.75rem;
        align-items: center;
        width: max-content;
        max-width: calc(100vw - 2rem);
        padding: 0.4rem 0.5rem 0.4rem 1rem;
        border: 1px solid var(--line-2);
        border-radius: 8px;
        background: var(--paper-3);
        box-shadow: 0 4px 16px rgb(0 0 0 / 18%);
      }

      @media (max-width: 699px) {
        div {
          bottom: 4.25rem;
        }
      }

      @media print {
        div {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Notice | null} */
    this.notice = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {Notice} notice */
  show(notice) {
    clearTimeout(this.timer);
    this.notice = notice;
    if (!notice.stay) this.timer = setTimeout(() => (this.notice = null), SECONDS * 1000);
  }

  render() {
    const { notice } = this;
    if (notice === null) return nothing;
    const act = () => {
      this.notice = null;
      notice.act?.();
    };
    return html`
      <div role="group" aria-label=${notice.text}>
        <span>${notice.text}</span>
        ${notice.action === undefined ? nothing : html`<button @click=${act}>${notice.action}</button>`}
        <button class="plain" aria-label=${t("close")} @click=${() => (this.notice = null)}>✕</button>
      </div>
    `;
  }
}

define("notice-bar", NoticeBar);
