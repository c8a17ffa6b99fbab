// What happened when: time runs down, a lane each for what was said, told of, promised and announced; what has no date stays in sight.

import { LitElement, html, nothing } from "lit";
import { LANES } from "../library/desk.js";
import { t, word } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";
import { moveFocus, rove } from "./list-keys.js";
import { notYet } from "./not-yet.js";
import { oncePerReading } from "./once.js";
import { timelinePicture } from "./picture-timeline.js";
import { rowsButtons } from "./rows-buttons.js";
import { dayWords, timelineOf, yearOf } from "./timeline.js";
import { timelineStyle } from "./timeline-view-style.js";

/** @import { Desk } from "../library/desk.js" */
/** @import { Library } from "../library/library.js" */
/** @import { Row } from "../out/rows.js" */
/** @import { Item, Lane } from "./timeline.js" */

/** How many lines are drawn at first, and more when the reader comes to their end. */
const PORTION = 100;

/** What the open texts date; the element comes and goes with its tab. */
const once = oncePerReading(timelineOf);

export class TimelineView extends LitElement {
  static properties = { library: { attribute: false }, desk: { attribute: false }, tabled: { state: true } };

  static styles = [shared, timelineStyle];

  constructor() {
    super();
    /** @type {Library} */
    this.library = given();
    /** @type {Desk} */
    this.desk = given();
    /** Whether the table is open. */
    this.tabled = false;
    this.drawn = { dated: PORTION, undated: PORTION };
    new Follow(this, () => [this.library, this.desk]);
  }

  updated() {
    rove(this.renderRoot);
  }

