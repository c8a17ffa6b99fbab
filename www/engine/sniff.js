// Which compiled module a file most likely needs, by a look at its start. The larger one does no harm where it is not
// needed, since both read a plain text alike; the smaller one says so when it turns out not to be enough.

/** @typedef {"reader" | "reader-html"} Flavour */

/** How much of a file is looked at. */
const HEAD = 4096;
const NAMES = /\.(x?html?|shtml|mhtml?|xht|xml|php|aspx?)$/i;
const MARKUP = /<(!doctype|html|head|body|title|meta|link|script|article|main|div|p|span|section|table|h[1-6])[\s>/]/i;

/**
 * @param {string} name
 * @param {string} type    as the browser names it; may be empty
 * @param {Uint8Array} bytes
 * @returns {Flavour}
 */
export function flavourOf(name, type, bytes) {
  if (NAMES.test(name) || type.includes("html") || type.includes("xml")) return "reader-html";
  // Every byte a character, zeros left out: enough to find a tag in any encoding, UTF-16 included.
  const head = Array.from(bytes.subarray(0, HEAD), (byte) => (byte === 0 ? "" : String.fromCharCode(byte))).join("");
  return MARKUP.test(head) ? "reader-html" : "reader";
}
