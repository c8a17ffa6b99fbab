// The keys of a list: up, down, first, last. Tab stops at one line of it only.

/** @import { LitElement, ReactiveController } from "lit" */

/** Gives an element the keys of a list, unless something in it has taken the key. @implements {ReactiveController} */
export class ListKeys {
  #host;

  /** @param {LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#host.renderRoot.addEventListener("keydown", this.#keys);
  }

  hostUpdated() {
    rove(this.#host.renderRoot);
  }

  #keys = (/** @type {Event} */ event) => {
    if (!event.defaultPrevented) moveFocus(this.#host.renderRoot, /** @type {KeyboardEvent} */ (event));
  };
}

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

/**
 * Makes Tab stop at one line only, the current one or else the first, and at what belongs to that line (`data-tool`).
 *
 * @param {Element | DocumentFragment} root    drawn anew since
 */
function rove(root) {
  const lines = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-line]")]);
  const chosen = lines.find((line) => line.matches(":focus")) ?? lines.find((line) => line.getAttribute("aria-current") === "true") ?? lines[0];
  for (const line of lines) line.tabIndex = line === chosen ? 0 : -1;
  for (const tool of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-tool]"))) {
    tool.tabIndex = tool.closest("li") === chosen?.closest("li") ? 0 : -1;
  }
}

/**
 * The line that led to the words, in an element or in one that it is made of.
 *
 * @param {Element | null} element
 */
export function currentLine(element) {
  return lineIn(element, '[data-line][aria-current="true"]');
}

/**
 * The first line of an element, or of those that it is made of.
 *
 * @param {Element | null} element
 * @param {string} [selector]
 * @returns {HTMLElement | null}
 */
export function lineIn(element, selector = "[data-line]") {
  const root = element?.shadowRoot;
  if (!root) return null;
  const line = root.querySelector(selector);
  if (line !== null) return /** @type {HTMLElement} */ (line);
  const parts = [...root.querySelectorAll("*")].filter((part) => part.shadowRoot !== null);
  return parts.map((part) => lineIn(part, selector)).find((found) => found !== null) ?? null;
}
