// What may be asked of the package's reader.

/**
 * @typedef {object} Options
 * @property {string} [name]      of the file; its ending helps to tell what it is. `text.txt` unless given
 * @property {"utf16" | "chars" | "bytes"} [offsets]    what offsets count; `utf16`, as JavaScript does, unless given
 * @property {string} [date]      the day that relative dates are counted from, YYYY-MM-DD, where the text does not say it
 * @property {boolean} [text]     whether the report carries the text that its offsets point into
 * @property {boolean} [tokens]   whether it carries the tokens with their grammar
 * @property {boolean} [nested]   whether statements count that stand in what another says; they do unless this is false
 * @property {number} [limit]     the size in bytes over which a file is refused; 64 MiB unless given
 */
/** @typedef {"json" | "csv" | "claimreview"} Format */

export {};
