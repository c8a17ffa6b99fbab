// The texts that are open: how far each is, what it is about, what went wrong.

import { LitElement, css, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";
import { ListKeys } from "./list-keys.js";
import { coming } from "./not-yet.js";
import "./intake-buttons.js";

/** @import { Desk } from "../library/desk.js" */
/** @import { Entry, Library } from "../library/library.js" */

/** How many texts are drawn at first. */
const PORTION = 300;

export class FileList extends LitElement {
  static properties = { library: { attribute: false }, desk: { attribute: false }, drawn: { state: true } };

  static styles = [
    shared,
    css`
      .head {
        padding: 0.75rem 0.75rem 0.5rem;
      }

      .progress {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
        padding: 0 0.75rem 0.5rem;
        font-size: 0.8125rem;
      }

      .progress .long {
        flex-basis: 100%;
      }

      progress {
        flex: 1;
        min-width: 0;
        height: 6px;
        accent-color: var(--accent);
      }

      li {
        position: relative;
        display: flex;
        align-items: stretch;
        border-bottom: 1px solid var(--line);
        content-visibility: auto;
        contain-intrinsic-size: auto 64px;
      }

      .file {
        flex: 1;
        min-width: 0;
        padding-block: 0.5rem;
        padding-inline: 0.75rem 0.25rem;
        border: 0;
        border-inline-start: 3px solid transparent;
        border-radius: 0;
        background: none;
        box-shadow: none;
        text-align: start;
      }

      .file:focus-visible {
        outline-offset: -2px;
      }

      .file:hover {
        background: var(--paper-3);
      }

      .file[aria-current="true"] {
        border-inline-start-color: var(--accent);
        background: var(--paper-3);
      }

      .title {
        display: -webkit-box;
        overflow: hidden;
        overflow-wrap: anywhere;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }

      .below {
        display: block;
        overflow: hidden;
        font-size: 0.75rem;
        text-overflow: ellipsis;
        white-space: nowrap;
        color: var(--ink-2);
      }

      .failed {
        white-space: normal;
        overflow-wrap: anywhere;
        color: var(--alarm);
      }

      .tool {
        flex: none;
        align-self: start;
        min-width: 28px;
        margin-top: 0.3rem;
        padding: 0 0.4rem;
        border-color: transparent;
        background: none;
        color: var(--ink-2);
      }

      @media (forced-colors: active) {
        .file {
          border-inline-start-color: Canvas;
        }

        .file[aria-current="true"] {
          border-inline-start: 6px solid Highlight;
        }
      }

      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        padding: 0.75rem;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Library} */
    this.library = given();
    /** @type {Desk} */
    this.desk = given();
    this.drawn = PORTION;
    new Follow(this, () => [this.library, this.desk]);
    new ListKeys(this);
  }

  render() {
    const { entries, counts, learning } = this.library;
    return html`
      <div class="head">
        <h2 class="hidden">${t("files.title")}</h2>
        <intake-buttons></intake-buttons>
      </div>
      ${counts.open > 0
        ? html`<div class="progress">
            ${learning === null
              ? this.#bar((counts.all - counts.open) / counts.all, "", t("files.progress", { done: counts.all - counts.open, all: counts.all }))
              : this.#bar(learning, "long", coming(learning))}
            <button @click=${this.#cancelAll}>${t("files.cancelAll")}</button>
          </div>`
        : nothing}
      <ul>
        ${entries.length > 1 ? this.#all(counts.done) : nothing}
        ${repeat(
          entries.slice(0, this.drawn),
          (entry) => entry.id,
          (entry) => this.#entry(entry),
        )}
      </ul>
      <div class="foot">
        ${entries.length > this.drawn
          ? html`<button @click=${() => (this.drawn += PORTION)}>${t("files.more", { count: entries.length - this.drawn })}</button>`
          : nothing}
        ${entries.length > 1 ? html`<button class="plain" @click=${() => this.#remove(entries)}>${t("files.removeAll")}</button>` : nothing}
      </div>
    `;
  }

  /**
   * @param {number} share    from 0 to 1
   * @param {"" | "long"} length    of the words; long ones have a line of their own
   * @param {string} words
   */
  #bar(share, length, words) {
    const label = html`<span class="figures ${length}">${words}</span>`;
    const bar = html`<progress max="1" value=${share} aria-label=${words}></progress>`;
    return length === "long" ? [label, bar] : [bar, label];
  }

  /** @param {number} done */
  #all(done) {
    const statements = this.library.entries.reduce((sum, { reading }) => sum + (reading?.statements.length ?? 0), 0);
    return html`<li>
      <button class="file" data-line aria-current=${this.desk.entry === null} @click=${() => this.desk.open(null)}>
        <span class="title">${t("files.all")}</span>
        <span class="below figures">${t("files.count", { count: done })} · ${t("files.statements", { count: statements })}</span>
      </button>
    </li>`;
  }

  /** @param {Entry} entry */
  #entry(entry) {
    const open = entry.state === "waiting" || entry.state === "reading";
    const tool = open
      ? html`<button class="tool" data-tool aria-label="${t("files.cancel")}: ${entry.name}" title=${t("files.cancel")} @click=${() => this.library.cancel(entry)}>✕</button>`
      : html`<button class="tool" data-tool aria-label=${t("files.remove", { name: entry.name })} title=${t("files.remove", { name: "" })} @click=${() => this.#remove([entry])}>✕</button>`;
    return html`<li>
      <button class="file" data-line aria-current=${this.desk.entry === entry || this.library.entries.length === 1} @click=${() => this.desk.open(entry)}>
        <span class="title" dir="auto">${entry.heading}</span>
        ${this.#below(entry)}
      </button>
      ${entry.state === "failed" && entry.failure?.again
        ? html`<button class="tool" data-tool aria-label="${t("files.retry")}: ${entry.name}" title=${t("files.retry")} @click=${() => this.library.retry(entry)}>↻</button>`
        : nothing}
      ${tool}
    </li>`;
  }

  /** @param {Entry} entry */
  #below(entry) {
    const { reading, failure, state } = entry;
    if (failure !== null) return html`<span class="below failed">${failure.message}</span>`;
    if (state !== "done" || reading === null) return html`<span class="below">${state === "reading" ? t("files.reading") : t("files.waiting")}</span>`;
    const statements = t("files.statements", { count: reading.statements.length });
    return html`<span class="below figures">${entry.heading === entry.name ? statements : `${statements} · ${entry.name}`}</span>`;
  }

  /** @param {Entry[]} entries */
  #remove(entries) {
    this.dispatchEvent(new CustomEvent("remove-texts", { detail: entries, bubbles: true, composed: true }));
  }

  #cancelAll() {
    for (const entry of this.library.entries) this.library.cancel(entry);
  }
}

define("file-list", FileList);
