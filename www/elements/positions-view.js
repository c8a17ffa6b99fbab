// Where does each party stand, on what condition? The matrix of parties by issues over the open texts; a cell leads to its passages.

import { html, nothing } from "lit";
import { listed, t, word } from "../locales/locale.js";
import { lines } from "../styles/lines.js";
import { shared } from "../styles/shared.js";
import { define } from "./define.js";
import { emptyView, moreToCome } from "./not-yet.js";
import { oncePerReading } from "./once.js";
import { named, partyStyle, partyTag } from "./party.js";
import { matrixPicture } from "./picture-matrix.js";
import { Portions } from "./portions.js";
import { clashesOf } from "./position-pairs.js";
import { cellKey, conditionsOf, countsOf, folded, matrixOf, whose } from "./positions.js";
import { positionsStyle } from "./positions-view-style.js";
import { rowsButtons } from "./rows-buttons.js";
import { STANCES, stanceShape, stanceStyle, stanceTag } from "./stance.js";
import { ViewElement, leadingLine } from "./view-element.js";
import "./position-passages.js";

/** @import { Row } from "../out/rows.js" */
/** @import { Clash, Pair } from "./position-pairs.js" */
/** @import { Matrix, Party, Stand } from "./positions.js" */

/** How many lines a list shows at first. */
const PORTION = 5;
/** With more issues than this, their names stand upright and cells show shapes without words. */
const WIDE = 4;
/** In less room than this, in pixels, the matrix is a list. */
const NARROW = 390;

/** What the open texts say; the element comes and goes with its tab. */
const once = oncePerReading(matrixOf);

export class PositionsView extends ViewElement {
  static properties = { narrow: { state: true } };

  static styles = [shared, lines, partyStyle, stanceStyle, positionsStyle];

  #portions = new Portions(this, PORTION);

  constructor() {
    super();
    /** What was open when last drawn. */
    this.cell = "";
    /** Whether there is no room for a table: on a phone, in a small panel. */
    this.narrow = matchMedia("(max-width: 699px)").matches;
    // In a frame of its own: to draw while sizes are told would begin that anew.
    const measure = (/** @type {number} */ width) => requestAnimationFrame(() => width > 0 && (this.narrow = width < NARROW));
    new ResizeObserver(([{ contentRect }]) => measure(contentRect.width)).observe(this);
  }

  firstUpdated() {
    this.cell = this.desk.cell;
  }

  updated() {
    const { cell } = this.desk;
    if (cell === this.cell) return;
    // Back from the passages to what opened them.
    const before = this.cell;
    this.cell = cell;
    if (cell === "") /** @type {HTMLElement | undefined} */ ([...this.renderRoot.querySelectorAll("[data-cell]")].find((at) => at.getAttribute("data-cell") === before))?.focus();
  }

  render() {
    const { desk, library } = this;
    const matrix = once(desk.entries);
    if (matrix.stands.length === 0) return emptyView(this, t("positions.none"));
    const overlaps = matrix.pairs.filter(({ kind }) => kind === "overlap");
    const count = { count: matrix.stands.length, parties: matrix.parties.length, texts: desk.entries.length };
    return html`<div @keydown=${this.#keys}>
      <h2 class="hidden">${t("positions.title")}</h2>
      <p class="quiet">${t(desk.entries.length > 1 ? "positions.count.texts" : "positions.count", count)}</p>
      ${this.#contrasts(matrix.pairs)}
      ${this.narrow ? this.#list(matrix) : this.#table(matrix)}
      <position-passages .desk=${desk} .matrix=${matrix}></position-passages>
      ${this.#lines("overlap", overlaps.map((pair) => this.#pair(pair)))}
      ${moreToCome(library)} ${rowsButtons("positions", () => rowsOf(matrix), (beside) => matrixPicture(beside, desk.entries, matrix))}
    </div>`;
  }

  /**
   * Issue by issue who is against whom; then where the text only says that two differ.
   *
   * @param {Pair[]} pairs
   */
  #contrasts(pairs) {
    const clashes = clashesOf(pairs);
    const stated = pairs.filter(({ kind, issue }) => kind === "contrast" && issue === null);
    const lines = [...clashes.map((clash) => this.#clash(clash)), ...stated.map((pair) => this.#pair(pair))];
    return this.#lines("contrast", lines);
  }

  /**
   * @param {Pair["kind"]} kind
   * @param {unknown[]} lines
   */
  #lines(kind, lines) {
    if (lines.length === 0) return nothing;
    return html`
      <h3 id=${kind}>${t(`positions.${kind}`)} <span class="figures">${lines.length}</span></h3>
      <p class="hint">${t(`positions.${kind}.hint`)}</p>
      <ul aria-labelledby=${kind}>
        ${this.#portions.of(kind, lines).map((line) => html`<li>${line}</li>`)}
      </ul>
      ${this.#portions.button(kind, lines)}
    `;
  }

