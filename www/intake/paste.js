// What is pasted: a text, or anything that is pasted on the page other than into a field, files or text.

import { collect } from "./drop.js";

/** @import { Intake } from "./drop.js" */

/**
 * A text that is in no file.
 *
 * @param {string} name
 * @param {string} text
 * @returns {Intake}
 */
export function pasted(name, text) {
  return { found: [{ name, blob: new Blob([text], { type: "text/plain" }) }], lost: [], leftOut: 0 };
}

/**
 * @param {Document} document
 * @param {object} on
 * @param {(intake: Intake) => void} on.files
 * @param {(text: string) => void} on.text
 */
export function watchPaste(document, on) {
  document.addEventListener("paste", async (event) => {
    const field = event.composedPath()[0];
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return;
    if (event.clipboardData === null) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain");
    const intake = await collect(event.clipboardData);
    if (intake.found.length > 0) on.files(intake);
    else if (text.trim() !== "") on.text(text);
  });
}
