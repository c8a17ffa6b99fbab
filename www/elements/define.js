// What every element needs to come into being.

/**
 * Gives an element its name, unless a copy of this script has done so before.
 *
 * @param {string} name
 * @param {CustomElementConstructor} element
 */
export function define(name, element) {
  if (!customElements.get(name)) customElements.define(name, element);
}

/**
 * Stands for a property until whoever makes the element has set it, which is before it is first drawn.
 *
 * @returns {any}
 */
export function given() {
  return undefined;
}
