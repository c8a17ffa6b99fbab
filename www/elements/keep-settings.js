// Whether texts and corrections stay on this device when the page is closed; how much that is; and to forget it all.

import { LitElement, css, html, nothing } from "lit";
import { size, t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";

/** @import { Keep } from "../library/keep.js" */

export class KeepSettings extends LitElement {
  static properties = { keep: { attribute: false } };

  static styles = [
    shared,
    css`
      :host {
        display: block;
        margin-top: 0.6rem;
      }

      p {
        margin-top: 0.25rem;
      }

      .kept {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
      }

      .wrong {
        color: var(--alarm);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Keep} */
    this.keep = given();
    new Follow(this, () => [this.keep]);
  }

  render() {
    const { standing, bytes } = this.keep;
    const wanted = standing !== "off";
    return html`
      <label><input type="checkbox" id="keep" .checked=${wanted} @change=${this.#switch} />${t("keep.label")}</label>
      <p class="quiet">${t("keep.hint")}</p>
      <div role="status">
        ${standing === "full" || standing === "denied" ? html`<p class="wrong">${t(`keep.${standing}`)}</p>` : nothing}
        ${standing === "on" || bytes > 0 ? html`<p class="kept"><span>${t("keep.size", { size: size(bytes) })}</span></p>` : nothing}
      </div>
      ${standing === "on" || standing === "full" || bytes > 0 ? html`<button @click=${() => this.keep.forget()}>${t("keep.forget")}</button>` : nothing}
    `;
  }

  /** @param {Event} event */
  #switch(event) {
    if (/** @type {HTMLInputElement} */ (event.target).checked) this.keep.begin();
    else this.keep.forget();
  }
}

define("keep-settings", KeepSettings);
