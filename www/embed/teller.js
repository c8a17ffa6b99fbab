// Tells the page around a panel what happens in it: events that bubble, and leave the shadow.

/** @import { Desk, Passage } from "../library/desk.js" */
/** @import { Entry, Library } from "../library/library.js" */
/** @import { PanelEvents, PanelResult } from "./contract.js" */

export class Teller {
  #panel;
  #library;
  #desk;
  /** How far each text was when last told of. @type {Map<Entry, unknown>} */
  #told = new Map();
  #progress = "";
  /** @type {Passage | null} */
  #passage = null;

  /**
   * @param {HTMLElement} panel
   * @param {Library} library
   * @param {Desk} desk
   */
  constructor(panel, library, desk) {
    this.#panel = panel;
    this.#library = library;
    this.#desk = desk;
    library.addEventListener("change", () => this.#tellOfTexts());
    desk.addEventListener("change", () => this.#tellOfPassage());
  }

  /**
   * @template {keyof PanelEvents} Name
   * @param {Name} name
   * @param {PanelEvents[Name]} detail
   */
  tell(name, detail) {
    this.#panel.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  #tellOfTexts() {
    const { counts, entries } = this.#library;
    for (const entry of entries) {
      const outcome = entry.state === "done" ? entry.reading : entry.state === "failed" ? entry.failure : null;
      if ((this.#told.get(entry) ?? null) === outcome) continue;
      this.#told.set(entry, outcome);
      if (entry.state === "done") this.tell("rapporteur-result", resultOf(entry));
      if (entry.failure !== null) this.tell("rapporteur-error", { type: entry.failure.code, message: entry.failure.message, document: entry.name });
    }
    if (this.#told.size > entries.length) for (const entry of this.#told.keys()) if (!entries.includes(entry)) this.#told.delete(entry);
    const { all, done, failed } = counts;
    const progress = `${done} ${failed} ${all}`;
    if (progress === this.#progress) return;
    this.#progress = progress;
    this.tell("rapporteur-progress", { share: all === 0 ? 1 : (done + failed) / all, done, failed, all });
  }

  #tellOfPassage() {
    const { passage } = this.#desk;
    if (passage === this.#passage) return;
    this.#passage = passage;
    if (passage === null) return;
    const { entry, ranges, statement } = passage;
    const words = ranges.map((range) => entry.reading?.words(range) ?? "").join(" … ");
    const spans = ranges.map(({ start, end }) => ({ start, end }));
    this.tell("rapporteur-select", { document: entry.name, statement, spans, words });
  }
}

/**
 * @param {Entry} entry
 * @returns {PanelResult}
 */
export function resultOf(entry) {
  return {
    document: entry.name,
    state: entry.state,
    title: entry.title,
    sha256: entry.reading?.overview.document.sha256 ?? null,
    statements: entry.reading?.statements.length ?? 0,
    message: entry.failure?.message ?? null,
  };
}