  render() {
    const { desk, library } = this;
    const { dated, undated, silent } = once(desk.entries);
    if (dated.length + undated.length === 0) {
      return html`<p class="empty">${library.counts.open > 0 ? notYet(library) : (desk.entry?.failure?.message ?? t("timeline.none"))}</p>`;
    }
    const shown = (/** @type {Item[]} */ items) => items.filter(({ lane }) => !desk.lanes.has(lane));
    const [onCalendar, off] = [shown(dated), shown(undated)];
    return html`<div @keydown=${(/** @type {KeyboardEvent} */ event) => moveFocus(this.renderRoot, event)}>
      <h2 class="hidden">${t("timeline.title")}</h2>
      ${this.#lanes([...dated, ...undated])}
      ${onCalendar.length === 0 ? html`<p class="quiet">${t("timeline.noneDated")}</p>` : this.#list("dated", onCalendar)}
      ${off.length === 0
        ? nothing
        : html`<h3 id="undated">${t("timeline.undated")} <span class="figures">${off.length}</span></h3>
            <p class="hint">${t("timeline.undated.hint")}</p>
            ${this.#list("undated", off)}`}
      ${silent === 0
        ? nothing
        : html`<p class="silent quiet">
            ${t("timeline.silent", { count: silent })}
            <button class="plain" @click=${() => desk.set({ view: "statements" })}>${t("timeline.toStatements")}</button>
          </p>`}
      ${library.counts.open > 0 ? html`<p class="quiet">${notYet(library)}</p>` : nothing}
      <details @toggle=${(/** @type {Event} */ event) => (this.tabled = /** @type {HTMLDetailsElement} */ (event.target).open)}>
        <summary>${t("audit.table")}</summary>
        ${this.tabled ? table([...onCalendar, ...off]) : nothing}
      </details>
      ${rowsButtons("timeline", () => [...onCalendar, ...off].map(rowOf), (beside) => timelinePicture(beside, desk.entries, onCalendar, off))}
    </div>`;
  }

  /** The lanes with how much is in each; each can be switched off. @param {Item[]} items */
  #lanes(items) {
    return html`<div class="lanes" role="group" aria-label=${t("timeline.lanes")}>
      ${LANES.map((lane) => {
        const count = items.filter((item) => item.lane === lane).length;
        const on = !this.desk.lanes.has(lane);
        return html`<button aria-pressed=${on} ?disabled=${count === 0} title=${word("lane.hint", lane)} @click=${() => this.#switch(lane)}>
          <span class="dot ${lane}" aria-hidden="true"></span>${word("lane", lane)} <span class="figures quiet">${count}</span>
        </button>`;
      })}
    </div>`;
  }

  /**
   * @param {"dated" | "undated"} part
   * @param {Item[]} items
   */
  #list(part, items) {
    const drawn = items.slice(0, this.drawn[part]);
    const rest = items.length - drawn.length;
    return html`
      <ol class=${part} aria-label=${t(part === "dated" ? "timeline.list" : "timeline.undated")}>
        ${drawn.map((item, index) => html`${this.#year(part, item, drawn[index - 1])}<li>${this.#line(item)}</li>`)}
      </ol>
      ${rest === 0
        ? nothing
        : html`<button class="more" @click=${() => this.#drawMore(part)}>${t("contents.more", { count: Math.min(PORTION, rest) })}</button>`}
    `;
  }

  /**
   * The year, where another one begins.
   *
   * @param {string} part
   * @param {Item} item
   * @param {Item | undefined} before
   */
  #year(part, item, before) {
    if (part === "undated" || (before !== undefined && yearOf(before) === yearOf(item))) return nothing;
    return html`<li class="year"><h3>${yearOf(item)}</h3></li>`;
  }

  /** @param {Item} item */
  #line(item) {
    const { entry, lane, time, reason } = item;
    const [who, words, when, passage] = [item.who(), item.words(), item.when(), item.passage()];
    const gone = this.desk.passage;
    const current = gone !== null && gone.entry === entry && gone.label === passage.label && String(gone.ranges.map(({ start }) => start)) === String(passage.ranges.map(({ start }) => start));
    const day = dayWords(time);
    const notes = [reason === "" && when !== "" && day !== when ? t("timeline.inText", { words: when }) : "", item.note(), reason, this.desk.entries.length > 1 ? entry.heading : ""];
    const note = notes.filter(Boolean).join(" · ");
    return html`<button class="line" data-line aria-current=${current ? "true" : "false"} @click=${() => this.desk.go(passage, true)}>
      <span class="when figures">${reason === "" ? day : when === "" ? "—" : html`<bdi>“${when}”</bdi>`}</span>
      <span class="track ${lane}" aria-hidden="true"><span class="dot ${lane}"></span></span>
      <span class="what">
        <span class="lane">${word("lane", lane)}</span>${who === "" ? nothing : html` <span class="who" dir="auto">${who}</span>`}
        <bdi class="words">${words}</bdi>
        ${note === "" ? nothing : html`<span class="note" dir="auto">${note}</span>`}
      </span>
    </button>`;
  }

  /** @param {Lane} lane */
  #switch(lane) {
    const lanes = new Set(this.desk.lanes);
    if (!lanes.delete(lane)) lanes.add(lane);
    this.desk.set({ lanes });
  }

  /** @param {"dated" | "undated"} part */
  #drawMore(part) {
    this.drawn = { ...this.drawn, [part]: this.drawn[part] + PORTION };
    this.requestUpdate();
  }
}

/** The same as a plain table. @param {Item[]} items */
function table(items) {
  const columns = ["when", "lane", "who", "what", "text"];
  return html`<div class="across" tabindex="0" role="group" aria-label=${t("timeline.title")}>
    <table>
      <thead>
        <tr>${columns.map((column) => html`<th scope="col">${word("timeline.column", column)}</th>`)}</tr>
      </thead>
      <tbody>
        ${items.map(
          (item) => html`<tr>
            <th scope="row">${dayWords(item.time) || html`${item.when()} <span class="quiet">(${item.reason})</span>`}</th>
            <td>${word("lane", item.lane)}</td>
            <td dir="auto">${item.who()}</td>
            <td dir="auto">${item.words()}</td>
            <td dir="auto">${item.entry.heading}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** @param {Item} item @returns {Row} */
function rowOf({ entry, lane, who, words, when, time, reason, passage }) {
  const { ranges } = passage();
  const reading = /** @type {import("../engine/reading.js").Reading} */ (entry.reading);
  const { document, offsets } = reading.overview;
  return {
    file: entry.name,
    sha256: document.sha256,
    lane,
    first_day: time?.first ?? null,
    last_day: time?.last ?? null,
    timex3: time?.value ?? null,
    when: when(),
    reason: reason === "" ? null : reason,
    who: who(),
    words: words(),
    offsets,
    start: ranges[0]?.start ?? null,
    end: ranges.at(-1)?.end ?? null,
  };
}

define("timeline-view", TimelineView);
