// What a view shows, as a table: CSV for a spreadsheet, JSON for a program.

import { download } from "./download.js";

/** The same columns in every row; a cell of several things is a list of words. @typedef {Record<string, string | number | boolean | null | string[]>} Row */

/**
 * @param {string} name     of the file, without its ending
 * @param {Row[]} rows      at least one
 * @param {"csv" | "json"} format
 */
export function saveRows(name, rows, format) {
  if (format === "json") download(`${name}.json`, [`${JSON.stringify(rows, null, 2)}\n`], "application/json");
  else download(`${name}.csv`, [csv(rows)], "text/csv");
}

/**
 * Puts rows on the clipboard with tabs between the cells, which spreadsheets paste as a table.
 *
 * @param {Row[]} rows
 */
export function copyRows(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return navigator.clipboard.writeText(lines.map((line) => `${line.join("\t")}\n`).join(""));
}

/** CSV after RFC 4180. @param {Row[]} rows */
export function csv(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return lines.map((line) => `${line.map(quoted).join(",")}\r\n`).join("");
}

/** @param {Row[string] | undefined} value */
function cell(value) {
  if (value === null || value === undefined) return "";
  const words = (Array.isArray(value) ? value.join("; ") : String(value)).replace(/\s+/g, " ").trim();
  // A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection).
  return /^[=+\-@]/.test(words) && typeof value !== "number" ? `'${words}` : words;
}

/** @param {string} words */
function quoted(words) {
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
