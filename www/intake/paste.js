// What is pasted anywhere on the page, other than into a field: files or text.

import { collect } from "./drop.js";

/** @import { Intake } from "./drop.js" */

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
