// The reports of the texts of a panel, as one file; or what its reader has said of them.

import { sessionFile } from "../library/session.js";

/** @import { Document } from "../engine/answer.js" */
/** @import { Library } from "../library/library.js" */
/** @import { PanelFormat } from "./contract.js" */

/** @typedef {{ first: Document, next: Document, places: "utf16" | "chars", before: string, between: string, after: string, type: string }} Form */

/** The type of what is JSON-LD. */
const LINKED = { places: /** @type {const} */ ("utf16"), before: "[\n", between: ",\n", after: "\n]\n", type: "application/ld+json" };
/** The type of what is read by people, where places are counted as the page and the program do. */
const READABLE = { places: /** @type {const} */ ("chars"), before: "", between: "", after: "" };

/** How each format is made: by which call, with what between texts, as which type. @type {Record<Exclude<PanelFormat, "session">, Form>} */
const FORMATS = {
  json: { first: "json", next: "json", places: "utf16", before: "", between: "\n", after: "\n", type: "application/x-ndjson" },
  csv: { first: "csv", next: "csvRows", places: "utf16", before: "", between: "", after: "", type: "text/csv" },
  claimreview: { first: "claimReview", next: "claimReview", ...LINKED },
  annotations: { first: "annotations", next: "annotations", ...LINKED, places: "chars" },
  markdown: { first: "markdown", next: "markdown", ...READABLE, type: "text/markdown" },
  html: { first: "html", next: "htmlArticle", ...READABLE, type: "text/html" },
};

/**
 * One line of JSON a text; one table; one array of drafts or of annotations; one report. Texts that could not be read are left out.
 *
 * @param {Library} library
 * @param {PanelFormat} format
 * @param {boolean} texts    whether a session holds the texts themselves
 */
export async function exported(library, format, texts) {
  if (format !== "session" && !Object.hasOwn(FORMATS, format)) throw new RangeError(`${format}: is none of ${[...Object.keys(FORMATS), "session"].join(", ")}`);
  await settled(library);
  if (format === "session") return sessionFile(library, texts);
  const { first, next, places, before, between, after, type } = FORMATS[format];
  const entries = library.entries.filter((entry) => entry.state === "done");
  const parts = await Promise.all(entries.map((entry, index) => library.export(entry, index === 0 ? first : next, places)));
  const written = parts.flatMap((bytes, index) => (index === 0 ? [bytes] : [between, bytes]));
  const whole = parts.length === 0 && before === "" ? [] : [before, ...written, after];
  return new Blob(/** @type {BlobPart[]} */ (whole), { type });
}

/** Until no text is open. @param {Library} library @returns {Promise<void>} */
function settled(library) {
  return new Promise((resolve) => {
    const look = () => {
      if (library.counts.open > 0) return;
      library.removeEventListener("change", look);
      resolve();
    };
    library.addEventListener("change", look);
    look();
  });
}
