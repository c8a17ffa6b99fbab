// What to save: which texts, in which form, places counted in what.

import { css, html, nothing } from "lit";
import { WITH_UNITS, save, saveSession, saveTable } from "../out/save.js";
import { language, t, word } from "../locales/locale.js";
import { define, given } from "./define.js";
import { PageDialog } from "./page-dialog.js";

/** @import { RecordKind } from "../engine/answer.js" */
/** @import { Desk } from "../library/desk.js" */
/** @import { Entry, Library } from "../library/library.js" */
/** @import { Format, Unit } from "../out/save.js" */

/** @type {Unit[]} */
const UNITS = ["utf16", "chars", "bytes"];

/** What the rows of a table can be. @type {RecordKind[]} */
const TABLES = ["statement", "position", "condition", "commitment", "scheduled", "point", "time", "finding", "claim"];

/** Reports to read, whose own words are English whatever the page speaks. @type {(Format | "session")[]} */
const ENGLISH = ["html", "markdown"];

/** What can be saved: findings in a form, or the session. */
const FORMATS = /** @type {const} */ (["html", "markdown", "csv", "json", "annotations", "claims", "session"]);

export class SaveDialog extends PageDialog {
  static properties = {
    library: { attribute: false },
    desk: { attribute: false },
    which: { state: true },
    format: { state: true },
    unit: { state: true },
    table: { state: true },
    withTexts: { state: true },
    working: { state: true },
  };

  static styles = [
    ...PageDialog.styles,
    css`
      fieldset {
        margin: 0 0 0.9rem;
        padding: 0;
        border: 0;
      }

      legend {
        margin-bottom: 0.25rem;
        padding: 0;
        font-weight: 600;
      }

      label {
        display: block;
        padding: 0.2rem 0;
        overflow-wrap: anywhere;
      }

      .english {
        margin-top: 0.4rem;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Library} */
    this.library = given();
    /** @type {Desk} */
    this.desk = given();
    /** @type {"this" | "all"} */
    this.which = "all";
    /** @type {Format | "session"} */
    this.format = "html";
    /** @type {Unit} */
    this.unit = "utf16";
    /** What the rows of a table are. @type {RecordKind} */
    this.table = "statement";
    /** Whether a session holds the texts themselves. */
    this.withTexts = false;
    this.working = false;
  }

  open() {
    this.which = this.desk.entry === null ? "all" : "this";
    return super.open();
  }

  render() {
    const { shown } = this.desk;
    const { entries } = this.library;
    const session = this.format === "session";
    const body = html`
      <fieldset>
        <legend>${t("save.as")}</legend>
        ${FORMATS.map((format) => this.#choice("format", format, t(`save.${format}`)))}
        ${ENGLISH.includes(this.format) && language() !== "en" ? html`<p class="quiet english">${t("save.english")}</p>` : nothing}
      </fieldset>
      <fieldset ?hidden=${session || entries.length < 2 || shown === null}>
        <legend>${t("save.which")}</legend>
        ${this.#choice("which", "all", t("save.all", { count: entries.length }))}
        ${this.#choice("which", "this", t("save.this", { name: shown?.name ?? "" }))}
      </fieldset>
      ${this.format === "csv" ? this.#tables() : nothing}
      <fieldset ?hidden=${!WITH_UNITS.some((format) => format === this.format)}>
        <legend>${t("save.unit")}</legend>
        ${this.#units.map((unit) => this.#choice("unit", unit, t(`save.unit.${unit}`)))}
        ${this.format === "csv" && this.unit === "bytes" ? html`<p class="quiet">${t("save.unit.csv")}</p>` : nothing}
      </fieldset>
      ${session ? this.#session() : nothing}
    `;
    const button = html`<button class="main" ?disabled=${this.working || entries.length === 0} @click=${this.#save}>
      ${this.working ? t("save.working") : t("save.do")}
    </button>`;
    return this.frame(t("save.title"), body, button);
  }

  /** A table other than that of statements is all words, which bytes cannot be looked up for. @returns {Unit[]} */
  get #units() {
    return this.format === "csv" && this.table !== "statement" ? UNITS.filter((unit) => unit !== "bytes") : UNITS;
  }

  #tables() {
    const choose = (/** @type {Event} */ event) => (this.table = /** @type {RecordKind} */ (/** @type {HTMLSelectElement} */ (event.target).value));
    return html`<fieldset>
      <legend><label for="table">${t("save.table")}</label></legend>
      <select id="table" @change=${choose}>
        ${TABLES.map((kind) => html`<option value=${kind} ?selected=${kind === this.table}>${word("table", kind)}</option>`)}
      </select>
    </fieldset>`;
  }

  #session() {
    const choose = (/** @type {Event} */ event) => (this.withTexts = /** @type {HTMLInputElement} */ (event.target).checked);
    return html`<fieldset>
      <legend>${t("save.session.title")}</legend>
      <label><input type="checkbox" name="texts" .checked=${this.withTexts} @change=${choose} />${t("save.session.texts")}</label>
      <p class="quiet">${t(this.withTexts ? "save.session.with" : "save.session.without")}</p>
    </fieldset>`;
  }

  /**
   * @param {"which" | "format" | "unit"} field
   * @param {string} value
   * @param {string} label
   */
  #choice(field, value, label) {
    const choose = () => Object.assign(this, { [field]: value });
    return html`<label><input type="radio" name=${field} value=${value} .checked=${this[field] === value} @change=${choose} />${label}</label>`;
  }

  /** @param {Entry[]} entries */
  #saved(entries) {
    const { format, library, table } = this;
    const unit = this.#units.includes(this.unit) ? this.unit : "utf16";
    if (format === "session") return saveSession(library, this.withTexts);
    return format === "csv" && table !== "statement" ? saveTable(library, entries, table, unit) : save(library, entries, format, unit);
  }

  async #save() {
    const { shown } = this.desk;
    const entries = this.which === "this" && shown !== null ? [shown] : this.library.entries;
    this.working = true;
    try {
      const failed = await this.#saved(entries);
      this.say("say", failed === 0 ? t("save.done") : t("save.failed", { count: failed }));
    } finally {
      this.working = false;
    }
    this.close();
  }
}

define("save-dialog", SaveDialog);
