// A text in full with its marks: what is said tinted, who says it underlined, page furniture faded.

import { LitElement, html, nothing } from "lit";
import { MARKS } from "../library/desk.js";
import { furnitureWords } from "../locales/core.js";
import { language, t, word } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";
import { marksOf, pieces } from "./marks.js";
import { marksStyle } from "./marks-style.js";
import { unread } from "./not-yet.js";
import { Paper } from "./paper.js";
import { partAt, partsOf } from "./parts.js";
import { passageOf } from "./passage.js";
import { positionPassage } from "./positions.js";
import { readerStyle } from "./text-reader-style.js";
import "./evidence-card.js";

/** @import { Reading } from "../engine/reading.js" */
/** @import { Range } from "../engine/columns.js" */
/** @import { Desk } from "../library/desk.js" */
/** @import { Entry, Library } from "../library/library.js" */
/** @import { Mark, Piece } from "./marks.js" */
/** @import { Shown } from "./parts.js" */

export class TextReader extends LitElement {
  static properties = { library: { attribute: false }, desk: { attribute: false }, only: { type: Boolean, reflect: true }, page: { state: true } };

  static styles = [shared, readerStyle, marksStyle];

  #paper = new Paper(this);

  constructor() {
    super();
    /** @type {Library} */
    this.library = given();
    /** @type {Desk} */
    this.desk = given();
    /** Whether there is nothing beside it that could be gone back to. */
    this.only = false;
    this.page = 0;
    /** The text and the passage that were last drawn. @type {[Entry | null, unknown]} */
    this.drawn = [null, null];
    new Follow(this, () => [this.library, this.desk]);
  }

  willUpdate() {
    const { shown, passage } = this.desk;
    const [entry, before] = this.drawn;
    const reading = shown?.reading ?? null;
    if (shown !== entry) this.page = 0;
    if (passage !== null && passage !== before && reading !== null && passage.ranges.length > 0) {
      this.page = partAt(partsOf(reading), passage.ranges[0].start);
    }
  }

  updated() {
    const { shown, passage } = this.desk;
    const [entry, before] = this.drawn;
    this.drawn = [shown, passage];
    const body = this.renderRoot.querySelector(".text");
    if (passage !== null && passage !== before) this.#arrive();
    else if (shown !== entry && body !== null) body.scrollTop = 0;
  }

