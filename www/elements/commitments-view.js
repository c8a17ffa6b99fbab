// Who promised what to whom, what is due, on which terms, and what stands in the way: over the open texts, group by group.

import { html, nothing } from "lit";
import { t, word } from "../locales/locale.js";
import { lines } from "../styles/lines.js";
import { shared } from "../styles/shared.js";
import { commitmentsOf } from "./commitments.js";
import { commitmentsStyle } from "./commitments-view-style.js";
import { define } from "./define.js";
import { emptyView, moreToCome } from "./not-yet.js";
import { oncePerReading } from "./once.js";
import { Portions } from "./portions.js";
import { rowsButtons } from "./rows-buttons.js";
import { ViewElement, leadingLine } from "./view-element.js";

/** @import { Group, Line } from "./commitments.js" */

/** How many lines a group shows at first, and how many more each time. */
const PORTION = 10;
const MORE = 100;

/** What the open texts list; the element comes and goes with its tab. */
const once = oncePerReading(commitmentsOf);

export class CommitmentsView extends ViewElement {
  static styles = [shared, lines, commitmentsStyle];

  #portions = new Portions(this, PORTION, MORE);

  render() {
    const { desk, library } = this;
    const groups = once(desk.entries);
    if (groups.length === 0) return emptyView(this, t("commitments.none"));
    return html`
      <h2 class="hidden">${t("commitments.title")}</h2>
      <nav class="jumps" aria-label=${t("commitments.jump")}>
        ${groups.map(
          ({ key, lines }) => html`<button @click=${() => this.#jump(key)}>${word("commitments", key)} <span class="figures quiet">${lines.length}</span></button>`,
        )}
      </nav>
      ${groups.map((group) => this.#group(group))}
      ${moreToCome(library)} ${rowsButtons("commitments", () => groups.flatMap(({ lines }) => lines.map((line) => line().row())))}
    `;
  }

  /** @param {Group} group */
  #group({ key, lines }) {
    const shown = this.#portions.of(key, lines).map((line) => line());
    const many = this.desk.entries.length > 1;
    return html`
      <h3 id=${key}>${word("commitments", key)} <span class="figures">${lines.length}</span></h3>
      <p class="hint">${word("commitments.hint", key)}</p>
      <ul aria-labelledby=${key}>
        ${shown.map(
          (line, index) => html`
            ${many && line.entry !== shown[index - 1]?.entry ? html`<li class="file"><h4 dir="auto">${line.entry.heading}</h4></li>` : nothing}
            <li class="later">${this.#line(line)}</li>
          `,
        )}
      </ul>
      ${this.#portions.button(key, lines)}
    `;
  }

  /** @param {Line} line */
  #line({ who, words, notes, passage }) {
    const note = notes.filter(Boolean).join(" · ");
    const inside = html`${who === "" ? nothing : html`<span class="who" dir="auto">${who}</span>`}
      <bdi class="words">${words}</bdi>
      ${note === "" ? nothing : html`<span class="note" dir="auto">${note}</span>`}`;
    return leadingLine(this.desk, passage, inside);
  }

  /** Leads to the first line of a group. @param {string} key */
  #jump(key) {
    this.renderRoot.querySelector(`#${key}`)?.scrollIntoView({ block: "start", behavior: "instant" });
    const line = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(`ul[aria-labelledby="${key}"] [data-line]`));
    line?.focus({ preventScroll: true });
  }
}

define("commitments-view", CommitmentsView);
