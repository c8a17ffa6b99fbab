// A field for a text to paste or type.

import { css, html } from "lit";
import { t } from "../locales/locale.js";
import { define } from "./define.js";
import { PageDialog } from "./page-dialog.js";

export class PasteDialog extends PageDialog {
  static styles = [
    ...PageDialog.styles,
    css`
      textarea {
        display: block;
        width: 100%;
        height: 40vh;
        margin-top: 0.25rem;
        font: 16px/1.5 var(--serif);
      }
    `,
  ];

  render() {
    const body = html`<label>${t("paste.label")}<textarea dir="auto"></textarea></label>`;
    return this.frame(t("paste.title"), body, html`<button class="main" @click=${this.#read}>${t("paste.read")}</button>`);
  }

  #read() {
    const field = /** @type {HTMLTextAreaElement} */ (this.renderRoot.querySelector("textarea"));
    if (field.value.trim() !== "") this.say("pasted", field.value);
    field.value = "";
    this.close();
  }
}

define("paste-dialog", PasteDialog);
