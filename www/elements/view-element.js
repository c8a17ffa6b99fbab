// What the views of what was found have in common: a library and a desk that they follow, lines that keys lead along.

import { LitElement, html } from "lit";
import { given } from "./define.js";
import { Follow } from "./follow.js";
import { ListKeys } from "./list-keys.js";

/** @import { PropertyDeclarations } from "lit" */
/** @import { Desk, Passage } from "../library/desk.js" */
/** @import { Library } from "../library/library.js" */

export class ViewElement extends LitElement {
  /** @type {PropertyDeclarations} */
  static properties = { library: { attribute: false }, desk: { attribute: false } };

  constructor() {
    super();
    /** @type {Library} */
    this.library = given();
    /** @type {Desk} */
    this.desk = given();
    new Follow(this, () => [this.library, this.desk]);
    new ListKeys(this);
  }
}

/**
 * A line that leads to words of a text.
 *
 * @param {Desk} desk
 * @param {Passage} passage
 * @param {unknown} inside
 * @param {string} [classes]
 */
export function leadingLine(desk, passage, inside, classes = "line") {
  return html`<button class=${classes} data-line aria-current=${desk.isAt(passage) ? "true" : "false"} @click=${() => desk.go(passage, true)}>${inside}</button>`;
}
