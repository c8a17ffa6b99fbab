// What was found in a text, on somebody else's page. `www/embed/contract.json` says what that page may rely on.

import version from "inlined:version";
import { LitElement, html, nothing } from "lit";
import { foundAt, foundBetween, foundIn } from "../embed/documents.js";
import { Seat } from "../embed/engine.js";
import { exported } from "../embed/export.js";
import { Teller, resultOf } from "../embed/teller.js";
import { unreadable } from "../engine/failure.js";
import { watchDrops } from "../intake/drop.js";
import { example } from "../intake/example.js";
import { Desk } from "../library/desk.js";
import { Library } from "../library/library.js";
import { INSIDE } from "../locales/inside.js";
import { directionOf, languages, offered, put, size, speak, t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { Corrector } from "./corrector.js";
import { Follow } from "./follow.js";
import { currentLine } from "./list-keys.js";
import { coming } from "./not-yet.js";
import { toolsOf } from "./panel-tools.js";
import { panelStyle } from "./rapporteur-panel-style.js";
import { VIEWS, viewOf } from "./views.js";
import { SPOKEN } from "./words.js";
import "./history-buttons.js";
import "./intake-buttons.js";
import "./live-region.js";
import "./paste-dialog.js";
import "./text-reader.js";

/** @import { PanelDocument, PanelFormat, PanelMembers } from "../embed/contract.js" */
/** @import { Found, Intake } from "../intake/drop.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Said } from "./corrector.js" */
/** @import { LiveRegion } from "./live-region.js" */
/** @import { Notice } from "./notice-bar.js" */
/** @import { PasteDialog } from "./paste-dialog.js" */

put(INSIDE);

/** How far beyond the window a panel begins to read. */
const NEAR = "300px";
/** For how many seconds what was just done can be read. */
const NOTICE = 8;

/** @implements {PanelMembers} */
export class RapporteurPanel extends LitElement {
  static properties = {
    documents: { attribute: false, noAccessor: true },
    loading: { type: String },
    noDrop: { type: Boolean, attribute: "no-drop" },
    noWorker: { type: Boolean, attribute: "no-worker" },
    options: { attribute: false },
    src: { type: String },
    theme: { type: String },
    view: { type: String },
  };

  static styles = [shared, panelStyle];

  static version = version;

  static get observedAttributes() {
    return [...super.observedAttributes, "lang"];
  }

  #seat = new Seat();
  #library = new Library(this.#seat);
  #state = "";
  #desk = new Desk(this.#library, { read: () => this.#state, write: (state) => (this.#state = state), watch: () => {} });
  #teller = new Teller(this, this.#library, this.#desk);
  #corrector = new Corrector(this.#library, (notice) => this.#notify(notice));
  /** What was just done, with a way to undo it. @type {Notice | null} */
  #notice = null;
  #begun = false;
  /** Whether what the page gives is read at once. */
  #reads = false;
  /** What the page gave as a property. @type {PanelDocument[] | null} */
  #given = null;
  /** The text between the tags, while it is one of those read. @type {Entry | null} */
  #between = null;
  /** Why nothing can be read at all. @type {string | null} */
  #refused = null;
  #over = false;
  #pasting = false;
  #open = 0;
  /** @type {IntersectionObserver | null} */
  #sight = null;
  #light = new MutationObserver(() => this.#readBetween());
  /** @type {() => void} */
  #isReady = () => {};
  /** @type {Promise<void>} */
  #ready = new Promise((resolve) => {
    this.#isReady = resolve;
  });

  constructor() {
    super();
    /** @type {"lazy" | "eager"} */
    this.loading = "lazy";
    this.noDrop = false;
    this.noWorker = false;
    /** @type {{ limit?: number }} */
    this.options = {};
    this.src = "";
    /** @type {"auto" | "light" | "dark"} */
    this.theme = "auto";
    this.view = "";
    new Follow(this, () => [this.#library, this.#desk]);
    this.#library.addEventListener("change", () => this.#sayProgress());
    watchDrops(this, {
      files: (intake) => this.#take(intake),
      text: (text) => this.#takeText(text),
      over: (over) => {
        this.#over = over;
        this.requestUpdate();
      },
      closed: () => this.noDrop,
    });
  }

  get documents() {
    return this.#given ?? [];
  }

  set documents(documents) {
    this.#given = [...documents];
    if (this.#reads) this.#readGiven();
  }

  /** The language of its own words: that of the attribute `lang`, else of what is around it, else of the browser. */
  get [SPOKEN]() {
    const given = this.closest("[lang]")?.getAttribute("lang") ?? "";
    return offered(given === "" ? navigator.languages : [given]);
  }

  /** When the panel can read: after it has come into sight, or was given something to do. */
  get ready() {
    return this.#ready;
  }

  get result() {
    return this.#library.entries.map(resultOf);
  }

  /** @param {Iterable<File>} files */
  addFiles(files) {
    this.#take({ found: [...files].map((file) => ({ name: file.name, blob: file })), lost: [], leftOut: 0 });
  }

  clear() {
    this.#library.remove(this.#library.entries);
    this.#given = null;
    this.#between = null;
  }

  /**
   * The reports of all texts.
   *
   * @param {PanelFormat} format
   */
  async export(format) {
    this.#begin();
    return exported(this.#library, format);
  }

  /** What is looked at: view, filters, search; never a text. */
  save() {
    return this.#state;
  }

  /** @param {string} state    of `save` */
  restore(state) {
    this.#desk.restore(state);
  }

  connectedCallback() {
    super.connectedCallback();
    for (const entry of this.#library.entries) {
      if (entry.failure?.code === "cancelled") this.#library.read(entry);
    }
    if (this.#begun) return;
    if (this.loading === "eager" || !("IntersectionObserver" in window)) return void queueMicrotask(() => this.#begin());
    this.#sight = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#begin(), { rootMargin: NEAR });
    this.#sight.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#sight?.disconnect();
    // It may only be on its way to another place.
    setTimeout(() => {
      if (!this.isConnected) for (const entry of this.#library.entries) this.#library.cancel(entry);
    });
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} value
   */
  attributeChangedCallback(name, before, value) {
    if (name === "lang") return void languages.dispatchEvent(new Event("change"));
    super.attributeChangedCallback(name, before, value);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const { limit } = this.options ?? {};
    if (changed.has("options") && typeof limit === "number") this.#library.setLimit(limit);
    if (changed.has("view") && this.hasUpdated) this.#desk.set({ place: "view" });
    if (changed.has("src") && this.#reads) this.#readSources();
    if (changed.has("loading") && this.loading === "eager" && this.isConnected) this.#begin();
  }

  /** Starts the engine, unless that is done, and reads what the page has given. */
  async #begin() {
    if (this.#begun) return;
    this.#begun = true;
    this.#sight?.disconnect();
    if (!(await compiles())) return this.#refuse();
    this.#reads = true;
    this.#start();
    if (this.#given !== null) this.#readGiven();
    else if (this.src !== "") this.#readSources();
    else if (document.readyState !== "loading") this.#watchBetween();
    else document.addEventListener("DOMContentLoaded", () => this.#watchBetween(), { once: true });
  }

  async #start() {
    const seat = this.#seat;
    seat.addEventListener("unlearned", () => this.#unlearned(seat.missing));
    // Where the first worker does not start, the first text tries again; if nothing helps, it says why.
    await seat.warm(!this.noWorker).catch((error) => console.warn(error));
    await seat.learn();
    this.#teller.tell("rapporteur-ready", { worker: !seat.inPage, model: seat.missing.length === 0 });
    this.#isReady();
  }

  #refuse() {
    this.#refused = t("panel.refused");
    this.#teller.tell("rapporteur-error", { type: "refused", message: this.#refused, document: null });
    this.requestUpdate();
  }

  /** @param {string[]} missing */
  #unlearned(missing) {
    this.#teller.tell("rapporteur-error", { type: "model", message: `${t("learned.missing")} (${missing.join(", ")})`, document: null });
    this.requestUpdate();
  }

  #readGiven() {
    this.#replace(foundIn(this.documents));
  }

  async #readSources() {
    const { src } = this;
    if (src === "") return;
    const { found, lost } = await foundAt(src);
    if (src !== this.src || this.#given !== null) return;
    this.#replace(found);
    for (const { name, why } of lost) this.#library.addFailed(name, unreadable(name, why));
  }

  #watchBetween() {
    this.#light.observe(this, { childList: true, characterData: true, subtree: true });
    this.#readBetween();
  }

  /** Reads the text between the tags, again when the page has changed it. */
  #readBetween() {
    if (this.#given !== null || this.src !== "") return;
    const found = foundBetween(this);
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

  /** @param {Intake} intake */
  #take({ found, lost }) {
    this.#begin();
    this.#library.add(found);
    for (const { name, why } of lost) this.#library.addFailed(name, unreadable(name, why));
  }

  /** @param {string} text */
  #takeText(text) {
    this.#take({ found: [{ name: t("paste.name"), blob: new Blob([text], { type: "text/plain" }) }], lost: [], leftOut: 0 });
  }

  #sayProgress() {
    speak(this[SPOKEN]);
    const { all, done, open } = this.#library.counts;
    if (this.#open > 0 && open === 0) this.#say(t("said.done", { done, all }));
    this.#open = open;
  }

  /** @param {string} text */
  #say(text) {
    /** @type {LiveRegion | null} */ (this.renderRoot.querySelector("live-region"))?.announce(text);
  }

  render() {
    const language = this[SPOKEN];
    const { entries } = this.#library;
    const theme = this.theme === "light" || this.theme === "dark" ? this.theme : "";
    // Until the text between the tags is read, it is shown as the page has it.
    const before = this.#refused !== null || (entries.every((entry) => entry === this.#between && entry.reading === null) && foundBetween(this) !== null);
    return html`
      ${before ? html`<slot></slot>` : nothing}
      <div
        class="panel ${theme} ${before ? "before" : ""}"
        part="panel"
        lang=${language}
        dir=${directionOf(language)}
        @intake=${(/** @type {CustomEvent<Intake>} */ event) => this.#inside(event, () => this.#take(event.detail))}
        @pasted=${(/** @type {CustomEvent<string>} */ event) => this.#inside(event, () => this.#takeText(event.detail))}
        @paste-text=${(/** @type {Event} */ event) => this.#inside(event, () => this.#paste())}
        @example=${(/** @type {Event} */ event) => this.#inside(event, () => this.#take({ found: example(), lost: [], leftOut: 0 }))}
        @say=${(/** @type {CustomEvent<string>} */ event) => this.#inside(event, () => this.#say(event.detail))}
        @grades=${(/** @type {CustomEvent<Set<string>>} */ event) => this.#inside(event, () => this.#desk.set({ grades: event.detail }))}
        @correct=${(/** @type {CustomEvent<Said>} */ event) => this.#inside(event, () => this.#corrector.correct(event.detail))}
        @take-back=${(/** @type {CustomEvent<Said>} */ event) => this.#inside(event, () => this.#corrector.takeBack(event.detail))}
        @undo-step=${(/** @type {Event} */ event) => this.#inside(event, () => this.#corrector.undo())}
        @redo-step=${(/** @type {Event} */ event) => this.#inside(event, () => this.#corrector.redo())}
        @arrived=${(/** @type {Event} */ event) => this.#inside(event, () => {})}
        @keydown=${this.#keys}
      >
        ${before ? nothing : entries.length === 0 ? this.#empty() : this.#findings(entries)} ${this.#status()}
        ${this.#pasting ? html`<paste-dialog></paste-dialog>` : nothing}
        <live-region></live-region>
        ${this.#over ? html`<div class="over"><p>${t("drop.anywhere")}</p></div>` : nothing}
      </div>
    `;
  }

  #empty() {
    if (this.noDrop) return html`<div class="drop" part="drop"><slot name="empty"><p class="quiet">${t("reader.empty")}</p></slot></div>`;
    return html`
      <div class="drop" part="drop">
        <slot name="empty">
          <p class="here">${t("drop.here")}</p>
          <intake-buttons large></intake-buttons>
          <p class="quiet">${t("drop.kinds", { limit: size(this.#library.limit) })}</p>
          <p class="quiet">${t("panel.private")}</p>
        </slot>
      </div>
    `;
  }

  /** @param {Entry[]} entries */
  #findings(entries) {
    const desk = this.#desk;
    const alone = this.view === "reader" || desk.view === "reader";
    const view = viewOf(this.view || desk.view);
    const place = alone || desk.place === "text" ? "place-text" : "place-view";
    const library = this.#library;
    const own = this.querySelector('[slot="toolbar"]') !== null;
    const tools = [
      ...toolsOf({ desk, library, entries, choice: this.view === "", search: view.id === "statements" && !alone }),
      ...(own ? [html`<slot name="toolbar"></slot>`] : []),
    ];
    return html`
      ${tools.length === 0 ? nothing : html`<div class="toolbar" part="toolbar">${tools}</div>`}
      <div class="body ${alone ? "" : "both"} ${place}">
        ${alone ? nothing : html`<section class="view" part="view" aria-label=${t(view.name)} tabindex="0">${view.draw({ library, desk })}</section>`}
        <section class="text" part="reader" aria-label=${t("reader.title")}>
          <text-reader .library=${library} .desk=${desk} ?only=${this.view === "reader"}></text-reader>
        </section>
      </div>
    `;
  }

  /** How far it is, and what went wrong: one line at the foot. */
  #status() {
    const { counts, learning } = this.#library;
    const { all, done, failed, open } = counts;
    /** @type {unknown[]} */
    const lines = [];
    const notice = this.#notice;
    if (notice !== null) {
      const act = () => {
        this.#notice = null;
        this.requestUpdate();
        notice.act?.();
      };
      lines.push(notice.text, notice.action === undefined ? nothing : html`<button class="plain" @click=${act}>${notice.action}</button>`);
    }
    if (this.#refused !== null) lines.push(this.#refused);
    else if (open > 0) {
      lines.push(learning === null ? t("files.progress", { done: done + failed, all }) : coming(learning));
      if (all > 1) lines.push(html`<button class="plain" @click=${() => this.#cancel()}>${t("files.cancelAll")}</button>`);
    } else if (this.#begun && this.#seat.missing.length > 0) {
      lines.push(t("learned.missing"), html`<button class="plain" @click=${() => this.#library.learnAgain()}>${t("learned.again")}</button>`);
    }
    return lines.length === 0 ? nothing : html`<div class="status" part="status">${lines.map((line) => html`<span>${line}</span>`)}</div>`;
  }

  /** @param {Notice} notice */
  #notify(notice) {
    this.#notice = notice;
    this.requestUpdate();
    this.#say(notice.text);
    setTimeout(() => {
      if (this.#notice !== notice) return;
      this.#notice = null;
      this.requestUpdate();
    }, NOTICE * 1000);
  }

  #cancel() {
    for (const entry of this.#library.entries) this.#library.cancel(entry);
  }

  /** The dialogue comes with its use: it would take the focus of a page that opens. */
  async #paste() {
    this.#pasting = true;
    this.requestUpdate();
    await this.updateComplete;
    await /** @type {PasteDialog} */ (this.renderRoot.querySelector("paste-dialog")).open();
  }

  /**
   * What elements tell each other is no business of the page.
   *
   * @param {Event} event
   * @param {() => void} act
   */
  #inside(event, act) {
    event.stopPropagation();
    act();
  }

  /** Escape goes back, from the words to the line that led there. @param {KeyboardEvent} event */
  #keys(event) {
    if (event.key !== "Escape" || event.composedPath().some((element) => element instanceof HTMLDialogElement)) return;
    const view = this.renderRoot.querySelector(VIEWS.map(({ tag }) => tag).join());
    const line = currentLine(view);
    if (!this.#desk.back()) return;
    event.stopPropagation();
    requestAnimationFrame(() => line?.focus());
  }
}

/** Whether the page's policy lets WebAssembly run: eight bytes are the smallest module there is. */
async function compiles() {
  return WebAssembly.compile(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)).then(
    () => true,
    () => false,
  );
}
