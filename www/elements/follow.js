// Ties an element to what it shows: it draws anew, at most once a frame, when one of them says `change`.

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */

/** @implements {ReactiveController} */
export class Follow {
  #waiting = false;
  /** @type {EventTarget[]} */
  #targets = [];
  #host;
  #sources;

  /**
   * @param {ReactiveControllerHost} host
   * @param {() => (EventTarget | undefined)[]} sources    asked for when the element is put into the page
   */
  constructor(host, sources) {
    this.#host = host;
    this.#sources = sources;
    host.addController(this);
  }

  hostConnected() {
    this.#targets = this.#sources().filter((target) => target !== undefined);
    for (const target of this.#targets) target.addEventListener("change", this.#changed);
  }

  hostDisconnected() {
    for (const target of this.#targets) target.removeEventListener("change", this.#changed);
  }

  #changed = () => {
    if (this.#waiting) return;
    this.#waiting = true;
    const draw = () => {
      if (!this.#waiting) return;
      this.#waiting = false;
      this.#host.requestUpdate();
    };
    requestAnimationFrame(draw);
    setTimeout(draw, 100); // a page in the background has no frames
  };
}
