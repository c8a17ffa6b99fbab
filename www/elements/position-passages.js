// The passages behind a cell of the matrix: what each party said on the issue, on which terms, and whose reading it is.

import { LitElement, css, html, nothing } from "lit";
import { listed, t, word } from "../locales/locale.js";
import { lines } from "../styles/lines.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";
import { ListKeys } from "./list-keys.js";
import { named, partyNames, partyStyle, partyTag } from "./party.js";
import { Portions } from "./portions.js";
import { folded, positionPassage, whose } from "./positions.js";
import { stanceStyle, stanceTag } from "./stance.js";
import { leadingLine } from "./view-element.js";

/** @import { Desk } from "../library/desk.js" */
/** @import { Matrix, Stand } from "./positions.js" */

/** How many passages are drawn at first. */
const PORTION = 50;

export class PositionPassages extends LitElement {
  static properties = { desk: { attribute: false }, matrix: { attribute: false } };

  static styles = [
    shared,
    lines,
    partyStyle,
    stanceStyle,
    css`
      :host {
        padding: 0;
      }

      section {
        margin-top: 1rem;
        padding: 0.6rem 0.75rem 0.75rem;
        border: 1px solid var(--line-2);
        border-radius: 8px;
        background: var(--paper-2);
      }

      .title {
        display: flex;
        gap: 0.5rem;
        align-items: baseline;
        justify-content: space-between;
      }

      h3 {
        margin: 0;
        font-size: 0.9375rem;
        color: var(--ink);
      }

      li.stand {
        padding: 0.25rem 0 0.4rem;
        border-bottom: 1px solid var(--line);
      }

      li.stand:last-child {
        border-bottom: 0;
      }

      .line {
        padding: 0.3rem 0.4rem;
        border-bottom: 0;
        border-radius: 6px;
      }

      .line:hover {
        background: var(--paper-3);
      }

      .who {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        align-items: baseline;
      }

      .party-tag {
        font-weight: 600;
      }

      .words {
        margin: 0.15rem 0;
      }

      .condition {
        display: flex;
        gap: 0.5rem;
        margin-inline-start: 0.75rem;
        width: calc(100% - 0.75rem);
        border-inline-start: 2px dashed var(--line-2);
        border-radius: 0;
        border-start-end-radius: 6px;
        border-end-end-radius: 6px;
        font-size: 0.8125rem;
      }

      .condition .words {
        margin: 0;
        font-size: 14px;
      }

      @media print {
        .title button {
          display: none;
        }
      }

      .condition .label {
        flex: none;
        padding-top: 0.1rem;
        color: var(--ink-2);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Desk} */
    this.desk = given();
    /** @type {Matrix} */
    this.matrix = given();
    /** @type {string | null} */
    this.cell = null;
    new Follow(this, () => [this.desk]);
    new ListKeys(this);
  }

  #portions = new Portions(this, PORTION);

  willUpdate() {
    if (this.desk.cell !== this.cell) this.#portions.reset();
  }

  updated() {
    const { cell } = this.desk;
    const before = this.cell;
    this.cell = cell;
    // On the first drawing the cell comes with the address: nobody has asked to be led to it.
    if (cell === before || before === null || cell === "") return;
    const section = this.renderRoot.querySelector("section");
    section?.scrollIntoView({ block: "nearest", behavior: "instant" });
    /** @type {HTMLElement | null | undefined} */ (section?.querySelector("[data-line]"))?.focus({ preventScroll: true });
  }

  render() {
    const { cell } = this.desk;
    const stands = this.#stands();
    if (cell === "" || stands.length === 0) return nothing;
    return html`
      <section aria-labelledby="title">
        <div class="title">
          <h3 id="title">${this.#title()} <span class="figures quiet">${stands.length}</span></h3>
          <button class="plain" @click=${() => this.desk.set({ cell: "" })}>${t("positions.close")}</button>
        </div>
        <ul aria-labelledby="title">
          ${this.#portions.of("stands", stands).map((stand) => html`<li class="stand later">${this.#stand(stand)}</li>`)}
        </ul>
        ${this.#portions.button("stands", stands)}
      </section>
    `;
  }

  /** The positions of the cell, of each party in the order of the texts. */
  #stands() {
    const [issue, codes] = this.desk.cell.split("/");
    const wanted = (codes ?? "").split("+").filter(Boolean);
    const parties = this.matrix.parties.filter(({ code }) => wanted.length === 0 || wanted.includes(code));
    return parties.flatMap(({ code }) => this.matrix.cells.get(`${issue}/${code}`) ?? []);
  }

  /** What the cell is about, in words: "Kenya (KEN) and Uganda (UGA): sanctions". */
  #title() {
    const [issue, codes] = this.desk.cell.split("/");
    const wanted = (codes ?? "").split("+").filter(Boolean);
    const names = wanted.map((code) => named(this.matrix.parties.find((party) => party.code === code)?.name ?? code, code));
    return names.length === 0 ? word("issue", issue) : t("positions.on", { names: listed(names), issue: word("issue", issue) });
  }

  /** @param {Stand} stand */
  #stand({ entry, reading, position }) {
    const { holder, target } = position;
    const notes = [
      whose(position),
      position.repeated ? t("positions.repeated") : "",
      target === null ? "" : t("positions.target", { names: partyNames(reading, target) }),
      this.desk.entries.length > 1 ? entry.heading : "",
    ];
    const party = this.matrix.parties.find(({ code }) => code === holder);
    const inside = html`<span class="who">
        ${partyTag(party?.name ?? holder, holder)} ${stanceTag(position.stance)}
        ${position.strength === null ? nothing : html`<span class="quiet">${word("strength", position.strength)}</span>`}
      </span>
      <bdi class="words">${folded(reading, position.evidence)}</bdi>
      <span class="note" dir="auto">${notes.filter(Boolean).join(" · ")}</span>`;
    const conditions = position.conditions.map((range) => {
      const condition = html`<span class="label">${t("positions.condition")}</span><bdi class="words">${folded(reading, range)}</bdi>`;
      return leadingLine(this.desk, positionPassage(entry, position, range), condition, "line condition");
    });
    return [leadingLine(this.desk, positionPassage(entry, position), inside), conditions];
  }
}

define("position-passages", PositionPassages);
