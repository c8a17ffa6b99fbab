// Reports as files: for one text what the program prints for it, for many one after the other.

import { Failure } from "../engine/failure.js";
import { SESSION_ENDING, sessionFile } from "../library/session.js";
import { download } from "./download.js";

/** @import { Document, RecordKind } from "../engine/answer.js" */
/** @import { Entry, Library } from "../library/library.js" */

/** @typedef {"json" | "csv" | "annotations" | "claims" | "markdown" | "html"} Format */
/** @typedef {"utf16" | "chars" | "bytes"} Unit */
/**
 * How reports become a file: `first` is the document of the first text, `next` of those that follow; between documents of JSON in an array stands
 * a comma, else nothing.
 *
 * @typedef {object} Form
 * @property {Document} first
 * @property {Document} next
 * @property {boolean} array
 * @property {string} ending
 * @property {string} type
 */

/** @type {Record<Exclude<Format, "json">, Form>} */
const FORMS = {
  csv: { first: "csv", next: "csvRows", array: false, ending: "csv", type: "text/csv" },
  claims: { first: "claimReview", next: "claimReview", array: true, ending: "claims.jsonld", type: "application/ld+json" },
  annotations: { first: "annotations", next: "annotations", array: true, ending: "annotations.jsonld", type: "application/ld+json" },
  markdown: { first: "markdown", next: "markdown", array: false, ending: "md", type: "text/markdown" },
  html: { first: "html", next: "htmlArticle", array: false, ending: "html", type: "text/html" },
};

/** The formats whose places can be counted in any unit; the others count characters. @type {Format[]} */
export const WITH_UNITS = ["json", "csv"];

const LINE_END = Uint8Array.of(10);

/**
 * Saves the records of one kind as a table.
 *
 * @param {Library} library
 * @param {Entry[]} entries
 * @param {RecordKind} kind
 * @param {Unit} unit    not bytes, in which no words can be looked up
 * @returns {Promise<number>}   how many texts there is no report of
 */
export async function saveTable(library, entries, kind, unit) {
  const parts = await Promise.all(entries.map((entry) => part(library, entry, "csvOf", unit, kind)));
  const sound = parts.filter((bytes) => bytes !== null);
  // The names of the columns stand above the first rows only; there is no line end within them.
  const rows = sound.filter((bytes) => bytes.length > 0).map((bytes, index) => (index === 0 ? bytes : bytes.subarray(bytes.indexOf(LINE_END[0]) + 1)));
  const stem = entries.length > 1 ? "rapporteur" : fileStem(entries[0].name);
  download(`${stem}.${kind}.csv`, rows, "text/csv");
  return parts.length - sound.length;
}

/**
 * Saves the reports of some texts, as the reader has corrected them.
 *
 * @param {Library} library
 * @param {Entry[]} entries
 * @param {Format} format
 * @param {Unit} unit
 * @returns {Promise<number>}   how many texts there is no report of
 */
export async function save(library, entries, format, unit) {
  const many = entries.length > 1;
  const stem = many ? "rapporteur" : fileStem(entries[0].name);
  if (format === "json") return saveLines(library, entries, unit, stem);
  const form = FORMS[format];
  // The document starts with the first text that there is a report of.
  const first = entries.findIndex((entry) => entry.failure === null);
  const counted = WITH_UNITS.includes(format) ? unit : "chars";
  const parts = await Promise.all(entries.map((entry, index) => part(library, entry, index <= first ? form.first : form.next, counted)));
  const sound = parts.filter((bytes) => bytes !== null);
  const whole = form.array ? inArray(sound, many) : sound;
  download(`${stem}.${form.ending}`, whole, form.type);
  return parts.length - sound.length;
}

/**
 * Saves what could be checked as drafts of ClaimReview: a document of JSON-LD, of many texts an array of them, as the program prints it.
 *
 * @param {Library} library
 * @param {Entry[]} entries
 * @returns {Promise<number>}   how many texts there are no drafts of
 */
export function saveClaims(library, entries) {
  return save(library, entries, "claims", "chars");
}

/**
 * Saves which texts are open and what the reader has said of them.
 *
 * @param {Library} library
 * @param {boolean} withTexts
 * @returns {Promise<number>}   how many texts there is nothing of: none
 */
export async function saveSession(library, withTexts) {
  download(`rapporteur${SESSION_ENDING}`, [await sessionFile(library, withTexts)], "application/json");
  return 0;
}

/**
 * @param {Library} library
 * @param {Entry[]} entries
 * @param {Unit} unit
 * @param {string} stem
 */
async function saveLines(library, entries, unit, stem) {
  const parts = await Promise.all(entries.map((entry) => part(library, entry, "json", unit)));
  const lines = parts.flatMap((bytes, index) => [bytes ?? failed(entries[index]), LINE_END]);
  const many = entries.length > 1;
  download(many ? `${stem}.ndjson` : `${stem}.json`, lines, many ? "application/x-ndjson" : "application/json");
  return parts.filter((bytes) => bytes === null).length;
}

/**
 * @param {Uint8Array<ArrayBuffer>[]} documents
 * @param {boolean} many
 * @returns {BlobPart[]}
 */
function inArray(documents, many) {
  const between = documents.flatMap((bytes, index) => (index === 0 ? [bytes] : [",\n", bytes]));
  if (!many) return [...between, "\n"];
  return ["[\n", ...between, documents.length === 0 ? "]\n" : "\n]\n"];
}

/** Why each text has no report, as far as an export found out. @type {WeakMap<Entry, Failure>} */
const causes = new WeakMap();

/**
 * @param {Library} library
 * @param {Entry} entry
 * @param {Document} what
 * @param {Unit} unit
 * @param {RecordKind} [kind]
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
async function part(library, entry, what, unit, kind) {
  try {
    if (entry.failure !== null) throw entry.failure;
    return /** @type {Uint8Array<ArrayBuffer>} */ (await library.export(entry, what, unit, kind));
  } catch (error) {
    causes.set(entry, error instanceof Failure ? error : new Failure("stopped", String(error)));
    return null;
  }
}

/** The line that stands for a text without a report. @param {Entry} entry */
function failed(entry) {
  const { code, message } = causes.get(entry) ?? new Failure("stopped", entry.name);
  return JSON.stringify({ schema: "rapporteur.report/1", document: { name: entry.name }, error: { code, message } });
}

/** A name that any system takes for a file: without marks that turn the direction of letters, which could hide its ending. @param {string} name */
function fileStem(name) {
  const stem = name.replace(/\.[^./]*$/, "").replace(/[\\/:*?"<>|]/g, "-").replace(/[\p{Cc}\p{Cf}]/gu, "");
  return stem.slice(0, 100) || "report";
}
