// A step back and a step forth through what the reader has corrected; not there until there is one.

import { LitElement, css, html, nothing } from "lit";
import { t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";

/** @import { Corrections } from "../library/corrections.js" */
/** @import { Key } from "../locales/locale.js" */

export class HistoryButtons extends LitElement {
  static properties = { corrections: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        display: flex;
        gap: 0.25rem;
      }

      :host(:not([shown])) {
        display: none;
      }

      button {
        min-width: 30px;
        padding-inline: 0.4rem;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Corrections} */
    this.corrections = given();
    new Follow(this, () => [this.corrections]);
  }

  render() {
    const { undoable, redoable } = this.corrections;
    this.toggleAttribute("shown", undoable !== null || redoable !== null);
    return html`${this.#button("undo", "↶", undoable)}${this.#button("redo", "↷", redoable)}`;
  }

  /**
   * @param {"undo" | "redo"} what
   * @param {string} sign
   * @param {Key | null} step
   */
  #button(what, sign, step) {
    if (this.corrections.undoable === null && this.corrections.redoable === null) return nothing;
    const label = step === null ? t(what) : `${t(what)}: ${t(step)}`;
    const act = () => this.dispatchEvent(new CustomEvent(`${what}-step`, { bubbles: true, composed: true }));
    return html`<button class=${what} aria-label=${label} title=${label} ?disabled=${step === null} @click=${act}>${sign}</button>`;
  }
}

define("history-buttons", HistoryButtons);
