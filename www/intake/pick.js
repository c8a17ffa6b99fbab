// Files and folders chosen with the browser's own dialogue.

import { isText } from "./drop.js";

/** @import { Intake } from "./drop.js" */

/**
 * What an `<input type="file">` holds; it is emptied, so that the same file can be chosen again.
 *
 * @param {HTMLInputElement} input
 * @returns {Intake}
 */
export function picked(input) {
  const files = Array.from(input.files ?? []);
  input.value = "";
  const folder = input.webkitdirectory;
  const wanted = files.filter((file) => !folder || isText(file.name));
  return {
    found: wanted.map((file) => ({ name: file.webkitRelativePath || file.name, blob: file })),
    lost: [],
    leftOut: files.length - wanted.length,
  };
}
