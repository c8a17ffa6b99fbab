// How much of long lists is drawn: a portion at first, more when somebody asks for it, all of it on paper.

import { html, nothing } from "lit";
import { t } from "../locales/locale.js";
import { Paper } from "./paper.js";

/** @import { LitElement } from "lit" */

export class Portions {
  #host;
  #first;
  #more;
  /** How many lines of a list are drawn, by its key. @type {Map<string, number>} */
  #drawn = new Map();
  #paper;

  /**
   * @param {LitElement} host
   * @param {number} first    how many lines of a list are drawn at first
   * @param {number} [more]   and how many more each time; all the others unless given
   */
  constructor(host, first, more = Infinity) {
    this.#host = host;
    this.#first = first;
    this.#more = more;
    this.#paper = new Paper(host);
  }

  /**
   * The lines of a list that are drawn.
   *
   * @template T
   * @param {string} key
   * @param {T[]} lines
   * @returns {T[]}
   */
  of(key, lines) {
    return this.#paper.on ? lines : lines.slice(0, this.#drawn.get(key) ?? this.#first);
  }

  /**
   * The button that draws more of a list; nothing where all of it is there.
   *
   * @param {string} key
   * @param {unknown[]} lines
   * @param {(count: number) => string} [words]
   */
  button(key, lines, words = (count) => t("contents.more", { count })) {
    const rest = lines.length - this.of(key, lines).length;
    if (rest === 0) return nothing;
    return html`<button class="plain more" @click=${() => this.extend(key)}>${words(Math.min(rest, this.#more))}</button>`;
  }

  /** @param {string} key */
  extend(key) {
    this.#drawn.set(key, (this.#drawn.get(key) ?? this.#first) + this.#more);
    this.#host.requestUpdate();
  }

  /** Each list is as long again as at first. */
  reset() {
    this.#drawn.clear();
  }
}