  /** Brings the words gone to into sight, and the focus to them if that was asked. */
  #arrive() {
    const here = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".here"));
    if (here === null) return;
    here.scrollIntoView({ block: "center", behavior: "instant" });
    this.#keepInSight();
    if (!this.desk.focusPassage) return;
    here.focus({ preventScroll: true });
    this.dispatchEvent(new CustomEvent("arrived", { bubbles: true, composed: true }));
  }

  /** What is known of the words is drawn after them and takes some of their room: once it stands, they are brought to the middle of what is left. */
  async #keepInSight() {
    await new Promise(requestAnimationFrame);
    this.renderRoot.querySelector(".here")?.scrollIntoView({ block: "center", behavior: "instant" });
  }

  render() {
    const { shown } = this.desk;
    if (shown === null || shown.reading === null) return unread(this.library, shown, t("reader.empty"));
    const { reading } = shown;
    const parts = partsOf(reading);
    const at = Math.min(this.page, parts.length - 1);
    const drawn = this.#paper.on ? parts : parts.slice(at, at + 1);
    return html`
      ${this.#bar(shown, reading)}
      <evidence-card .desk=${this.desk}></evidence-card>
      <div class="text" tabindex="0" role="region" aria-label=${t("reader.region", { name: shown.name })} @click=${this.#pick}>
        <article dir="auto" lang=${reading.overview.document.language ?? nothing}>
          ${parts.length > 1 ? this.#turning(parts.length) : nothing}
          ${drawn.length === 0 ? html`<p class="empty">${t("reader.nothing")}</p>` : drawn.map((part) => this.#blocks(reading, part))}
          ${parts.length > 1 ? this.#turning(parts.length) : nothing}
        </article>
      </div>
    `;
  }

  /**
   * @param {Entry} entry
   * @param {Reading} reading
   */
  #bar(entry, reading) {
    const { document, metadata } = reading.overview;
    const alone = this.desk.view === "reader";
    const facts = [
      metadata.publisher?.value,
      document.date,
      document.anchor_by?.startsWith("reader") ? t("reader.counted", { date: document.anchor ?? "" }) : null,
      t("reader.words", { count: document.words }),
      t("reader.minutes", { minutes: document.reading_minutes }),
    ];
    return html`
      <header>
        <div class="title">
          <button class="plain back" @click=${() => this.desk.set({ place: "view", view: this.desk.behind })}>← ${t("back")}</button>
          <h2 dir="auto">${document.title ?? entry.name}</h2>
          <button class="plain alone" @click=${() => this.desk.turnReader()}>
            ${alone ? t("view.reader.off") : t("view.reader")}
          </button>
        </div>
        <p class="quiet figures">${facts.filter(Boolean).join(" · ")}</p>
        <div class="legend" role="group" aria-label=${t("reader.legend")}>
          ${MARKS.map((mark) => {
            const on = !this.desk.hidden.has(mark);
            return html`<button aria-pressed=${on} @click=${() => this.#switch(mark)}><span class=${mark}>${word("mark", mark)}</span></button>`;
          })}
        </div>
      </header>
    `;
  }

  /** @param {number} count */
  #turning(count) {
    const turn = (/** @type {number} */ by) => {
      this.page = Math.max(0, Math.min(count - 1, this.page + by));
      this.renderRoot.querySelector(".text")?.scrollTo({ top: 0 });
    };
    return html`<nav class="parts" aria-label=${t("reader.part", { part: this.page + 1, count })}>
      <button ?disabled=${this.page === 0} @click=${() => turn(-1)}>${t("reader.previous")}</button>
      <span class="figures">${t("reader.part", { part: this.page + 1, count })}</span>
      <button ?disabled=${this.page >= count - 1} @click=${() => turn(1)}>${t("reader.next")}</button>
    </nav>`;
  }

  /**
   * @param {Reading} reading
   * @param {import("./parts.js").Part} part
   */
  #blocks(reading, part) {
    const all = marksOf(reading).filter((mark) => mark.start < part.end && mark.end > part.start);
    const passage = this.desk.passage?.entry === this.desk.shown ? this.desk.passage.ranges : [];
    // The first of the words gone to takes the focus.
    let arrived = false;
    const isTarget = (/** @type {Piece} */ { here }) => here && !arrived && (arrived = true);
    const draw = (/** @type {Range} */ range) => {
      const marks = all.filter((mark) => mark.start < range.end && mark.end > range.start);
      return pieces(range, marks, passage, this.desk.hidden).map((piece) => this.#piece(reading, piece, isTarget(piece)));
    };
    return part.blocks.map((shown) => this.#block(reading, shown, draw));
  }

  /**
   * @param {Reading} reading
   * @param {Shown} shown
   * @param {(range: Range) => unknown} draw
   */
  #block(reading, { block, index, range, first }, draw) {
    switch (block?.kind) {
      case "heading":
        return html`<div role="heading" aria-level=${Math.min(6, (block.level ?? 1) + 2)} class="heading h${block.level ?? 1}" dir="auto">${draw(range)}</div>`;
      case "list_item":
        return html`<p class="item d${Math.min(5, block.level ?? 0)} ${first ? "first" : ""}" dir="auto">${draw(range)}</p>`;
      case "table":
        return this.#table(reading, index ?? -1, range, draw);
      case "furniture":
        return this.desk.hidden.has("furniture") && !this.#goesTo(range)
          ? nothing
          : html`<div class="furniture" tabindex="0" dir="auto">
              <span class="verbatim">${draw(range)}</span>
              <span class="why" lang=${language()} dir="auto">${furnitureWords(block)}</span>
            </div>`;
      default:
        return html`<p class=${block?.kind ?? "paragraph"} dir="auto">${draw(range)}</p>`;
    }
  }

  /** Whether words of a stretch were gone to. @param {Range} range */
  #goesTo(range) {
    const { passage, shown } = this.desk;
    return passage?.entry === shown && passage?.ranges.some(({ start, end }) => start < range.end && end > range.start);
  }

  /**
   * @param {Reading} reading
   * @param {number} index
   * @param {Range} range
   * @param {(range: Range) => unknown} draw
   */
  #table(reading, index, range, draw) {
    /** @type {Map<number, import("../engine/columns.js").Cell[]>} */
    const rows = new Map();
    for (const cell of reading.cells) {
      if (cell.block === index) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    }
    if (rows.size === 0) return html`<p class="verbatim" dir="auto">${draw(range)}</p>`;
    const header = rows.get(0);
    const body = [...rows].filter(([row]) => row > 0);
    return html`
      <div class="table" tabindex="0" role="group" aria-label=${t("reader.table")}>
        <table>
          ${header === undefined
            ? nothing
            : html`<thead>
                <tr>${header.map((cell) => html`<th scope="col" dir="auto">${draw(cell.span)}</th>`)}</tr>
              </thead>`}
          <tbody>
            ${body.map(([, cells]) => html`<tr>${cells.map((cell) => html`<td class="cell-${cell.kind}" dir="auto">${draw(cell.span)}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
    `;
  }

  /**
   * @param {Reading} reading
   * @param {Piece} piece
   * @param {boolean} target
   */
  #piece(reading, { start, end, content, other, here }, target) {
    const words = reading.text.slice(start, end);
    if (content === null && other === null && !here) return words;
    // The shape of a stance stands before the first of its words only.
    const shape = other !== null && other.start === start ? other.shape : "";
    const classes = [content === null ? "" : "content", other?.kind ?? "", shape, here ? "here" : ""].filter(Boolean).join(" ");
    const statement = content?.statement ?? other?.statement ?? null;
    return html`<span
      class=${classes}
      data-statement=${statement ?? nothing}
      data-position=${other?.position ?? nothing}
      title=${other?.note ? other.note : nothing}
      tabindex=${target ? "-1" : nothing}
      >${words}</span
    >`;
  }

  /** A click on what somebody says opens that statement, one on what shows a position that. @param {MouseEvent} event */
  #pick(event) {
    if (getSelection()?.isCollapsed === false) return; // words are being selected, not a statement
    const marked = /** @type {HTMLElement} */ (event.target).closest("[data-statement], [data-position]");
    const { shown } = this.desk;
    const position = shown?.reading?.overview.positions[Number(marked?.getAttribute("data-position") ?? NaN)];
    if (shown && position) {
      this.desk.go(positionPassage(shown, position), false);
      return;
    }
    const statement = shown?.reading?.statements[Number(marked?.getAttribute("data-statement") ?? NaN)];
    if (shown && statement) this.desk.go(passageOf(shown, statement), false);
  }

  /** @param {string} mark */
  #switch(mark) {
    const hidden = new Set(this.desk.hidden);
    if (!hidden.delete(mark)) hidden.add(mark);
    this.desk.set({ hidden });
  }
}

define("text-reader", TextReader);
