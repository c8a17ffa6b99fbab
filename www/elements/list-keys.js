// The keys of a list: up, down, first, last.

/**
 * Moves the focus among the lines of a list, those with `data-line`.
 *
 * @param {Element | DocumentFragment} root
 * @param {KeyboardEvent} event
 * @returns {boolean}   whether the focus moved, or the key means nothing here
 */
export function moveFocus(root, event) {
  const lines = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-line]")]);
  const at = lines.indexOf(/** @type {HTMLElement} */ (event.composedPath()[0]));
  if (at === -1) return true;
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
  if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return true;
  event.preventDefault();
  lines[next]?.focus();
  return lines[next] !== undefined;
}
