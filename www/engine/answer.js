// Answers one call with a compiled module: the same in a worker and, where there is none, in the page.

import { LISTS } from "./columns.js";
import { read } from "./learned.js";

/** @import { Columns } from "./columns.js" */
/** @import { Reader } from "./learned.js" */
/** @import { LanguageModel } from "../pkg/reader-html/rapporteur.js" */
/** @import { Packed } from "./reading.js" */

/** The kinds of records that can be rejected, as src/options/correction.rs has them. */
/** @typedef {"statement" | "position" | "condition" | "commitment" | "scheduled" | "point" | "time" | "finding" | "claim"} RecordKind */
/**
 * One correction, in the form of a session file. Places count UTF-16 units. `key` says which of several records at a place is meant: of a
 * position `HOLDER/issue/stance`, of a point or finding its kind.
 *
 * @typedef {{ what: "rename", name: string, to: string }
 *   | { what: "reject", kind: RecordKind, start: number, end: number, key?: string }
 *   | { what: "amend", kind: "statement", start: number, end: number, actor?: string, affiliation?: string, grade?: string }} Correction
 */
/**
 * A report as the program prints it; `csvRows` and `htmlArticle` go on where another text's document ended.
 *
 * @typedef {"json" | "csv" | "csvRows" | "csvOf" | "claimReview" | "annotations" | "markdown" | "html" | "htmlArticle"} Document
 */
/** @typedef {{ offsets: "utf16" | "chars" | "bytes", date?: string, default_date?: string, corrections?: readonly Correction[], text?: boolean, tokens?: boolean, nested?: boolean, limit?: number }} ReadOptions */
/**
 * @typedef {object} Call
 * @property {"read" | "session" | Document} what    `session` only holds a session file against its form
 * @property {string} name
 * @property {Uint8Array} bytes
 * @property {ReadOptions} options
 * @property {string} [kind]    of `csvOf`, the records that are the rows: as `RecordKind`
 */
/** @typedef {Packed | Uint8Array} Answer */

/**
 * @param {Reader} module
 * @param {LanguageModel | null} model
 * @param {Call} call
 * @returns {Answer}
 */
export function answer(module, model, { what, name, bytes, options, kind = "" }) {
  if (what === "session") {
    module.checkSession(name, bytes);
    return new Uint8Array();
  }
  const reading = read(module, model, name, bytes, options);
  try {
    if (!reading.complete()) throw Object.assign(new Error(`${name}: is a web page`), { code: "web_page" });
    if (what === "csvOf") return reading.csvOf(kind, true);
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
