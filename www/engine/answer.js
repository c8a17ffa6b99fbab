// Answers one call with a compiled module: the same in a worker and, where there is none, in the page.

import { LISTS } from "./columns.js";
import { read } from "./learned.js";

/** @import { Columns } from "./columns.js" */
/** @import { Reader } from "./learned.js" */
/** @import { LanguageModel } from "../pkg/reader-html/rapporteur.js" */
/** @import { Packed } from "./reading.js" */

/** @typedef {{ offsets: "utf16" | "chars" | "bytes", date?: string, text?: boolean, tokens?: boolean, limit?: number }} ReadOptions */
/**
 * @typedef {object} Call
 * @property {"read" | "json" | "csv" | "csvRows" | "claimReview"} what
 * @property {string} name
 * @property {Uint8Array} bytes
 * @property {ReadOptions} options
 */
/** @typedef {Packed | Uint8Array} Answer */

/**
 * @param {Reader} module
 * @param {LanguageModel | null} model
 * @param {Call} call
 * @returns {Answer}
 */
export function answer(module, model, { what, name, bytes, options }) {
  const reading = read(module, model, name, bytes, options);
  try {
    if (!reading.complete()) throw Object.assign(new Error(`${name}: is a web page`), { code: "web_page" });
    if (what !== "read") return reading[what]();
    const columns = Object.fromEntries(LISTS.map((list) => [list, reading[list]()]));
    return {
      overview: reading.overview(),
      text: reading.text(),
      columns: /** @type {Columns} */ ({ ...columns, strings: reading.strings() }),
    };
  } finally {
    reading.free();
  }
}

/**
 * What of an answer is handed over rather than copied.
 *
 * @param {Answer} given
 * @returns {ArrayBuffer[]}
 */
export function transferable(given) {
  const arrays = given instanceof Uint8Array ? [given] : LISTS.map((list) => given.columns[list]);
  return arrays.map((array) => /** @type {ArrayBuffer} */ (array.buffer));
}

/**
 * An error as it can be posted. Without a code it was not foreseen: the module may be in any state and must not be
 * called again.
 *
 * @param {unknown} error
 * @returns {{ code: string | null, message: string }}
 */
export function posted(error) {
  if (!(error instanceof Error)) return { code: null, message: String(error) };
  const code = /** @type {Error & { code?: unknown }} */ (error).code;
  return { code: typeof code === "string" ? code : null, message: error.message };
}
