// Says to those who do not see the page what has happened on it.

import { LitElement, css, html } from "lit";
import { define } from "./define.js";

export class LiveRegion extends LitElement {
  static properties = { texts: { state: true } };

  static styles = css`
    div {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `;

  constructor() {
    super();
    // Two regions in turn: the same sentence twice is said twice.
    this.texts = ["", ""];
    this.turn = 0;
  }

  /** @param {string} text */
  announce(text) {
    this.turn = 1 - this.turn;
    this.texts = this.turn === 0 ? [text, ""] : ["", text];
  }

  render() {
    return this.texts.map((text) => html`<div role="status" aria-live="polite">${text}</div>`);
  }
}

define("live-region", LiveRegion);
