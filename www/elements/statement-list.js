// Who said what: the statements of the texts chosen, in reading order, filtered by words, grade, speaker, party, issue, day and text.

import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { UNKNOWN, chosen } from "../library/filters.js";
import { t } from "../locales/locale.js";
import { lines } from "../styles/lines.js";
import { shared } from "../styles/shared.js";
import { define } from "./define.js";
import { gradeStyle, gradeTag, weight } from "./grade.js";
import { moveFocus } from "./list-keys.js";
import { failed, notYet } from "./not-yet.js";
import { gradesPicture } from "./picture-sourcing.js";
import { passageOf } from "./passage.js";
import { Portions } from "./portions.js";
import { listStyle } from "./statement-list-style.js";
import { concordance } from "./concordance.js";
import { find, profilesOf, textKey } from "./find-statements.js";
import { rowsButtons } from "./rows-buttons.js";
import { ViewElement } from "./view-element.js";
import { personBehind, toldBy } from "./who-tells.js";
import "./context-list.js";
import "./filter-bar.js";
import "./live-region.js";
import "./rejected-records.js";
import "./sourcing-strip.js";

/** @import { Statement } from "../engine/columns.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { Row } from "../out/rows.js" */
/** @import { Concordance } from "./concordance.js" */
/** @import { Found, Hit } from "./find-statements.js" */
/** @import { LiveRegion } from "./live-region.js" */

/** How many lines are drawn at first, and more when the reader comes to their end. */
const PORTION = 200;

export class StatementList extends ViewElement {
  static styles = [shared, lines, gradeStyle, listStyle];

  #portions = new Portions(this, PORTION, PORTION);

