// In which language the page's own words are. The reader's choice stands in the address, nowhere else.

import { LitElement, css, html, nothing } from "lit";
import { LANGUAGES, inUse, t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";

/** @import { Desk } from "../library/desk.js" */

export class LanguageMenu extends LitElement {
  static properties = { desk: { attribute: false }, named: { type: Boolean } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
      }

      label {
        display: flex;
        gap: 0.75rem;
        align-items: center;
      }

      .name {
        min-width: 10rem;
      }

      select {
        max-width: 8rem;
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
    /** @type {Desk} */
    this.desk = given();
    /** Whether its name is to be seen beside it. */
    this.named = false;
  }

  render() {
    const choose = (/** @type {Event} */ event) => this.desk.set({ language: /** @type {HTMLSelectElement} */ (event.target).value });
    // Each by its own name, and read out in its own language.
    return html`<label>
      ${this.named ? html`<span class="name">${t("app.language")}</span>` : nothing}
      <select aria-label=${t("app.language")} .value=${inUse()} @change=${choose}>
        ${Object.entries(LANGUAGES).map(([language, name]) => html`<option value=${language} lang=${language} ?selected=${inUse() === language}>${name}</option>`)}
      </select>
    </label>`;
  }
}

define("language-menu", LanguageMenu);
