// Keys, what happens to the texts and how to check that, settings.

import { css, html, nothing } from "lit";
import { t } from "../locales/locale.js";
import { define, given } from "./define.js";
import "./language-menu.js";
import { PageDialog } from "./page-dialog.js";
import "./keep-settings.js";

/** @import { Desk } from "../library/desk.js" */
/** @import { Keep } from "../library/keep.js" */
/** @import { Library } from "../library/library.js" */

/** @type {[string, import("../locales/locale.js").Key][]} */
const KEYS = [
  ["Ctrl K / ⌘ K", "help.key.search"],
  ["↑ ↓", "help.key.arrows"],
  ["Enter", "help.key.enter"],
  ["Esc", "help.key.escape"],
  ["Ctrl C / ⌘ C", "help.key.copy"],
  ["Ctrl V / ⌘ V", "help.key.paste"],
  ["Ctrl Z / ⌘ Z", "help.key.undo"],
  ["Shift Ctrl Z / ⇧ ⌘ Z", "help.key.redo"],
  ["?", "help.key.help"],
];

export class HelpDialog extends PageDialog {
  static properties = { library: { attribute: false }, desk: { attribute: false }, keep: { attribute: false }, site: { type: Boolean }, theme: { state: true } };

  static styles = [
    ...PageDialog.styles,
    css`
      h3 {
        margin: 1.2rem 0 0.4rem;
        font-size: 0.9375rem;
        color: var(--ink);
      }

      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.3rem 1rem;
      }

      kbd {
        padding: 0.05rem 0.4rem;
        border: 1px solid var(--line-2);
        border-radius: 4px;
        font: 0.8125rem var(--sans);
      }

      p + p {
        margin-top: 0.5rem;
      }

      code {
        font-size: 0.75rem;
        overflow-wrap: anywhere;
      }

      .version {
        margin-top: 1.2rem;
      }

      .field {
        display: flex;
        gap: 0.75rem;
        align-items: center;
        margin-top: 0.4rem;
      }

      .field label {
        min-width: 10rem;
      }

      .field input {
        width: 6rem;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Library} */
    this.library = given();
    /** @type {Desk} */
    this.desk = given();
    /** @type {Keep} */
    this.keep = given();
    /** Whether the page came from a server. */
    this.site = false;
    this.theme = "auto";
  }

  render() {
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content") ?? "";
    const connect = /connect-src[^;]*/.exec(policy)?.[0] ?? "";
    const body = html`
      <h3>${t("help.keys")}</h3>
      <dl>${KEYS.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${t(what)}</dd>`)}</dl>
      <h3>${t("help.private")}</h3>
      <p>${t("help.private.text")}</p>
      <p>${t("help.private.check")}</p>
      <p>${t("help.private.policy", { policy: "" })}<code dir="ltr">${connect}</code>. ${this.site ? t("help.private.site") : ""}</p>
      <h3>${t("help.settings")}</h3>
      <language-menu .desk=${this.desk} named></language-menu>
      <div class="field">
        <label for="limit">${t("files.limit")}</label>
        <input id="limit" type="number" min="1" max="1000" .value=${String(Math.round(this.library.limit / (1 << 20)))} @change=${this.#limit} />
      </div>
      <div class="field">
        <label for="theme">${t("help.theme")}</label>
        <select id="theme" @change=${this.#theme}>
          ${/** @type {const} */ (["auto", "light", "dark"]).map(
            (theme) => html`<option value=${theme} ?selected=${this.theme === theme}>${t(`help.theme.${theme}`)}</option>`,
          )}
        </select>
      </div>
      <keep-settings .keep=${this.keep}></keep-settings>
    `;
    return this.frame(t("help.title"), html`${body}${this.#version()}`, "");
  }

  /** What read the texts, once something is read. */
  #version() {
    const overview = this.library.entries.find(({ reading }) => reading !== null)?.reading?.overview;
    if (overview === undefined) return nothing;
    return html`<p class="version quiet">${t("help.version", { version: overview.generator, schema: overview.schema })}</p>`;
  }

  /** @param {Event} event */
  #limit(event) {
    const megabytes = Number(/** @type {HTMLInputElement} */ (event.target).value);
    if (megabytes >= 1 && megabytes <= 1000) this.library.setLimit(Math.round(megabytes) << 20);
  }

  /** @param {Event} event */
  #theme(event) {
    this.theme = /** @type {HTMLSelectElement} */ (event.target).value;
    if (this.theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = this.theme;
  }
}

define("help-dialog", HelpDialog);
