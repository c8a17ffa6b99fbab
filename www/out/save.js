// Reports as files: for one text what the program prints for it, for many one after the other.

import { Failure } from "../engine/failure.js";
import { download } from "./download.js";

/** @import { Entry, Library } from "../library/library.js" */

/** @typedef {"json" | "csv" | "claims"} Format */
/** @typedef {"utf16" | "chars" | "bytes"} Unit */

const LINE_END = Uint8Array.of(10);

/**
 * Saves the reports of some texts; JSON as one line a text, CSV as one table, claims to check as one document, which always counts characters.
 *
 * @param {Library} library
 * @param {Entry[]} entries
 * @param {Format} format
 * @param {Unit} unit
 * @returns {Promise<number>}   how many texts there is no report of
 */
export async function save(library, entries, format, unit) {
  if (format === "claims") return saveClaims(library, entries);
  // The table starts with the first text that there is a report of.
  const first = entries.findIndex((entry) => entry.failure === null);
  const what = (/** @type {number} */ index) => (format === "json" ? "json" : index <= first ? "csv" : "csvRows");
  const parts = await Promise.all(entries.map((entry, index) => part(library, entry, what(index), unit)));
  const written = parts.map(({ bytes }) => bytes);
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
 * Saves what could be checked as drafts of ClaimReview: a document of JSON-LD, of many texts an array of them, as the program prints it.
 *
 * @param {Library} library
 * @param {Entry[]} entries
 * @returns {Promise<number>}   how many texts there are no drafts of
 */
export async function saveClaims(library, entries) {
  const parts = await Promise.all(entries.map((entry) => part(library, entry, "claimReview", "chars")));
  const sound = parts.filter(({ failed }) => !failed).map(({ bytes }) => bytes);
  const many = entries.length > 1;
  const stem = many ? "rapporteur" : fileStem(entries[0].name);
  const between = sound.flatMap((bytes, index) => (index === 0 ? [bytes] : [",\n", bytes]));
  const whole = many ? ["[\n", ...between, sound.length === 0 ? "]\n" : "\n]\n"] : [...between, "\n"];
  download(`${stem}.claims.jsonld`, whole, "application/ld+json");
  return parts.length - sound.length;
}

/**
 * @param {Library} library
 * @param {Entry} entry
 * @param {"json" | "csv" | "csvRows" | "claimReview"} what
 * @param {Unit} unit
 * @returns {Promise<{ bytes: Uint8Array<ArrayBuffer>, failed: boolean }>}
 */
async function part(library, entry, what, unit) {
  try {
    if (entry.failure !== null) throw entry.failure;
    const bytes = await library.export(entry, what, unit);
    return { bytes: /** @type {Uint8Array<ArrayBuffer>} */ (bytes), failed: false };
  } catch (error) {
    const { code, message } = error instanceof Failure ? error : { code: "stopped", message: String(error) };
    const line = JSON.stringify({ schema: "rapporteur.report/1", document: { name: entry.name }, error: { code, message } });
    return { bytes: new TextEncoder().encode(what === "json" ? line : ""), failed: true };
  }
}

/** A name that any system takes for a file. @param {string} name */
function fileStem(name) {
  const stem = name.replace(/\.[^./]*$/, "").replace(/[\\/:*?"<>|]/g, "-");
  return stem.slice(0, 100) || "report";
}
