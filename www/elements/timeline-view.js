// What happened when: time runs down, a lane each for what was said, told of, promised and announced; what has no date stays in sight.

import { html, nothing } from "lit";
import { LANES } from "../library/desk.js";
import { t, word } from "../locales/locale.js";
import { lines } from "../styles/lines.js";
import { shared } from "../styles/shared.js";
import { define } from "./define.js";
import { emptyView, moreToCome } from "./not-yet.js";
import { oncePerReading } from "./once.js";
import { timelinePicture } from "./picture-timeline.js";
import { Portions } from "./portions.js";
import { rowsButtons } from "./rows-buttons.js";
import { dayWords, timelineOf, yearOf } from "./timeline.js";
import { timelineStyle } from "./timeline-view-style.js";
import { ViewElement, leadingLine } from "./view-element.js";

/** @import { Row } from "../out/rows.js" */
/** @import { Item, Lane } from "./timeline.js" */

/** How many lines are drawn at first, and more when the reader comes to their end. */
const PORTION = 100;

/** What the open texts date; the element comes and goes with its tab. */
const once = oncePerReading(timelineOf);

export class TimelineView extends ViewElement {
  static properties = { tabled: { state: true } };

  static styles = [shared, lines, timelineStyle];

  #portions = new Portions(this, PORTION, PORTION);

  constructor() {
    super();
    /** Whether the table is open. */
    this.tabled = false;
  }

  render() {
    const { desk, library } = this;
    const { dated, undated, silent } = once(desk.entries);
    if (dated.length + undated.length === 0) return emptyView(this, t("timeline.none"));
    const shown = (/** @type {Item[]} */ items) => items.filter(({ lane }) => !desk.lanes.has(lane));
    const [onCalendar, off] = [shown(dated), shown(undated)];
    return html`
      <h2 class="hidden">${t("timeline.title")}</h2>
      ${this.#lanes([...dated, ...undated])}
      ${onCalendar.length > 0
        ? this.#list("dated", onCalendar)
        : html`<p class="quiet">${t(dated.length > 0 ? "timeline.switchedOff" : "timeline.noneDated")}</p>`}
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
      ${moreToCome(library)}
      <details @toggle=${(/** @type {Event} */ event) => (this.tabled = /** @type {HTMLDetailsElement} */ (event.target).open)}>
        <summary>${t("audit.table")}</summary>
        ${this.tabled ? table([...onCalendar, ...off]) : nothing}
      </details>
      ${rowsButtons("timeline", () => [...onCalendar, ...off].map(rowOf), (beside) => timelinePicture(beside, desk.entries, onCalendar, off))}
    `;
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
    const drawn = this.#portions.of(part, items);
    return html`
      <ol class=${part} aria-label=${t(part === "dated" ? "timeline.list" : "timeline.undated")}>
        ${drawn.map((item, index) => html`${this.#year(part, item, drawn[index - 1])}<li class="later">${this.#line(item)}</li>`)}
      </ol>
      ${this.#portions.button(part, items)}
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
    const day = dayWords(time);
    const notes = [reason === "" && when !== "" && day !== when ? t("timeline.inText", { words: when }) : "", item.note(), reason, this.desk.entries.length > 1 ? entry.heading : ""];
    const note = notes.filter(Boolean).join(" · ");
    const inside = html`<span class="when figures">${reason === "" ? day : when === "" ? "—" : html`<bdi>“${when}”</bdi>`}</span>
      <span class="track ${lane}" aria-hidden="true"><span class="dot ${lane}"></span></span>
      <span class="what">
        <span class="lane">${word("lane", lane)}</span>${who === "" ? nothing : html` <span class="who" dir="auto">${who}</span>`}
        <bdi class="words">${words}</bdi>
        ${note === "" ? nothing : html`<span class="note" dir="auto">${note}</span>`}
      </span>`;
    return leadingLine(this.desk, passage, inside);
  }

  /** @param {Lane} lane */
  #switch(lane) {
    const lanes = new Set(this.desk.lanes);
    if (!lanes.delete(lane)) lanes.add(lane);
    this.desk.set({ lanes });
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
    reason: reason === "" ? null : (time?.reason ?? reason), // as the report has it
    who: who(),
    words: words(),
    offsets,
    start: ranges[0]?.start ?? null,
    end: ranges.at(-1)?.end ?? null,
  };
}

define("timeline-view", TimelineView);
