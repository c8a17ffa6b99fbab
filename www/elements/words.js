// Ties every element to the language that it is drawn in: that of the panel it stands in, else that of the page.

import { languages, speak } from "../locales/locale.js";

/** @import { ReactiveController, ReactiveControllerHost } from "lit" */
/** @typedef {ReactiveControllerHost & Element} Host */

/** By this name something around elements says which language they are drawn in. */
export const SPOKEN = Symbol("language");

/** @implements {ReactiveController} */
export class Words {
  #host;
  /** What says the language, where something around the element does. @type {{ [SPOKEN]?: string } | null} */
  #panel = null;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#panel = panelOf(this.#host);
    languages.addEventListener("change", this.#changed);
  }

  hostDisconnected() {
    languages.removeEventListener("change", this.#changed);
  }

  hostUpdate() {
    speak(this.#panel?.[SPOKEN]);
  }

  #changed = () => this.#host.requestUpdate();
}

/** @param {Element} element @returns {{ [SPOKEN]?: string } | null} */
function panelOf(element) {
  for (let at = /** @type {Node | null} */ (element); at instanceof Element; at = hostOf(at)) {
    if (SPOKEN in at) return /** @type {{ [SPOKEN]?: string }} */ (at);
  }
  return null;
}

/** @param {Element} element */
function hostOf(element) {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