  /** @param {Clash} clash */
  #clash({ issue, camps, mutual, across }) {
    const codes = new Set(camps.flatMap(({ parties }) => parties.map(({ code }) => code)));
    const inside = html`<span class="issue">${word("issue", issue)}</span>
      <span class="camps"
        >${camps.map(
          ({ stance, parties }) => html`<span class="camp">
            ${stance === null ? nothing : stanceShape(stance)}
            <span>
              ${mutual && camps.length === 1 ? t("positions.mutual") : word("stanceby", stance ?? "oppose")}
              <span>${listed(parties.map(({ name, code }) => named(name, code)))}</span>
            </span>
          </span>`,
        )}</span
      >
      ${across ? html`<span class="note">${t("positions.across")}</span>` : nothing}`;
    return this.#opener(`${issue}/${[...codes].join("+")}`, "line pair contrast", inside);
  }

  /** @param {Pair} pair */
  #pair({ kind, issue, parties, stances, across, passage }) {
    const [one, other] = parties.map((party, place) => sideTag({ ...party, stance: stances[place] }));
    const between = html`<span class="against">${kind === "contrast" ? "↔" : "→←"}<span class="hidden"> ${t(`positions.${kind}.between`)} </span></span>`;
    const inside = html`<span class="issue">${issue === null ? t("positions.differ") : word("issue", issue)}</span>
      <span class="sides">${one} ${between} ${other}</span>
      ${across ? html`<span class="note">${t("positions.across")}</span>` : nothing}`;
    const classes = `line pair ${kind}`;
    if (issue !== null) return this.#opener(`${issue}/${parties.map(({ code }) => code).join("+")}`, classes, inside);
    return passage === null ? html`<span class=${classes}>${inside}</span>` : leadingLine(this.desk, passage, inside, classes);
  }

  /** @param {Matrix} matrix */
  #table(matrix) {
    const upright = matrix.issues.length > WIDE;
    return html`
      <h3 id="matrix">${t("positions.matrix")}</h3>
      ${legend()}
      <div class="across" tabindex="0" role="group" aria-labelledby="matrix">
        <table class=${upright ? "upright" : ""} aria-labelledby="matrix">
          <thead>
            <tr>
              <th scope="col"><span class="hidden">${t("positions.party")}</span></th>
              ${matrix.issues.map((issue) => html`<th scope="col" class=${clashes(matrix, issue) ? "clash" : ""}>${this.#issue(matrix, issue)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${matrix.parties.map(
              (party) => html`<tr>
                <th scope="row">${partyTag(party.name, party.code)}</th>
                ${matrix.issues.map((issue) => html`<td>${this.#cell(matrix, issue, party, upright)}</td>`)}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  /**
   * @param {Matrix} matrix
   * @param {string} issue
   */
  #issue(matrix, issue) {
    return this.#opener(
      issue,
      "issue",
      html`<span class="name">${word("issue", issue)}</span>${clashes(matrix, issue) ? html`<span class="mark" aria-hidden="true">↔</span><span class="hidden">${t("comma")}${t("positions.clash")}</span>` : nothing}`,
    );
  }

  /**
   * @param {Matrix} matrix
   * @param {string} issue
   * @param {Party} party
   * @param {boolean} short    whether the shapes stand without their words
   */
  #cell(matrix, issue, party, short) {
    const stands = matrix.cells.get(cellKey(issue, party.code));
    if (stands === undefined) return nothing;
    const clash = matrix.clashing.has(cellKey(issue, party.code));
    return this.#opener(cellKey(issue, party.code), `cell ${clash ? "clash" : ""}`, counted(stands, short));
  }

  /**
   * What opens the passages of a cell, or closes them.
   *
   * @param {string} cell
   * @param {string} classes
   * @param {unknown} inside
   */
  #opener(cell, classes, inside) {
    const open = this.desk.cell === cell;
    return html`<button class=${classes} data-line data-cell=${cell} aria-expanded=${open ? "true" : "false"} @click=${() => this.desk.set({ cell: open ? "" : cell })}>${inside}</button>`;
  }

  /** The same issue by issue, where there is no room for a table. @param {Matrix} matrix */
  #list(matrix) {
    return html`
      <h3 id="matrix">${t("positions.matrix")}</h3>
      ${matrix.issues.map(
        (issue) => html`
          <h4 id=${`issue-${issue}`} class=${clashes(matrix, issue) ? "clash" : ""}>
            ${word("issue", issue)} ${clashes(matrix, issue) ? html`<span class="mark">↔ ${t("positions.clash")}</span>` : nothing}
          </h4>
          <ul aria-labelledby=${`issue-${issue}`}>
            ${matrix.parties.map((party) => {
              const stands = matrix.cells.get(cellKey(issue, party.code));
              if (stands === undefined) return nothing;
              const clash = matrix.clashing.has(cellKey(issue, party.code));
              const inside = html`${partyTag(party.name, party.code)}<span class="stances">${counted(stands, false)}</span>`;
              return html`<li>${this.#opener(cellKey(issue, party.code), `line row ${clash ? "clash" : ""}`, inside)}</li>`;
            })}
          </ul>
        `,
      )}
    `;
  }

  /** Arrows lead across the matrix, else along the lists. @param {KeyboardEvent} event */
  #keys(event) {
    const cell = /** @type {HTMLElement} */ (event.composedPath()[0]).closest("td, th");
    const row = cell?.closest("tr");
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!cell || !row || by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...(row.closest("table")?.rows ?? [])];
    const start = [/** @type {HTMLTableCellElement} */ (cell).cellIndex, rows.indexOf(/** @type {HTMLTableRowElement} */ (row))];
    // The next cell in that direction which has something in it.
    for (let [x, y] = [start[0] + by[0], start[1] + by[1]]; rows[y]?.cells[x] !== undefined; x += by[0], y += by[1]) {
      const next = /** @type {HTMLElement | null} */ (rows[y].cells[x].querySelector("[data-line]"));
      if (next === null) continue;
      event.preventDefault();
      next.focus();
      return;
    }
  }
}

