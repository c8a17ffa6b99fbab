// What the reader is looking at: the view, the filters, the passage. It is kept in the address of the page, the texts never.

/** @import { RecordKind } from "../engine/answer.js" */
/** @import { Range } from "../engine/columns.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { Entry, Library } from "./library.js" */

import { contextIn, noContext, putContext } from "./context.js";
import { extentOf } from "./extent.js";
import { chosen, filtersIn, noFilters, putFilters } from "./filters.js";

/** @typedef {"files" | "view" | "text"} Place   on a narrow screen, which of the three is shown */
/** What is known of a passage, in words; with a passage, it leads there; folded: how it was found. @typedef {{ name: string, value: string, passage?: Passage, folded?: true }} Fact */
/** A record as a correction names it: by its kind and place, and where several may stand there by which. @typedef {Range & { kind: RecordKind, key?: string }} PlacedRecord */
/**
 * A passage that was gone to: a statement, or any other words.
 *
 * @typedef {object} Passage
 * @property {Entry} entry
 * @property {Range[]} ranges
 * @property {number | null} statement    its index
 * @property {string} label               what it is, in words
 * @property {Fact[]} [facts]             what is known of it, where it is no statement
 * @property {PlacedRecord} [record]      what it is that the reader may reject or has rejected, where it is no statement
 */

/** The grades from best to worst; each is drawn as one of four weights. */
export const GRADES = ["named", "role", "institution", "document", "collective", "anonymous", "none"];

/** The kinds of marks in the reader. */
export const MARKS = /** @type {const} */ (["content", "source", "cue", "position", "condition", "date", "actor", "furniture"]);

/** The lanes of the timeline. */
export const LANES = /** @type {const} */ (["said", "told", "promised", "scheduled"]);

/**
 * Where the state is kept. A step is what leads elsewhere: one can go back before it.
 *
 * @typedef {object} Address
 * @property {() => string} read
 * @property {(state: string, place: Place, step: boolean) => void} write
 * @property {(changed: () => void) => void} watch
 * @property {() => Place} [place]      where one was when what is read was written
 * @property {() => boolean} [narrow]   whether only one place is seen at a time
 */

/** The view that an address without one means. */
const FIRST_VIEW = "brief";

/** The part of the page's address after `#`. @type {Address} */
const OF_THE_PAGE = {
  read: () => location.hash.slice(1),
  write: (state, place, step) => {
    const address = state === "" ? location.pathname + location.search : `#${state}`;
    if (step) history.pushState({ place }, "", address);
    else history.replaceState({ place }, "", address);
  },
  // Back and forward may lead to the same address with another place.
  watch: (changed) => ["hashchange", "popstate"].forEach((type) => addEventListener(type, changed)),
  place: () => (history.state?.place === "text" ? "text" : "view"),
  narrow: () => matchMedia("(max-width: 1099px)").matches,
};

/** Says `change` when any of it does. */
export class Desk extends EventTarget {
  /** The id of a view (`elements/views.js`); the text alone is "reader". */
  view = FIRST_VIEW;
  /** @type {Place} */
  place = "files";
  /** The text that is open; null for all of them. @type {Entry | null} */
  entry = null;
  /** The text that is in the reader. @type {Entry | null} */
  shown = null;
  /** @type {Passage | null} */
  passage = null;
  /** Whether the words gone to take the focus. */
  focusPassage = false;
  query = "";
  /** The grades that are shown; all of them when empty. @type {Set<string>} */
  grades = new Set();
  /** What else the statements are chosen by. */
  filters = noFilters();
  /** Whether the words searched for are shown in their context. */
  context = noContext();
  /** Marks that are switched off. @type {Set<string>} */
  hidden = new Set();
  /** Whose positions on what are listed: `issue`, `issue/CODE` or `issue/CODE+CODE`; empty for none. */
  cell = "";
  /** Lanes of the timeline that are switched off. @type {Set<string>} */
  lanes = new Set();
  /** The language that the reader has chosen for the page's own words; empty for that of the browser. */
  language = "";
  /** What the passage was found in. @type {Reading | null} */
  #passageIn = null;
  /** The start of the fingerprint of the file that the address names, until it is there. */
  #wanted = "";
  /** The view that was there before the text was read by itself. */
  #behind = FIRST_VIEW;
  /** The view, the text and the place that the address was last written for. */
  #at = "";
  #library;
  #address;

