// The keys that work everywhere on the page.

/**
 * @param {Document} document
 * @param {object} on
 * @param {() => void} on.search
 * @param {() => void} on.help
 * @param {() => void} on.back
 * @param {() => void} on.undo
 * @param {() => void} on.redo
 */
export function watchKeys(document, on) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    const path = event.composedPath();
    // A dialogue has its own Escape.
    if (path.some((element) => element instanceof HTMLDialogElement)) return;
    const field = path[0];
    const typing = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "radio");
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      on.search();
    } else if ((event.ctrlKey || event.metaKey) && !event.altKey && !typing && event.key.toLowerCase() === "z") {
      event.preventDefault();
      if (event.shiftKey) on.redo();
      else on.undo();
    } else if (event.key === "?" && !typing) {
      event.preventDefault();
      on.help();
    } else if (event.key === "Escape") {
      on.back();
    }
  });
}
