// The page: three places beside each other (files, findings, text), one after the other on a phone.

import { LitElement, html, nothing } from "lit";
import { watchDrops } from "../intake/drop.js";
import { watchLaunch } from "../intake/launch.js";
import { watchPaste } from "../intake/paste.js";
import { t } from "../locales/locale.js";
import { cited } from "../out/citation.js";
import { shared } from "../styles/shared.js";
import { appStyle } from "./rapporteur-app-style.js";
import { Corrector } from "./corrector.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";
import { watchKeys } from "./keys.js";
import { currentLine, lineIn } from "./list-keys.js";
import { coming } from "./not-yet.js";
import { answerRequests, pastedText } from "./requests.js";
import { VIEWS, viewOf } from "./views.js";
import "./language-menu.js";
import "./file-list.js";
import "./help-dialog.js";
import "./history-buttons.js";
import "./live-region.js";
import "./notice-bar.js";
import "./paste-dialog.js";
import "./save-dialog.js";
import "./text-reader.js";
import "./welcome-page.js";

/** @import { Engine } from "../engine/engine.js" */
/** @import { Intake } from "../intake/drop.js" */
/** @import { Desk, Place } from "../library/desk.js" */
/** @import { Keep } from "../library/keep.js" */
/** @import { Entry, Library } from "../library/library.js" */
/** @import { LiveRegion } from "./live-region.js" */
/** @import { Notice, NoticeBar } from "./notice-bar.js" */
/** @import { PageDialog } from "./page-dialog.js" */
/** @import { View } from "./views.js" */

export class RapporteurApp extends LitElement {
  static properties = {
    engine: { attribute: false },
    library: { attribute: false },
    desk: { attribute: false },
    keep: { attribute: false },
    site: { type: Boolean },
    over: { state: true },
  };

  static styles = [shared, appStyle];

  constructor() {
    super();
    /** @type {Engine} */
    this.engine = given();
    /** @type {Library} */
    this.library = given();
    /** @type {Desk} */
    this.desk = given();
    /** @type {Keep} */
    this.keep = given();
    this.site = false;
    /** Whether something is held over the window. */
    this.over = false;
    /** How many texts were still open when last looked at. */
    this.open = 0;
    /** The view that was last drawn, and how far each was scrolled. */
    this.view = "";
    /** @type {Map<string, number>} */
    this.scrolled = new Map();
    /** @type {Corrector} */
    this.corrector = given();
    new Follow(this, () => [this.library, this.desk]);
  }

  connectedCallback() {
    super.connectedCallback();
    this.corrector = new Corrector(this.library, (notice) => this.notify(notice));
    const files = (/** @type {Intake} */ intake) => this.#take(intake);
    const text = (/** @type {string} */ text) => this.#take(pastedText(text));
    watchDrops(window, { files, text, over: (over) => (this.over = over) });
    watchPaste(document, { files, text });
    watchLaunch((found) => files({ found, lost: [], leftOut: 0 }));
    watchKeys(document, {
      search: () => this.#search(),
      help: () => this.#dialog("help-dialog").open(),
      back: () => this.#back(),
      undo: () => this.corrector.undo(),
      redo: () => this.corrector.redo(),
    });
    document.addEventListener("copy", (event) => this.#copy(event));
    this.library.addEventListener("change", () => this.#sayProgress());
    this.engine.addEventListener("in-page", () => this.notify({ text: t("inpage"), stay: true }));
    const again = () => this.library.learnAgain();
    this.engine.addEventListener("unlearned", () => this.notify({ text: t("learned.missing"), action: t("learned.again"), act: again, stay: true }));
  }

  firstUpdated() {
    answerRequests(this.renderRoot, {
      desk: this.desk,
      corrector: this.corrector,
      take: (intake) => this.#take(intake),
      paste: () => this.#dialog("paste-dialog").open(),
      say: (text) => this.notify({ text }),
      more: {
        help: () => this.#dialog("help-dialog").open(),
        "remove-texts": (/** @type {Entry[]} */ entries) => this.#remove(entries),
        arrived: () => this.#sayArrived(),
      },
    });
  }

  willUpdate() {
    const scroll = this.renderRoot?.querySelector?.(".scroll");
    if (scroll) this.scrolled.set(this.view, scroll.scrollTop);
  }

  updated() {
    if (this.desk.view === this.view) return;
    this.view = this.desk.view;
    const scroll = this.renderRoot.querySelector(".scroll");
    if (scroll !== null) scroll.scrollTop = this.scrolled.get(this.view) ?? 0;
  }

  /** @param {Notice} notice */
  notify(notice) {
    this.#part(/** @type {"notice-bar"} */ ("notice-bar")).show(notice);
    this.#say(notice.text);
  }

  render() {
    const empty = this.library.entries.length === 0;
    return html`
      <div class="page ${empty ? "empty" : ""} view-${this.desk.view} place-${this.desk.place}">
        ${this.#header(empty)}
        ${empty ? html`<main><welcome-page .limit=${this.library.limit}></welcome-page></main>` : this.#places()}
        <paste-dialog></paste-dialog>
        <save-dialog .library=${this.library} .desk=${this.desk}></save-dialog>
        <help-dialog .library=${this.library} .desk=${this.desk} .keep=${this.keep} ?site=${this.site}></help-dialog>
        <notice-bar></notice-bar>
        <live-region></live-region>
        ${this.over ? html`<div class="over"><p>${t("drop.anywhere")}</p></div>` : nothing}
      </div>
    `;
  }

  /** @param {boolean} empty */
  #header(empty) {
    return html`
      <header>
        <h1>rapporteur</h1>
        ${empty
          ? html`<span class="spring"></span>`
          : html`
              <input
                type="search"
                aria-label=${t("search.label")}
                placeholder=${t("search.hint")}
                .value=${this.desk.query}
                @input=${(/** @type {Event} */ event) => this.#query(event)}
                @keydown=${(/** @type {KeyboardEvent} */ event) => this.#fromSearch(event)}
              />
              <history-buttons .corrections=${this.library.corrections}></history-buttons>
              <button @click=${() => this.#dialog("save-dialog").open()}>${t("save.open")}</button>
            `}
        <language-menu .desk=${this.desk}></language-menu>
        <button class="help" aria-label=${t("help.open")} title=${t("help.open")} @click=${() => this.#dialog("help-dialog").open()}>?</button>
      </header>
    `;
  }

  #places() {
    const { desk, library } = this;
    const view = viewOf(desk.behind);
    const of = desk.entry ?? (view.id === "contents" ? desk.shown : null);
    return html`
      <main>
        <nav class="files" aria-label=${t("files.title")}><file-list .library=${library} .desk=${desk}></file-list></nav>
        <section class="view" aria-label=${t("view.title")}>
          <div class="tabs">
            ${VIEWS.map((view) => this.#tab(view))}
          </div>
          <p class="paper">${t(view.name)} <span class="quiet" dir="auto">${of?.heading ?? t("files.count", { count: desk.entries.length })}</span></p>
          <div class="scroll">${view.draw(this)}</div>
        </section>
        <section class="text" aria-label=${t("reader.title")}>
          <text-reader .library=${library} .desk=${desk}></text-reader>
        </section>
      </main>
      <nav class="screens" aria-label=${t("screens")}>
        ${this.#screen("files", t("files.title"))} ${this.#screen("view", t("view.title"))} ${this.#screen("text", t("reader.title"))}
      </nav>
    `;
  }

  /** @param {View} view */
  #tab({ id, name }) {
    // The address may name a view that there is not.
    const current = this.desk.view !== "reader" && viewOf(this.desk.view).id === id ? "page" : "false";
    return html`<button aria-current=${current} data-name=${t(name)} @click=${() => this.desk.set({ view: id })}>${t(name)}</button>`;
  }

  /**
   * @param {Place} place
   * @param {string} name
   */
  #screen(place, name) {
    const current = this.desk.place === place ? "page" : "false";
    return html`<button aria-current=${current} @click=${() => this.desk.set({ place })}>${name}</button>`;
  }

  /** @param {Intake} intake */
  async #take({ found: files, lost, leftOut }) {
    const found = await this.corrector.takeSessions(files);
    const first = this.library.entries.length === 0;
    this.library.add(found);
    this.library.addLost(lost);
    if (first && found.length > 0) this.desk.set({ place: "view" });
    const { learning } = this.library;
    if (found.length > 0 || lost.length > 0) this.#say([t("said.files", { count: found.length }), learning === null ? "" : coming(learning)].join(" "));
    if (leftOut > 0) this.notify({ text: t("files.leftOut", { count: leftOut }) });
  }

