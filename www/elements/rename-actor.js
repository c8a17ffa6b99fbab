// Gives an actor of a text another name; a name that another actor has makes the two one.

import { LitElement, css, html } from "lit";
import { t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";

/** @import { Entry } from "../library/library.js" */

export class RenameActor extends LitElement {
  static properties = { entry: { attribute: false }, name: { attribute: false }, open: { state: true } };

  static styles = [
    shared,
    css`
      :host {
        display: contents;
      }

      button {
        min-height: 26px;
        padding: 0 0.5rem;
        font-size: 0.8125rem;
      }

      .pen {
        flex: none;
        align-self: center;
        border-color: transparent;
        background: none;
        color: var(--ink-2);
      }

      form {
        display: flex;
        flex: 1 1 100%;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
        padding: 0.25rem 0.5rem 0.6rem;
        font-size: 0.8125rem;
      }

      input {
        flex: 1 1 12rem;
        min-width: 0;
      }

      p {
        flex-basis: 100%;
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
    /** @type {Entry} */
    this.entry = given();
    this.name = "";
    this.open = false;
  }

  render() {
    if (!this.open) {
      const label = t("correct.rename", { name: this.name });
      return html`<button class="pen" data-tool aria-label=${label} title=${label} @click=${this.#toggle}>✎</button>`;
    }
    const names = [...new Set(this.entry.reading?.overview.actors.map(({ name }) => name) ?? [])].filter((name) => name !== this.name);
    return html`
      <form @submit=${this.#save} @keydown=${this.#keys} autocomplete="off">
        <input list="names" maxlength="200" dir="auto" aria-label=${t("correct.rename", { name: this.name })} .value=${this.name} />
        <datalist id="names">${names.map((name) => html`<option value=${name}></option>`)}</datalist>
        <button class="main">${t("correct.save")}</button>
        <button type="button" @click=${this.#toggle}>${t("correct.cancel")}</button>
        <p class="quiet">${t("correct.rename.hint")}</p>
      </form>
    `;
  }

  async #toggle() {
    this.open = !this.open;
    await this.updateComplete;
    const field = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector("input"));
    if (field === null) /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("button"))?.focus();
    else field.select();
  }

  /** The keys of the list around it mean nothing here, but Escape leaves. @param {KeyboardEvent} event */
  #keys(event) {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.#toggle();
  }

  /** @param {SubmitEvent} event */
  #save(event) {
    event.preventDefault();
    const to = /** @type {HTMLInputElement} */ (this.renderRoot.querySelector("input")).value.trim();
    this.#toggle(); // who corrects by keyboard goes on from here
    if (to === "" || to === this.name) return;
    const detail = { entry: this.entry, correction: { what: "rename", name: this.name, to } };
    this.dispatchEvent(new CustomEvent("correct", { detail, bubbles: true, composed: true }));
  }
}

define("rename-actor", RenameActor);
