// The reports of the texts of a panel, as one file.

/** @import { Library } from "../library/library.js" */
/** @import { PanelFormat } from "./contract.js" */

/** How each format is made: by which call, with what between texts, as which type. */
const FORMATS = {
  json: { what: "json", more: "json", before: "", between: "\n", after: "\n", type: "application/x-ndjson" },
  csv: { what: "csv", more: "csvRows", before: "", between: "", after: "", type: "text/csv" },
  claimreview: { what: "claimReview", more: "claimReview", before: "[\n", between: ",\n", after: "\n]\n", type: "application/ld+json" },
};

/**
 * One line of JSON a text; one table; one array of drafts. Texts that could not be read are left out.
 *
 * @param {Library} library
 * @param {PanelFormat} format
 */
export async function exported(library, format) {
  const form = FORMATS[format];
  if (form === undefined) throw new RangeError(`${format}: is none of ${Object.keys(FORMATS).join(", ")}`);
  await settled(library);
  const entries = library.entries.filter((entry) => entry.state === "done");
  const call = (/** @type {number} */ index) => /** @type {"json"} */ (index === 0 ? form.what : form.more);
  const parts = await Promise.all(entries.map((entry, index) => library.export(entry, call(index), "utf16")));
  const written = parts.flatMap((bytes, index) => (index === 0 ? [bytes] : [form.between, bytes]));
  const whole = parts.length === 0 && form.before === "" ? [] : [form.before, ...written, form.after];
  return new Blob(/** @type {BlobPart[]} */ (whole), { type: form.type });
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
