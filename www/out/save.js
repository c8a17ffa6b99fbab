// Reports as files: for one text what the program prints for it, for many one after the other.

import { Failure } from "../engine/failure.js";
import { download } from "./download.js";

/** @import { Entry, Library } from "../library/library.js" */

/** @typedef {"json" | "csv"} Format */
/** @typedef {"utf16" | "chars" | "bytes"} Unit */

const LINE_END = Uint8Array.of(10);

/**
 * Saves the reports of some texts; JSON as one line a text, CSV as one table.
 *
 * @param {Library} library
 * @param {Entry[]} entries
 * @param {Format} format
 * @param {Unit} unit
 * @returns {Promise<number>}   how many texts there is no report of
 */
export async function save(library, entries, format, unit) {
  const parts = await Promise.all(entries.map((entry) => part(library, entry, format, unit)));
  const written = parts.map(({ bytes }, index) => (format === "csv" && index > 0 ? withoutHeader(bytes) : bytes));
  const many = entries.length > 1;
  const stem = many ? "rapporteur" : fileStem(entries[0].name);
  if (format === "csv") download(`${stem}.csv`, written, "text/csv");
  else {
    const lines = written.flatMap((line) => [line, LINE_END]);
    download(many ? `${stem}.ndjson` : `${stem}.json`, lines, many ? "application/x-ndjson" : "application/json");
  }
  return parts.filter(({ failed }) => failed).length;
}

/**
 * @param {Library} library
 * @param {Entry} entry
 * @param {Format} format
 * @param {Unit} unit
 * @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, failed: boolean }>}
 */
async function part(library, entry, format, unit) {
  try {
    if (entry.failure !== null) throw entry.failure;
    const bytes = await library.export(entry, format, unit);
    return { bytes: /** @type {Uint8Array<ArrayBuffer>} */ (bytes), failed: false };
  } catch (error) {
    const { code, message } = error instanceof Failure ? error : { code: "stopped", message: String(error) };
    const line = JSON.stringify({ schema: "rapporteur.report/1", document: { name: entry.name }, error: { code, message } });
    return { bytes: new TextEncoder().encode(format === "json" ? line : ""), failed: true };
  }
}

/** A table's rows below the names of its columns. @param {Uint8Array<ArrayBuffer>} table */
function withoutHeader(table) {
  return table.subarray(table.indexOf(10) + 1);
}

/** A name that any system takes for a file. @param {string} name */
function fileStem(name) {
  const stem = name.replace(/\.[^./]*$/, "").replace(/[\\/:*?"<>|]/g, "-");
  return stem.slice(0, 100) || "report";
}
