// Where the reader says that a statement is otherwise, or none: folded until it is wanted.

import { LitElement, css, html, nothing } from "lit";
import { extentOf } from "../library/extent.js";
import { GRADES } from "../library/desk.js";
import { t, word } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";

/** @import { Statement } from "../engine/columns.js" */
/** @import { Correction } from "../engine/answer.js" */
/** @import { Entry } from "../library/library.js" */

export class CorrectStatement extends LitElement {
  static properties = { entry: { attribute: false }, statement: { attribute: false }, open: { state: true } };

  static styles = [
    shared,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        margin-top: 0.4rem;
      }

      button {
        min-height: 26px;
        padding: 0 0.5rem;
        font-size: 0.8125rem;
      }

      form {
        display: grid;
        grid-template-columns: 5.5rem minmax(0, 24rem);
        gap: 0.35rem 0.9rem;
        align-items: center;
        margin-top: 0.5rem;
        padding-top: 0.5rem;
        border-top: 1px solid var(--line);
        font-size: 0.8125rem;
      }

      form .wide {
        grid-column: 1 / -1;
      }

      input:not([type="checkbox"]),
      select {
        width: 100%;
        min-width: 0;
      }

      @media (max-width: 699px) {
        form {
          grid-template-columns: minmax(0, 1fr);
        }

        input:not([type="checkbox"]),
        select {
          font-size: 1rem;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Entry} */
    this.entry = given();
    /** @type {Statement} */
    this.statement = given();
    this.open = false;
    /** What the form was opened for. @type {Statement | null} */
    this.shown = null;
  }

  willUpdate() {
    // Another statement, or the same one read anew: what was typed for the one before is not for it.
    if (this.shown !== this.statement) this.open = false;
    this.shown = this.statement;
  }

  render() {
    return html`
      <div class="tools">
        <button aria-expanded=${this.open} @click=${this.#toggle}>${t("correct.amend")}</button>
        <button @click=${this.#reject}>${t("correct.reject")}</button>
      </div>
      ${this.open ? this.#form() : nothing}
    `;
  }

  #form() {
    const { statement } = this;
    const actors = this.entry.reading?.overview.actors ?? [];
    const names = [...new Set(actors.map(({ name }) => name))];
    return html`
      <form @submit=${this.#save} @keydown=${this.#keys} autocomplete="off">
        <label for="actor">${t("evidence.saidBy")}</label>
        <input id="actor" list="names" maxlength="200" dir="auto" .value=${this.#actor} placeholder=${t("correct.unknown")} />
        <datalist id="names">${names.map((name) => html`<option value=${name}></option>`)}</datalist>
        ${this.#actor === ""
          ? nothing
          : html`<label class="wide"><input id="everywhere" type="checkbox" />${t("correct.everywhere", { name: this.#actor })}</label>`}
        <label for="affiliation">${t("evidence.speaksFor")}</label>
        <input id="affiliation" maxlength="100" .value=${statement.affiliation ?? ""} placeholder=${t("correct.codes")} />
        <label for="grade">${t("evidence.grade")}</label>
        <select id="grade">
          ${GRADES.map((grade) => html`<option value=${grade} ?selected=${grade === statement.grade}>${word("gradelong", grade)}</option>`)}
        </select>
        <div class="wide tools">
          <button class="main">${t("correct.save")}</button>
          <button type="button" @click=${this.#toggle}>${t("correct.cancel")}</button>
        </div>
      </form>
    `;
  }

  get #actor() {
    const { actor } = this.statement;
    return actor === null ? "" : (this.entry.reading?.overview.actors[actor]?.name ?? "");
  }

  async #toggle() {
    this.open = !this.open;
    await this.updateComplete;
    const next = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(this.open ? "#actor" : "button"));
    next?.focus();
    // All of the form, where there is room for it.
    if (this.open) this.renderRoot.querySelector("form")?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /** Escape leaves the form, not the text. @param {KeyboardEvent} event */
  #keys(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.#toggle();
  }

  #reject() {
    this.#say({ what: "reject", kind: "statement", ...extentOf(this.statement) });
  }

  /** @param {SubmitEvent} event */
  #save(event) {
    event.preventDefault();
    const value = (/** @type {string} */ id) =>
      /** @type {HTMLInputElement | HTMLSelectElement} */ (this.renderRoot.querySelector(`#${id}`)).value.trim();
    const everywhere = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector("#everywhere"))?.checked === true;
    const [actor, affiliation, grade] = [value("actor"), codes(value("affiliation")), value("grade")];
    const rename = everywhere && actor !== "" && actor !== this.#actor;
    /** @type {Extract<Correction, { what: "amend" }>} */
    const amendment = { what: "amend", kind: "statement", ...extentOf(this.statement) };
    if (actor !== this.#actor && !rename) amendment.actor = actor;
    if (affiliation !== (this.statement.affiliation ?? "")) amendment.affiliation = affiliation;
    if (grade !== this.statement.grade) amendment.grade = grade;
    const amends = "actor" in amendment || "affiliation" in amendment || "grade" in amendment;
    this.open = false;
    this.#say(...(rename ? [/** @type {const} */ ({ what: "rename", name: this.#actor, to: actor })] : []), ...(amends ? [amendment] : []));
  }

  /** @param {Correction[]} corrections */
  #say(...corrections) {
    for (const correction of corrections) {
      this.dispatchEvent(new CustomEvent("correct", { detail: { entry: this.entry, correction }, bubbles: true, composed: true }));
    }
  }
}

/** Codes as the report has them: joined by commas, without space. @param {string} typed */
function codes(typed) {
  return typed
    .split(/[,;\s]+/)
    .filter(Boolean)
    .join(",");
}

define("correct-statement", CorrectStatement);
