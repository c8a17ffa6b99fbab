// The buttons below a view that save what it shows, as a table or as the picture that it is, or copy it.

import { html, nothing } from "lit";
import { t } from "../locales/locale.js";
import { download } from "../out/download.js";
import { copyRows, saveRows } from "../out/rows.js";

/** @import { Row } from "../out/rows.js" */

/**
 * @param {string} name          of the file
 * @param {() => Row[]} rows     asked for when they are saved
 * @param {((beside: Element) => string) | null} [picture]   the SVG of the picture, in the colours that are used there
 */
export function rowsButtons(name, rows, picture = null) {
  const button = (/** @type {"csv" | "json"} */ format) => html`<button @click=${() => saveRows(name, rows(), format)}>${t(`rows.${format}`)}</button>`;
  return html`<p class="rows" role="group" aria-label=${t("rows.title")}>
    <span class="quiet">${t("rows.title")}</span> ${button("csv")} ${button("json")}
    ${picture === null ? nothing : pictureButton(name, picture)}
    <button @click=${(/** @type {Event} */ event) => copy(event, rows())}>${t("rows.copy")}</button>
  </p>`;
}

/**
 * @param {string} name
 * @param {(beside: Element) => string} picture
 * @param {string} [label]
 */
export function pictureButton(name, picture, label = t("rows.svg")) {
  const save = (/** @type {Event} */ { target }) => {
    const beside = /** @type {Element} */ (target).parentElement;
    if (beside !== null) download(`${name}.svg`, [picture(beside)], "image/svg+xml");
  };
  return html`<button title=${t("picture.save")} @click=${save}>${label}</button>`;
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
