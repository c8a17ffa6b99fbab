// The texts that a page gives to a panel: by property, by address, or between its tags.

import { t } from "../locales/locale.js";
import { lightText } from "./light-text.js";

/** @import { Found, Lost } from "../intake/drop.js" */
/** @import { PanelDocument } from "./contract.js" */

/**
 * @param {PanelDocument[]} documents
 * @returns {Found[]}
 */
export function foundIn(documents) {
  return documents.map(({ name, text, bytes, blob, date }, index) => {
    const content = blob ?? new Blob([text === undefined ? new Uint8Array(bytes ?? []) : String(text)]);
    const given = date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? { date } : {};
    return { name: String(name ?? `Text ${index + 1}.txt`), blob: content, ...given };
  });
}

/**
 * The text between the tags of a panel; null where there is none.
 *
 * @param {Element} panel
 * @returns {Found | null}
 */
export function foundBetween(panel) {
  const text = lightText(panel);
  return text === "" ? null : { name: t("panel.between"), blob: new Blob([text], { type: "text/plain" }) };
}

/**
 * Texts that lie at addresses of their own.
 *
 * @param {string} src    addresses with spaces between them, seen from the page
 * @returns {Promise<{ found: Found[], lost: Lost[] }>}
 */
export async function foundAt(src) {
  const addresses = src.trim().split(/\s+/);
  const fetched = await Promise.all(addresses.map((address) => fetchText(address)));
  return {
    found: fetched.flatMap(({ found }) => found ?? []),
    lost: fetched.flatMap(({ lost }) => lost ?? []),
  };
}

/**
 * @param {string} address
 * @returns {Promise<{ found?: Found, lost?: Lost }>}
 */
async function fetchText(address) {
  const name = address.replace(/[?#].*$/, "").split("/").pop() || address;
  try {
    const response = await fetch(new URL(address, document.baseURI));
    if (!response.ok) return { lost: { name, why: `the server answered ${response.status}` } };
    return { found: { name, blob: await response.blob() } };
  } catch (error) {
    // What stands in the way (the network, a policy) browsers do not tell.
    return { lost: { name, why: error instanceof TypeError ? "its address cannot be reached" : error } };
  }
}