  /**
   * @param {Library} library
   * @param {Address} [address]
   */
  constructor(library, address = OF_THE_PAGE) {
    super();
    this.#library = library;
    this.#address = address;
    this.#readHash();
    this.#at = this.#where();
    address.watch(() => this.#return());
    library.addEventListener("change", () => this.#follow());
  }

  /** @param {Partial<Pick<Desk, "view" | "place" | "query" | "grades" | "filters" | "context" | "hidden" | "cell" | "lanes" | "language">>} change */
  set(change) {
    this.#look(change.view ?? this.view);
    Object.assign(this, change);
    this.#writeHash();
    this.#changed();
  }

  /** Looks at what an address of before names. @param {string} state */
  restore(state) {
    this.#address.write(state, this.place, false);
    this.#readHash();
    this.#changed();
  }

  /** @param {Entry | null} entry */
  open(entry) {
    this.entry = entry;
    this.#wanted = "";
    if (entry !== null && this.shown !== entry) {
      this.shown = entry;
      this.passage = null;
    }
    this.set({ place: "view", view: entry === null && this.view === "contents" ? "statements" : this.view });
  }

  /**
   * Goes to the words.
   *
   * @param {Passage} passage
   * @param {boolean} focus    whether to move there, or only to show them
   */
  go(passage, focus) {
    this.passage = passage;
    this.#passageIn = passage.entry.reading;
    this.shown = passage.entry;
    this.focusPassage = focus;
    this.set(focus ? { place: "text" } : {});
  }

  /** The view, also while the text is read by itself. */
  get behind() {
    return this.view === "reader" ? this.#behind : this.view;
  }

  /** Reads the text by itself, or beside the view again. */
  turnReader() {
    this.set({ view: this.view === "reader" ? this.#behind : "reader" });
  }

  /** Whether these are the words gone to. @param {Passage} passage */
  isAt({ entry, statement, label, ranges }) {
    const gone = this.passage;
    if (gone === null || gone.entry !== entry || gone.statement !== statement || gone.ranges.length !== ranges.length) return false;
    return ranges.every(({ start, end }, index) => start === gone.ranges[index].start && end === gone.ranges[index].end) && gone.label === label;
  }

  /** @returns {boolean}   whether there was a step back to make */
  back() {
    if (this.view === "reader") this.set({ view: this.#behind, place: "view" });
    else if (this.place === "text") this.set({ place: "view" });
    else if (this.view === "positions" && this.cell !== "") this.set({ cell: "" });
    else if (this.filtered || this.query !== "") this.showAll();
    else if (this.entry !== null) this.open(null);
    else return false;
    return true;
  }

  /** Whether not all statements are shown. */
  get filtered() {
    return this.query.trim() !== "" || this.grades.size > 0 || chosen(this.filters) > 0;
  }

  showAll() {
    this.set({ query: "", grades: new Set(), filters: noFilters() });
  }

  /** The texts that the view is about. */
  get entries() {
    const all = this.entry === null ? this.#library.entries : [this.entry];
    return all.filter((entry) => entry.reading !== null);
  }

  /** Keeps to the library: what was removed is left, the first text is shown, the one that the address names is opened. */
  #follow() {
    const { entries } = this.#library;
    if (this.entry !== null && !entries.includes(this.entry)) this.entry = null;
    if (this.shown !== null && !entries.includes(this.shown)) {
      this.shown = null;
      this.passage = null;
    }
    if (this.passage !== null && this.passage.entry.state !== "done" && this.passage.entry.state !== "failed") this.passage = null;
    this.#keepPassage();
    if (this.#wanted !== "") {
      const named = entries.find((entry) => entry.reading?.overview.document.sha256.startsWith(this.#wanted));
      if (named !== undefined) {
        this.entry = named;
        this.shown = named;
        this.#wanted = "";
      }
    }
    this.shown ??= entries.find((entry) => entry.state !== "failed") ?? entries[0] ?? null;
    this.#changed();
  }

  /** Where a text was read again, the passage is the same words: still that statement, or one that was rejected, or one that was brought back. */
  #keepPassage() {
    const { passage } = this;
    const reading = passage?.entry.reading ?? null;
    if (passage === null || reading === null || reading === this.#passageIn) return;
    const statement = passage.statement === null ? undefined : this.#passageIn?.statements[passage.statement];
    const before = statement === undefined ? passage.record : { kind: /** @type {const} */ ("statement"), ...extentOf(statement) };
    this.#passageIn = reading;
    if (before?.kind !== "statement") return;
    const index = reading.statements.findIndex((statement) => {
      const extent = extentOf(statement);
      return extent.start === before.start && extent.end === before.end;
    });
    this.passage = index === -1 ? { ...passage, statement: null, record: before } : { ...passage, statement: index, record: undefined };
  }

  /** Back, forward, or to an address that was typed. */
  #return() {
    this.#look(FIRST_VIEW); // what the address does not name
    this.#readHash();
    if (this.#wanted === "") this.entry = null;
    this.place = this.#address.place?.() ?? this.place;
    this.#at = this.#where();
    this.#follow();
  }

  /** What a step leads away from. */
  #where() {
    const file = this.#wanted || (this.entry?.sha256?.slice(0, 12) ?? "");
    return [this.view, file, this.place === "text" && this.#address.narrow?.() ? "text" : ""].join(" ");
  }

  #readHash() {
    const state = new URLSearchParams(this.#address.read());
    const view = state.get("view") ?? "";
    if (/^[a-z]+$/.test(view)) this.#look(view);
    this.query = state.get("search") ?? "";
    this.grades = new Set((state.get("grade") ?? "").split(",").filter((grade) => GRADES.includes(grade)));
    this.filters = filtersIn(state);
    this.context = contextIn(state);
    this.hidden = new Set((state.get("hide") ?? "").split(",").filter((mark) => MARKS.some((known) => known === mark)));
    this.cell = state.get("cell") ?? "";
    this.lanes = new Set((state.get("lanes") ?? "").split(",").filter((lane) => LANES.some((known) => known === lane)));
    this.language = (state.get("lang") ?? "").replace(/[^A-Za-z-]/g, "");
    this.#wanted = (state.get("file") ?? "").replace(/[^0-9a-f]/g, "");
  }

  /** @param {string} view */
  #look(view) {
    if (this.view !== "reader") this.#behind = this.view;
    this.view = view;
  }

  #writeHash() {
    const state = new URLSearchParams();
    if (this.view !== FIRST_VIEW) state.set("view", this.view);
    const file = this.entry?.reading?.overview.document.sha256.slice(0, 12) ?? this.#wanted;
    if (file !== "") state.set("file", file);
    if (this.query !== "") state.set("search", this.query);
    if (this.grades.size > 0) state.set("grade", [...this.grades].join(","));
    putFilters(this.filters, state);
    putContext(this.context, state);
    if (this.hidden.size > 0) state.set("hide", [...this.hidden].join(","));
    if (this.cell !== "") state.set("cell", this.cell);
    if (this.lanes.size > 0) state.set("lanes", [...this.lanes].join(","));
    if (this.language !== "") state.set("lang", this.language);
    const where = this.#where();
    this.#address.write(state.toString(), this.place, where !== this.#at);
    this.#at = where;
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
