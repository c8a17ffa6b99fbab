// The buttons below a view that save what it shows, or copy it.

import { html } from "lit";
import { t } from "../locales/locale.js";
import { copyRows, saveRows } from "../out/rows.js";

/** @import { Row } from "../out/rows.js" */

/**
 * @param {string} name          of the file
 * @param {() => Row[]} rows     asked for when they are saved
 */
export function rowsButtons(name, rows) {
  const button = (/** @type {"csv" | "json"} */ format) => html`<button @click=${() => saveRows(name, rows(), format)}>${t(`rows.${format}`)}</button>`;
  return html`<p class="rows" role="group" aria-label=${t("rows.title")}>
    <span class="quiet">${t("rows.title")}</span> ${button("csv")} ${button("json")}
    <button @click=${(/** @type {Event} */ event) => copy(event, rows())}>${t("rows.copy")}</button>
  </p>`;
}

/**
 * @param {Event} event
 * @param {Row[]} rows
 */
async function copy({ target }, rows) {
  const detail = await copyRows(rows).then(
    () => t("rows.copied", { count: rows.length }),
    () => t("evidence.notCopied"),
  );
  target?.dispatchEvent(new CustomEvent("say", { detail, bubbles: true, composed: true }));
}