/**
 * @param {Matrix} matrix
 * @param {string} issue
 */
function clashes(matrix, issue) {
  return matrix.parties.some(({ code }) => matrix.clashing.has(cellKey(issue, code)));
}

/**
 * The stances of a cell with how often each is taken, and whether any hangs on a condition.
 *
 * @param {Stand[]} stands
 * @param {boolean} short
 */
function counted(stands, short) {
  const conditional = stands.some(({ position }) => position.conditions.length > 0);
  return html`${countsOf(stands).map(
    ({ stance, count }) =>
      html`<span class="stance">${stanceShape(stance)}<span class=${short ? "hidden" : "in-words"}> ${word("stance", stance)}</span>
        <span class="figures ${count === 1 ? "hidden" : ""}">${count}</span></span> `,
  )}${conditional ? html`<span class="if" title=${t("positions.conditional")}>${t("positions.if")}<span class="hidden">: ${t("positions.conditional")}</span></span>` : nothing}`;
}

/** A party with its stance. @param {Party & { stance: Pair["stances"][0] }} side */
function sideTag({ name, code, stance }) {
  return html`<span class="side">${partyTag(name, code)} ${stance === null ? nothing : stanceTag(stance)}</span> `;
}

/** What the shapes stand for. */
function legend() {
  return html`<ul class="legend" aria-label=${t("positions.legend")}>
    ${STANCES.map((stance) => html`<li>${stanceTag(stance)}</li>`)}
    <li><span class="if">${t("positions.if")}</span> ${t("positions.conditional")}</li>
    <li><span class="swatch" aria-hidden="true"></span> ${t("positions.clash")}</li>
  </ul>`;
}

/**
 * The positions as rows of a table.
 *
 * @param {Matrix} matrix
 * @returns {Row[]}
 */
function rowsOf({ stands, pairs }) {
  return stands.map((stand) => {
    const { entry, reading, position } = stand;
    const against = pairs.filter(({ kind, issue, parties }) => kind === "contrast" && issue === position.issue && parties.some(({ code }) => code === position.holder));
    const others = against.map(({ parties }) => parties.find(({ code }) => code !== position.holder)?.code ?? "");
    return {
      file: entry.name,
      sha256: reading.overview.document.sha256,
      party: position.holder,
      name: reading.overview.names[position.holder] ?? position.holder,
      issue: position.issue,
      stance: position.stance,
      strength: position.strength,
      target: position.target?.split(",") ?? [],
      words: folded(reading, position.evidence),
      conditions: conditionsOf(stand),
      whose: whose(position),
      repeated: position.repeated,
      against: [...new Set(others)],
      statement: position.statement,
      rule: position.rule,
      offsets: reading.overview.offsets,
      start: position.evidence.start,
      end: position.evidence.end,
    };
  });
}

define("positions-view", PositionsView);
