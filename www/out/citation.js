// A passage with its citation, as text for the clipboard.

/** @import { Entry } from "../library/library.js" */
/** @import { Range } from "../engine/columns.js" */

/**
 * The words, then where they stand: title, publisher, day, file, place and the file's fingerprint.
 *
 * @param {Entry} entry
 * @param {Range[]} ranges
 */
export function cited(entry, ranges) {
  const { reading } = entry;
  if (reading === null) return "";
  const { document, metadata } = reading.overview;
  const words = ranges.map((range) => reading.words(range).replace(/\s+/g, " ")).join(" … ");
  const first = ranges[0];
  const last = ranges[ranges.length - 1];
  const origin = [
    metadata.byline?.value,
    document.title === null ? null : `“${document.title}”`,
    metadata.publisher?.value,
    document.date,
    entry.name,
    first && last ? `UTF-16 ${first.start}–${last.end}` : null,
    `SHA-256 ${document.sha256.slice(0, 12)}…`,
  ];
  return `“${words}”\n— ${origin.filter(Boolean).join(", ")}`;
}
