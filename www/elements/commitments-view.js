// Who promised what to whom, what is due, on which terms, and what stands in the way: over the open texts, group by group.

import { LitElement, html, nothing } from "lit";
import { t, word } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { commitmentsOf } from "./commitments.js";
import { commitmentsStyle } from "./commitments-view-style.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";
import { moveFocus, rove } from "./list-keys.js";
import { notYet } from "./not-yet.js";
import { oncePerReading } from "./once.js";
import { rowsButtons } from "./rows-buttons.js";

/** @import { Desk } from "../library/desk.js" */
/** @import { Library } from "../library/library.js" */
/** @import { Group, Line } from "./commitments.js" */

/** How many lines a group shows at first, and how many more each time. */
const PORTION = 10;
const MORE = 100;

/** What the open texts list; the element comes and goes with its tab. */
const once = oncePerReading(commitmentsOf);

export class CommitmentsView extends LitElement {
  static properties = { library: { attribute: false }, desk: { attribute: false }, opened: { state: true } };

  static styles = [shared, commitmentsStyle];

  constructor() {
    super();
    /** @type {Library} */
    this.library = given();
    /** @type {Desk} */
    this.desk = given();
    /** How many lines a group shows. @type {Map<string, number>} */
    this.opened = new Map();
    new Follow(this, () => [this.library, this.desk]);
  }

  updated() {
    rove(this.renderRoot);
  }

  render() {
    const { desk, library } = this;
    const groups = once(desk.entries);
    if (groups.length === 0) {
      return html`<p class="empty">${library.counts.open > 0 ? notYet(library) : (desk.entry?.failure?.message ?? t("commitments.none"))}</p>`;
    }
    return html`<div @keydown=${(/** @type {KeyboardEvent} */ event) => moveFocus(this.renderRoot, event)}>
      <h2 class="hidden">${t("commitments.title")}</h2>
      <nav class="jumps" aria-label=${t("commitments.jump")}>
        ${groups.map(
          ({ key, lines }) => html`<button @click=${() => this.#jump(key)}>${word("commitments", key)} <span class="figures quiet">${lines.length}</span></button>`,
        )}
      </nav>
      ${groups.map((group) => this.#group(group))}
      ${library.counts.open > 0 ? html`<p class="quiet">${notYet(library)}</p>` : nothing}
      ${rowsButtons("commitments", () => groups.flatMap(({ lines }) => lines.map((line) => line().row())))}
    </div>`;
  }

  /** @param {Group} group */
  #group({ key, lines }) {
    const count = this.opened.get(key) ?? PORTION;
    const shown = lines.slice(0, count).map((line) => line());
    const rest = lines.length - shown.length;
    const many = this.desk.entries.length > 1;
    return html`
      <h3 id=${key}>${word("commitments", key)} <span class="figures">${lines.length}</span></h3>
      <p class="hint">${word("commitments.hint", key)}</p>
      <ul aria-labelledby=${key}>
        ${shown.map(
          (line, index) => html`
            ${many && line.entry !== shown[index - 1]?.entry ? html`<li class="file"><h4 dir="auto">${line.entry.heading}</h4></li>` : nothing}
            <li>${this.#line(line)}</li>
          `,
        )}
      </ul>
      ${rest === 0
        ? nothing
        : html`<button class="plain" @click=${() => (this.opened = new Map([...this.opened, [key, count + MORE]]))}>${t("contents.more", { count: Math.min(rest, MORE) })}</button>`}
    `;
  }

  /** @param {Line} line */
  #line({ entry, who, words, notes, passage }) {
    const gone = this.desk.passage;
    const [first, here] = [passage.ranges[0], gone?.ranges[0]];
    const current = gone?.entry === entry && gone.label === passage.label && here?.start === first.start && here.end === first.end;
    const note = notes.filter(Boolean).join(" · ");
    return html`<button class="line" data-line aria-current=${current ? "true" : "false"} @click=${() => this.desk.go(passage, true)}>
      ${who === "" ? nothing : html`<span class="who" dir="auto">${who}</span>`}
      <bdi class="words">${words}</bdi>
      ${note === "" ? nothing : html`<span class="note" dir="auto">${note}</span>`}
    </button>`;
  }

  /** Leads to the first line of a group. @param {string} key */
  #jump(key) {
    this.renderRoot.querySelector(`#${key}`)?.scrollIntoView({ block: "start", behavior: "instant" });
    const line = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`ul[aria-labelledby="${key}"] [data-line]`));
    line?.focus({ preventScroll: true });
  }
}

define("commitments-view", CommitmentsView);
