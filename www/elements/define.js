// What every element needs to come into being.

import { Words } from "./words.js";

/** @import { LitElement } from "lit" */

/**
 * Gives an element its name, unless a copy of this script has done so before, and sees to it that it is drawn in the right language.
 *
 * @param {string} name
 * @param {typeof LitElement} element
 */
export function define(name, element) {
  if (customElements.get(name)) return;
  element.addInitializer((made) => new Words(/** @type {LitElement} */ (made)));
  customElements.define(name, element);
}

/**
 * Stands for a property until whoever makes the element has set it, which is before it is first drawn.
 *
 * @returns {any}
 */
export function given() {
  return undefined;
}
