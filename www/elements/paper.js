// Whether an element is drawn for paper: paper does not scroll and has no buttons that show more.

/** @import { LitElement, ReactiveController } from "lit" */

/** @implements {ReactiveController} */
export class Paper {
  /** Whether it is, while the page is printed. */
  on = false;
  #host;

  /** @param {LitElement} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    addEventListener("beforeprint", this.#before);
    addEventListener("afterprint", this.#after);
  }

  hostDisconnected() {
    removeEventListener("beforeprint", this.#before);
    removeEventListener("afterprint", this.#after);
  }

  #before = () => this.#draw(true);
  #after = () => this.#draw(false);

  /** @param {boolean} on */
  #draw(on) {
    this.on = on;
    this.#host.requestUpdate();
  }
}
