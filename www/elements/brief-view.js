// The brief: for each text its own sentences that sum it up, what is new above what was before; over several texts a line for each on top.

import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { isExample } from "../intake/invented.js";
import { language, t } from "../locales/locale.js";
import { lines } from "../styles/lines.js";
import { shared } from "../styles/shared.js";
import { aboutOf, briefOf, heardIn } from "./brief.js";
import { briefStyle } from "./brief-view-style.js";
import { define } from "./define.js";
import { emptyView, moreToCome } from "./not-yet.js";
import { sharesPicture } from "./picture-sourcing.js";
import { Portions } from "./portions.js";
import { pictureButton } from "./rows-buttons.js";
import { percent, shareBar, shareStyle, sharesOf } from "./share-bar.js";
import { ViewElement, leadingLine } from "./view-element.js";

/** @import { Reading } from "../engine/reading.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Group, Line } from "./brief.js" */

/** How many texts are drawn at first. */
const PORTION = 20;

export class BriefView extends ViewElement {
  static styles = [shared, lines, shareStyle, briefStyle];

  #portions = new Portions(this, PORTION, PORTION);

  render() {
    const { desk, library } = this;
    const { entries } = desk;
    if (entries.length === 0) return emptyView(this, t("brief.none"));
    const shown = this.#portions.of("texts", entries);
    return html`
      <h2 class="hidden">${t("view.brief")}</h2>
      ${entries.some(isExample) ? html`<p class="invented">${t("brief.example")}</p>` : nothing}
      ${entries.length > 1 ? this.#texts(shown) : nothing}
      <p class="hint">${t("brief.hint")}</p>
      ${repeat(shown, ({ id }) => id, (entry) => this.#drawn(entry))}
      ${this.#portions.button("texts", entries, (count) => t("brief.more", { count }))} ${desk.entry === null ? moreToCome(library) : nothing}
    `;
  }

  /** A line a text: who is heard, how it is sourced, what it is about. @param {Entry[]} entries */
  #texts(entries) {
    return html`
      <h3 id="texts">${t("brief.texts")}</h3>
      <p class="hint">${t("brief.texts.hint")}</p>
      <ul class="texts" aria-labelledby="texts">
        ${repeat(entries, ({ id }) => id, (entry) =>
          guard([entry.reading, language()], () => html`<li>${this.#text(entry, /** @type {Reading} */ (entry.reading))}</li>`),
        )}
      </ul>
      <p class="rows">${pictureButton("texts", (beside) => sharesPicture(beside, this.desk.entries, null), t("picture.save"))}</p>
    `;
  }

  /**
   * @param {Entry} entry
   * @param {Reading} reading
   */
  #text(entry, reading) {
    const { shares } = reading.overview.audit;
    return html`<button class="line text" data-line @click=${() => this.desk.open(entry)}>
      <span class="title" dir="auto">${entry.heading}</span>
      <span class="reported figures">${t("audit.reported", { share: percent(shares.attributed, shares.words) })}</span>
      <span class="about"><bdi>${heardIn(reading)}</bdi> · ${aboutOf(reading)}</span>
      ${shareBar(sharesOf(shares.grades, shares.author), shares.words)}
    </button>`;
  }

  /** Drawn anew only where something in it changed: texts come by the hundred. @param {Entry} entry */
  #drawn(entry) {
    const gone = this.desk.passage?.entry === entry ? this.desk.passage : null;
    return guard([entry.reading, gone, language()], () => this.#brief(entry, /** @type {Reading} */ (entry.reading)));
  }

  /**
   * @param {Entry} entry
   * @param {Reading} reading
   */
  #brief(entry, reading) {
    const groups = briefOf(entry, reading);
    const { date } = reading.overview.document;
    return html`<section aria-labelledby=${`title-${entry.id}`}>
      <h3 class="of" id=${`title-${entry.id}`} dir="auto">${entry.heading}</h3>
      ${date === null ? nothing : html`<p class="date figures">${date}</p>`}
      ${groups.length === 0 ? html`<p class="quiet">${t("brief.none")}</p>` : groups.map((group) => this.#group(entry, group))}
    </section>`;
  }

  /**
   * @param {Entry} entry
   * @param {Group} group
   */
  #group(entry, { key, lines }) {
    const id = `${key}-${entry.id}`;
    return html`
      <h4 id=${id}>${t(`brief.${key}`)}</h4>
      <ul class=${key} aria-labelledby=${id}>
        ${lines.map((line) => html`<li>${this.#line(line)}</li>`)}
      </ul>
    `;
  }

  /** @param {Line} line */
  #line({ words, note, verdict, passage }) {
    if (passage === null) return html`<p class="quiet">${words}</p>`;
    const inside = html`<span class="words" dir="auto">${words}</span>
      ${note === "" && verdict === null
        ? nothing
        : html`<span class="note"><bdi>${note}</bdi>${verdict === null ? nothing : html`<span class="verdict">${verdict}</span>`}</span>`}`;
    return leadingLine(this.desk, passage, inside);
  }
}

define("brief-view", BriefView);
