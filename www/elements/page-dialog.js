// A dialogue of the page: opens above it, closes with Escape, gives the focus back.

import { LitElement, html } from "lit";
import { t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";

export class PageDialog extends LitElement {
  static styles = [shared];

  get dialog() {
    return /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector("dialog"));
  }

  async open() {
    this.requestUpdate();
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  close() {
    this.dialog.close();
  }

  /**
   * @param {string} title
   * @param {unknown} body
   * @param {unknown} buttons
   */
  frame(title, body, buttons) {
    return html`
      <dialog aria-labelledby="title">
        <h2 id="title" tabindex="-1" autofocus>${title}</h2>
        ${body}
        <div class="buttons">${buttons}<button @click=${() => this.close()}>${t("close")}</button></div>
      </dialog>
    `;
  }

  /**
   * @param {string} what
   * @param {unknown} [detail]
   */
  say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}