  /** @param {Entry[]} entries */
  #remove(entries) {
    const before = this.library.entries;
    this.library.remove(entries);
    this.notify({
      text: t("files.removed", { count: entries.length }),
      action: t("undo"),
      act: () => this.library.restore(before),
    });
  }

  /** @param {Event} event */
  #query(event) {
    const query = /** @type {HTMLInputElement} */ (event.target).value;
    this.desk.set({ query, view: "statements", place: "view" });
  }

  /** Down from the search leads into the list. @param {KeyboardEvent} event */
  #fromSearch(event) {
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    event.preventDefault();
    lineIn(this.renderRoot.querySelector("statement-list"))?.focus();
  }

  #search() {
    const field = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector("input[type=search]"));
    field?.focus();
    field?.select();
  }

  /** Copying with nothing selected takes the passage gone to, with its citation. @param {ClipboardEvent} event */
  #copy(event) {
    const { passage } = this.desk;
    const field = event.composedPath()[0];
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return;
    if (passage === null || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", cited(passage.entry, passage.ranges));
    this.notify({ text: t("evidence.copied") });
  }

  /** From the words back to the line that led there, then out of the view. */
  #back() {
    const line = currentLine(this.renderRoot.querySelector(".scroll > *"));
    const inText = this.renderRoot.querySelector("text-reader")?.shadowRoot?.activeElement;
    const moved = (this.desk.place === "text" || this.desk.view === "reader") && this.desk.back();
    if (inText && line) requestAnimationFrame(() => line.focus());
    else if (!moved) this.desk.back();
  }

  #sayProgress() {
    const { all, done, failed, open } = this.library.counts;
    if (this.open > 0 && open === 0) {
      const parts = [t("said.done", { done, all })];
      if (failed > 0) parts.push(t("said.failed", { count: failed }));
      this.#say(parts.join(" "));
    }
    this.open = open;
  }

  #sayArrived() {
    const { passage } = this.desk;
    const words = passage?.ranges.map((range) => passage.entry.reading?.words(range)).join(" … ") ?? "";
    this.#say(t("said.here", { words: words.slice(0, 300) }));
  }

  /** @param {string} text */
  #say(text) {
    this.#part("live-region").announce(text);
  }

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   */
  #part(name) {
    return /** @type {HTMLElementTagNameMap[Name]} */ (this.renderRoot.querySelector(name));
  }

  /** @param {"paste-dialog" | "save-dialog" | "help-dialog"} name */
  #dialog(name) {
    return /** @type {PageDialog} */ (this.renderRoot.querySelector(name));
  }
}

define("rapporteur-app", RapporteurApp);