  constructor() {
    super();
    /** What the portion was counted for. @type {unknown[]} */
    this.asked = [];
    /** What was last said to be left. */
    this.said = "";
    this.sight = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) this.#portions.extend("hits");
    });
  }

  willUpdate() {
    const { entry, filters, grades, query } = this.desk;
    const asked = [entry, filters, grades, query];
    if (asked.some((one, place) => one !== this.asked[place])) this.#portions.reset();
    this.asked = asked;
  }

  updated() {
    this.sight.disconnect();
    const more = this.renderRoot.querySelector(".more");
    if (more !== null) this.sight.observe(more);
    this.#sayLeft();
  }

  /** Says how many are left when something else is chosen, and not whenever another text is read. */
  #sayLeft() {
    const { context, filters, grades, query } = this.desk;
    const now = JSON.stringify([query, [...grades], Object.values(filters).map((keys) => [...keys]), context.on, [...context.exact]]);
    const first = this.said === "";
    if (now === this.said) return;
    this.said = now;
    const count = this.renderRoot.querySelector(".count span")?.textContent ?? "";
    if (!first) /** @type {LiveRegion | null} */ (this.renderRoot.querySelector("live-region"))?.announce(count);
  }

  render() {
    const { desk, library } = this;
    const readings = desk.entries.flatMap(({ reading }) => (reading === null ? [] : [reading]));
    const found = find(desk.entries, desk);
    const { context, filtered } = desk;
    if (readings.length === 0 && library.counts.open > 0) return html`<p class="empty">${notYet(library)}</p>`;
    const places = context.on ? this.#places(found.hits) : null;
    return html`
      <div class="head">
        <h2 class="hidden">${t("sourcing.title")}</h2>
        <sourcing-strip .readings=${readings} .counts=${filtered ? found.grades : null} .chosen=${desk.grades}></sourcing-strip>
        <filter-bar .desk=${desk} .found=${found}></filter-bar>
      </div>
      <div class="count quiet">
        <span>${places === null ? counted(found, filtered) : countedPlaces(places)}</span>
        <span class="tools">
          ${filtered ? html`<button class="plain" @click=${() => desk.showAll()}>${t("filter.clear")}</button>` : nothing}
          <button aria-pressed=${context.on} @click=${() => desk.set({ context: { ...context, on: !context.on } })}>${t("context.toggle")}</button>
        </span>
      </div>
      ${places === null ? this.#statements(found) : html`<context-list .desk=${desk} .found=${places} ?narrowed=${this.#narrowed}></context-list>`}
      <rejected-records .library=${library} .desk=${desk}></rejected-records>
      ${library.counts.open > 0 && (places?.all ?? found.hits.length) > 0 ? html`<p class="empty">${notYet(library)}</p>` : nothing}
      <live-region></live-region>
    `;
  }

  /** @param {Found} found */
  #statements({ hits, all }) {
    return html`
      ${hits.length === 0 ? html`<p class="empty">${this.#why(all)}</p>` : this.#list(hits)}
      ${this.#portions.button("hits", hits, (count) => t("statements.more", { count }))}
      ${hits.length === 0 ? nothing : rowsButtons("statements", () => hits.map(rowOf), (beside) => this.#picture(beside, hits))}
    `;
  }

  /**
   * How well what is left is sourced.
   *
   * @param {Element} beside
   * @param {Hit[]} hits
   */
  #picture(beside, hits) {
    /** @type {Record<string, number>} */
    const grades = {};
    for (const { statement } of hits) grades[statement.grade] = (grades[statement.grade] ?? 0) + 1;
    return gradesPicture(beside, this.desk.entries, grades);
  }

  /** Whether something is chosen that only statements have. */
  get #narrowed() {
    const { filters, grades } = this.desk;
    return grades.size > 0 || chosen({ ...filters, text: new Set() }) > 0;
  }

  /** Where the words of the search stand. @param {Hit[]} hits    the statements that are left */
  #places(hits) {
    const { desk } = this;
    const { text } = desk.filters;
    const chosen = (/** @type {Reading | null} */ reading) => reading !== null && (desk.entry !== null || text.size === 0 || text.has(textKey(reading)));
    return concordance(desk.entries.filter(({ reading }) => chosen(reading)), desk, this.#narrowed ? hits : null);
  }

  /** Why nothing is listed. @param {number} all */
  #why(all) {
    if (all > 0) return t("statements.noneMatch");
    return failed(this.desk.entry) ?? (this.library.counts.open > 0 ? notYet(this.library) : t("statements.none"));
  }

  /** @param {Hit[]} hits */
  #list(hits) {
    const many = this.desk.entry === null && this.library.entries.length > 1;
    const drawn = this.#portions.of("hits", hits);
    return html`
      <ul aria-label=${t("statements.list")} @keydown=${this.#keys}>
        ${repeat(
          drawn,
          ({ entry, statement }) => `${entry.id}:${statement.index}`,
          (hit, index) => html`
            ${many && hit.entry !== drawn[index - 1]?.entry ? html`<li class="file"><h3 dir="auto">${hit.entry.heading}</h3></li>` : nothing}
            <li>${this.#line(hit)}</li>
          `,
        )}
      </ul>
    `;
  }

  /** @param {Hit} hit */
  #line({ entry, statement }) {
    const reading = /** @type {Reading} */ (entry.reading);
    const { passage } = this.desk;
    const current = passage?.entry === entry && passage.statement === statement.index;
    const source = reading.words(statement.source);
    const name = personBehind(reading, statement);
    const told = toldBy(reading, statement);
    return html`
      <button
        class="line ${told === "" ? "" : "inside"}"
        data-line
        aria-current=${current ? "true" : "false"}
        @click=${() => this.desk.go(passageOf(entry, statement), true)}
        @focus=${() => this.#preview({ entry, statement })}
      >
        <span class="body w${weight(statement.grade)}">
        <span class="who">
          <span class="name ${source === "" ? "nobody" : ""}">
            <bdi>${source === "" ? t("statements.nosource") : source}</bdi>
            ${name === "" ? nothing : html`<span class="code">(<bdi>${name}</bdi>)</span>`}
            ${statement.affiliation === null ? nothing : html`<span class="code">${statement.affiliation.replaceAll(",", " ")}</span>`}
          </span>
          ${gradeTag(statement.grade)}
        </span>
        ${told === "" ? nothing : html`<span class="told" dir="auto">${told}</span>`}
        <span class="what" dir="auto">
          ${statement.cue === null ? nothing : html`<span class="cue">${reading.words(statement.cue)}</span> `}<span
            class=${statement.mode === "direct" ? "direct" : "indirect"}
            >${reading.content(statement)}</span
          >
        </span>
        </span>
      </button>
    `;
  }

  /** Moving along the list shows each passage beside it, where there is room. @param {Hit} hit */
  #preview({ entry, statement }) {
    if (this.stepping) this.desk.go(passageOf(entry, statement), false);
  }

  stepping = false;

  /** @param {KeyboardEvent} event */
  #keys(event) {
    this.stepping = true;
    const last = !moveFocus(this.renderRoot, event);
    if (last && event.key === "ArrowDown") this.#portions.extend("hits");
    this.stepping = false;
  }
}

/**
 * @param {Found} found
 * @param {boolean} filtered
 */
function counted({ hits, all }, filtered) {
  return filtered ? t("statements.filtered", { shown: hits.length, all }) : t("statements.count", { count: all });
}

/** @param {Concordance} places */
function countedPlaces({ all, texts }) {
  const count = t("context.count", { count: all });
  return texts > 1 ? `${count} · ${t("files.count", { count: texts })}` : count;
}

/**
 * A statement as a row of the table that the view is saved as.
 *
 * @param {Hit} hit
 * @returns {Row}
 */
function rowOf({ entry, statement }) {
  const reading = /** @type {Reading} */ (entry.reading);
  const { actors, document, offsets } = reading.overview;
  const { days, keys } = profilesOf([entry])[0].profiles[statement.index];
  return {
    file: entry.name,
    sha256: document.sha256,
    statement: `s${statement.index + 1}`,
    source: reading.words(statement.source),
    actor: statement.actor === null ? null : (actors[statement.actor]?.name ?? null),
    parties: statement.affiliation?.split(",") ?? [],
    grade: statement.grade,
    mode: statement.mode,
    cue: reading.words(statement.cue),
    words: reading.content(statement),
    issues: keys.issue.filter((issue) => issue !== UNKNOWN),
    first_day: days?.first ?? null,
    last_day: days?.last ?? null,
    told_in: statement.parent === null ? null : `s${statement.parent + 1}`,
    offsets,
    start: statement.content[0]?.start ?? null,
    end: statement.content.at(-1)?.end ?? null,
  };
}

define("statement-list", StatementList);
