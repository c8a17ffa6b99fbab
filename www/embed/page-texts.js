// What a page has for its panel to read: its property, else its addresses, else the text between its tags; read again when that changes.

import { foundAt, foundBetween, foundIn } from "./documents.js";

/** @import { Found } from "../intake/drop.js" */
/** @import { Entry, Library } from "../library/library.js" */
/** @import { PanelDocument } from "./contract.js" */

export class PageTexts {
  #panel;
  #library;
  /** Whether what the page gives is read at once. */
  #reads = false;
  /** What the page gave as a property. @type {PanelDocument[] | null} */
  #given = null;
  /** The text between the tags, while it is one of those read. @type {Entry | null} */
  #between = null;
  #light = new MutationObserver(() => this.#readBetween());

  /**
   * @param {HTMLElement & { src: string }} panel
   * @param {Library} library
   */
  constructor(panel, library) {
    this.#panel = panel;
    this.#library = library;
  }

  get documents() {
    return this.#given ?? [];
  }

  set documents(documents) {
    this.#given = [...documents];
    if (this.#reads) this.#replace(foundIn(this.documents));
  }

  /** Reads what is there, and from now on what is given. */
  begin() {
    this.#reads = true;
    if (this.#given !== null) this.#replace(foundIn(this.documents));
    else if (this.#panel.src !== "") this.readSources();
    else if (document.readyState !== "loading") this.#watchBetween();
    else document.addEventListener("DOMContentLoaded", () => this.#watchBetween(), { once: true });
  }

  /** Reads what lies at the panel's addresses, which may have changed. */
  async readSources() {
    const { src } = this.#panel;
    if (!this.#reads || src === "") return;
    const { found, lost } = await foundAt(src);
    if (src !== this.#panel.src || this.#given !== null) return;
    this.#replace(found);
    this.#library.addLost(lost);
  }

  /** Whether the text between the tags is all there is, and is still to be read: it is shown as the page has it. */
  get untouched() {
    return this.#library.entries.every((entry) => entry === this.#between && entry.reading === null) && foundBetween(this.#panel) !== null;
  }

  clear() {
    this.#library.remove(this.#library.entries);
    this.#given = null;
    this.#between = null;
  }

  #watchBetween() {
    this.#light.observe(this.#panel, { childList: true, characterData: true, subtree: true });
    this.#readBetween();
  }

  /** Reads the text between the tags, again when the page has changed it. */
  #readBetween() {
    if (this.#given !== null || this.#panel.src !== "") return;
    const found = foundBetween(this.#panel);
    if (found === null || found.blob.size === this.#between?.blob.size) return;
    const others = this.#library.entries.filter((entry) => entry !== this.#between);
    if (this.#between === null && others.length > 0) return;
    this.#library.remove(this.#between === null ? [] : [this.#between]);
    this.#between = this.#library.add([found])[0] ?? null;
  }

  /** @param {Found[]} found */
  #replace(found) {
    this.#library.remove(this.#library.entries);
    this.#between = null;
    this.#library.add(found);
  }
}
