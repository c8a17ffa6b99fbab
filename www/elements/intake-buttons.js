// The ways in besides dropping: files, a folder, a text to paste.

import { LitElement, css, html, nothing } from "lit";
import { picked } from "../intake/pick.js";
import { t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define } from "./define.js";

export class IntakeButtons extends LitElement {
  static properties = { large: { type: Boolean } };

  static styles = [
    shared,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
      }

      :host([large]) div {
        gap: 0.6rem;
        justify-content: center;
      }

      :host([large]) button {
        min-height: 38px;
        padding: 0.4rem 1rem;
      }

      :host(:not([large])) button {
        padding-inline: 0.5rem;
        font-size: 0.8125rem;
      }
    `,
  ];

  constructor() {
    super();
    this.large = false;
  }

  render() {
    return html`
      <div>
        ${this.#button("files", () => this.#input("files").click())} ${this.#button("folder", () => this.#input("folder").click())}
        ${this.#button("paste", () => this.#say("paste-text"))}
        ${this.large ? html`<button @click=${() => this.#say("example")}>${t("drop.example")}</button>` : nothing}
      </div>
      <input hidden id="files" type="file" multiple @change=${this.#picked} aria-label=${t("drop.files")} />
      <input hidden id="folder" type="file" webkitdirectory @change=${this.#picked} aria-label=${t("drop.folder")} />
    `;
  }

  /**
   * @param {"files" | "folder" | "paste"} what
   * @param {() => void} act
   */
  #button(what, act) {
    const name = t(`drop.${what}`);
    if (this.large) return html`<button class=${what === "files" ? "main" : ""} @click=${act}>${name}</button>`;
    return html`<button aria-label=${name} title=${name} @click=${act}>${t(`drop.${what}.short`)}</button>`;
  }

  /** @param {string} id */
  #input(id) {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector(`#${id}`));
  }

  /** @param {Event} event */
  #picked(event) {
    this.#say("intake", picked(/** @type {HTMLInputElement} */ (event.target)));
  }

  /**
   * @param {string} what
   * @param {unknown} [detail]
   */
  #say(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail, bubbles: true, composed: true }));
  }
}

define("intake-buttons", IntakeButtons);
