// What was found in a text, on somebody else's page. `www/embed/contract.json` says what that page may rely on.

import version from "inlined:version";
import { LitElement, html, nothing } from "lit";
import { Seat } from "../embed/engine.js";
import { exported } from "../embed/export.js";
import { PageTexts } from "../embed/page-texts.js";
import { Teller, resultOf } from "../embed/teller.js";
import { watchDrops } from "../intake/drop.js";
import { Desk } from "../library/desk.js";
import { Library } from "../library/library.js";
import { SESSION_ENDING } from "../library/session.js";
import { INSIDE } from "../locales/inside.js";
import { directionOf, languages, offered, put, size, speak, t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { Corrector } from "./corrector.js";
import { Follow } from "./follow.js";
import { currentLine } from "./list-keys.js";
import { PanelStatus } from "./panel-status.js";
import { toolsOf } from "./panel-tools.js";
import { panelStyle } from "./rapporteur-panel-style.js";
import { answerRequests, pastedText } from "./requests.js";
import { viewOf } from "./views.js";
import { SPOKEN } from "./words.js";
import "./history-buttons.js";
import "./intake-buttons.js";
import "./live-region.js";
import "./paste-dialog.js";
import "./text-reader.js";

/** @import { PanelFormat, PanelMembers } from "../embed/contract.js" */
/** @import { Intake } from "../intake/drop.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { LiveRegion } from "./live-region.js" */
/** @import { Notice } from "./notice-bar.js" */
/** @import { PasteDialog } from "./paste-dialog.js" */

put(INSIDE);

/** How far beyond the window a panel begins to read. */
const NEAR = "300px";

/** @implements {PanelMembers} */
export class RapporteurPanel extends LitElement {
  static properties = {
    documents: { attribute: false, noAccessor: true },
    instance: { type: String },
    loading: { type: String },
    noDrop: { type: Boolean, attribute: "no-drop" },
    noWorker: { type: Boolean, attribute: "no-worker" },
    options: { attribute: false },
    src: { type: String },
    theme: { type: String },
    view: { type: String },
    wasmSrc: { type: String, attribute: "wasm-src" },
  };

  static styles = [shared, panelStyle];

  static version = version;

  static get observedAttributes() {
    return [...super.observedAttributes, "lang"];
  }

  #seat = new Seat(this);
  #library = new Library(this.#seat);
  #state = "";
  #desk = new Desk(this.#library, { read: () => this.#state, write: (state) => (this.#state = state), watch: () => {} });
  #teller = new Teller(this, this.#library, this.#desk);
  #corrector = new Corrector(this.#library, (notice) => this.#notify(notice));
  #texts = new PageTexts(this, this.#library);
  #status = new PanelStatus(this, this.#library, this.#seat);
  #begun = false;
  /** Why nothing can be read at all. @type {string | null} */
  #refused = null;
  #over = false;
  #pasting = false;
  #open = 0;
  /** @type {IntersectionObserver | null} */
  #sight = null;
  /** @type {() => void} */
  #isReady = () => {};
  /** @type {Promise<void>} */
  #ready = new Promise((resolve) => {
    this.#isReady = resolve;
  });

  constructor() {
    super();
    this.instance = "";
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
    this.wasmSrc = "";
    new Follow(this, () => [this.#library, this.#desk]);
    this.#library.addEventListener("change", () => this.#sayProgress());
    watchDrops(this, {
      files: (intake) => this.#take(intake),
      text: (text) => this.#take(pastedText(text)),
      over: (over) => {
        this.#over = over;
        this.requestUpdate();
      },
      closed: () => this.noDrop,
    });
  }

  get documents() {
    return this.#texts.documents;
  }

  set documents(documents) {
    this.#texts.documents = documents;
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
    this.#texts.clear();
  }

  /**
   * The reports of all texts, or the session.
   *
   * @param {PanelFormat} format
   * @param {{ texts?: boolean }} [options]    whether a session holds the texts themselves
   */
  async export(format, { texts = false } = {}) {
    this.#begin();
    return exported(this.#library, format, texts);
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

  firstUpdated() {
    answerRequests(this.renderRoot, {
      desk: this.#desk,
      corrector: this.#corrector,
      take: (intake) => this.#take(intake),
      paste: () => this.#paste(),
      say: (text) => this.#say(text),
      more: { arrived: () => {} },
    });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const { limit } = this.options ?? {};
    if (changed.has("options") && typeof limit === "number") this.#library.setLimit(limit);
    if (changed.has("view") && this.hasUpdated) this.#desk.set({ place: "view" });
    if (changed.has("src")) this.#texts.readSources();
    if (changed.has("loading") && this.loading === "eager" && this.isConnected) this.#begin();
  }

  /** Starts the engine, unless that is done, and reads what the page has given. */
  async #begin() {
    if (this.#begun) return;
    this.#begun = true;
    this.#sight?.disconnect();
    if (!(await compiles())) return this.#refuse();
    this.#start();
    this.#texts.begin();
  }

  async #start() {
    const seat = this.#seat;
    seat.addEventListener("unlearned", () => this.#unlearned(seat.missing));
    // Where the first worker does not start, the first text tries again; if nothing helps, it says why.
    await seat.warm().catch((error) => console.warn(error));
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

  /** Texts to read, and sessions to go on with. @param {Intake} intake */
  async #take({ found, lost }) {
    this.#begin();
    const texts = found.filter(({ name }) => !name.toLowerCase().endsWith(SESSION_ENDING));
    this.#library.add(texts);
    this.#library.addLost(lost);
    this.#library.add(await this.#corrector.takeSessions(found.filter((file) => !texts.includes(file))));
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
    const before = this.#refused !== null || this.#texts.untouched;
    return html`
      ${before ? html`<slot></slot>` : nothing}
      <div
        class="panel ${theme} ${before ? "before" : ""}"
        part="panel"
        lang=${language}
        dir=${directionOf(language)}
        @keydown=${this.#keys}
      >
        ${before ? nothing : entries.length === 0 ? this.#empty() : this.#findings(entries)} ${this.#status.draw({ begun: this.#begun, refused: this.#refused })}
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
    const view = viewOf(this.view || desk.behind);
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
        ${this.view === "reader" ? nothing : html`<section class="view" part="view" aria-label=${t(view.name)} tabindex="0">${view.draw({ library, desk })}</section>`}
        <section class="text" part="reader" aria-label=${t("reader.title")}>
          <text-reader .library=${library} .desk=${desk} ?only=${this.view === "reader"}></text-reader>
        </section>
      </div>
    `;
  }

  /** @param {Notice} notice */
  #notify(notice) {
    this.#status.show(notice);
    this.#say(notice.text);
  }

  /** The dialogue comes with its use: it would take the focus of a page that opens. */
  async #paste() {
    this.#pasting = true;
    this.requestUpdate();
    await this.updateComplete;
    await /** @type {PasteDialog} */ (this.renderRoot.querySelector("paste-dialog")).open();
  }

  /** Escape goes back, from the words to the line that led there. @param {KeyboardEvent} event */
  #keys(event) {
    if (event.key !== "Escape" || event.composedPath().some((element) => element instanceof HTMLDialogElement)) return;
    const line = currentLine(this.renderRoot.querySelector(".view > *"));
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
