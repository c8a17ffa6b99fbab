// Can a text be trusted? Whose words it is made of, who is heard and who is not, what leads nowhere, what could be checked.

import { html, nothing } from "lit";
import { GRADES } from "../library/desk.js";
import { saveClaims } from "../out/save.js";
import { t, word } from "../locales/locale.js";
import { lines } from "../styles/lines.js";
import { shared } from "../styles/shared.js";
import { define } from "./define.js";
import { gradeStyle, gradeTag } from "./grade.js";
import { unread } from "./not-yet.js";
import { sharesPicture } from "./picture-sourcing.js";
import { Portions } from "./portions.js";
import { rowsButtons } from "./rows-buttons.js";
import { partyPassage, sourcingOf } from "./sourcing.js";
import { percent, shareBar, shareLegend, shareStyle, sharesOf } from "./share-bar.js";
import { sourcingStyle } from "./sourcing-view-style.js";
import { ViewElement, leadingLine } from "./view-element.js";

/** @import { Reading, Party } from "../engine/reading.js" */
/** @import { Passage } from "../library/desk.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Row } from "../out/rows.js" */
/** @import { Share } from "./share-bar.js" */
/** @import { Group, Line } from "./sourcing.js" */

/** How many lines a list shows at first. */
const PORTION = 10;
/** The lists of short words, whose notes stand beside them. */
const COMPACT = new Set(["loaded", "quality"]);

export class SourcingView extends ViewElement {
  static properties = { saving: { state: true } };

  static styles = [shared, lines, gradeStyle, shareStyle, sourcingStyle];

  #portions = new Portions(this, PORTION);

  constructor() {
    super();
    this.saving = false;
  }

  render() {
    const entry = this.desk.entry ?? this.desk.shown;
    if (entry === null || entry.reading === null) return unread(this.library, entry, t("contents.none"));
    const { reading } = entry;
    return html`
      ${this.desk.entry === null ? this.#texts() : nothing}
      <h2 dir="auto">${entry.title ?? entry.name}</h2>
      ${this.#shares(reading)} ${this.#parties(entry, reading)}
      ${this.#rows(entry)}
      ${sourcingOf(entry, reading).map((group) => this.#group(entry, reading, group))}
    `;
  }

  /** What the bars show, to save. @param {Entry} entry */
  #rows(entry) {
    const entries = this.desk.entry === null ? this.desk.entries : [entry];
    return rowsButtons("sourcing", () => entries.flatMap(rowsOf), (beside) => sharesPicture(beside, entries, entry));
  }

  /** A bar a text, where there are several. */
  #texts() {
    const { entries } = this.desk;
    if (entries.length < 2) return nothing;
    return html`
      <h3 id="texts">${t("audit.texts")}</h3>
      <ul aria-labelledby="texts">
        ${entries.map((entry) => {
          const { shares } = /** @type {Reading} */ (entry.reading).overview.audit;
          const current = entry === this.desk.shown ? "true" : "false";
          return html`<li>
            <button class="line party" data-line aria-current=${current} @click=${() => this.#open(entry)}>
              <span class="name" dir="auto">${entry.heading}</span>
              <span class="note figures">${t("audit.reported", { share: percent(shares.attributed, shares.words) })}</span>
              ${shareBar(sharesOf(shares.grades, shares.author), shares.words)}
            </button>
          </li>`;
        })}
      </ul>
    `;
  }

  /** @param {Entry} entry */
  #open(entry) {
    this.desk.open(entry);
    this.desk.set({ view: "sourcing" });
  }

  /** @param {Reading} reading */
  #shares({ overview }) {
    const { shares } = overview.audit;
    const parts = sharesOf(shares.grades, shares.author);
    const unsourced = shares.grades.none ?? 0;
    return html`
      <figure>
        <figcaption>
          ${t("audit.shares", { count: shares.words, attributed: shares.attributed, author: shares.author })}
          ${unsourced > 0 ? t("audit.unsourced", { unsourced }) : nothing}
        </figcaption>
        ${shareBar(parts, shares.words)} ${shareLegend(parts)}
      </figure>
      ${shareTable(parts, shares.words)}
    `;
  }

  /**
   * @param {Entry} entry
   * @param {Reading} reading
   */
  #parties(entry, reading) {
    const { parties } = reading.overview.audit;
    const heard = parties.filter((party) => party.statements > 0);
    const silent = parties.filter((party) => party.never_heard);
    const most = Math.max(1, ...heard.map(({ words }) => words));
    return html`
      ${heard.length === 0
        ? nothing
        : html`<h3 id="parties">${t("audit.parties")} <span class="figures">${heard.length}</span></h3>
            <p class="hint">${t("audit.parties.hint")}</p>
            <ul aria-labelledby="parties">
              ${heard.map((party) => html`<li>${this.#party(entry, reading, party, most)}</li>`)}
            </ul>
            ${partyTable(parties)}`}
      ${silent.length === 0
        ? nothing
        : html`<h3 id="silent">${t("audit.silent")} <span class="figures">${silent.length}</span></h3>
            <p class="hint">${t("audit.silent.hint")}</p>
            <ul class="silent" aria-labelledby="silent">
              ${silent.map((party) => html`<li>${this.#silent(entry, reading, party)}</li>`)}
            </ul>`}
    `;
  }

  /**
   * @param {Entry} entry
   * @param {Reading} reading
   * @param {Party} party
   * @param {number} most
   */
  #party(entry, reading, party, most) {
    const note = [t("files.statements", { count: party.statements }), t("reader.words", { count: party.words })].join(t("comma"));
    const inside = html`<span class="name"><bdi>${party.name}</bdi> <span class="code">${party.code}</span></span>
      <span class="note figures">${note}</span>
      ${shareBar(sharesOf(party.grades, 0), most)}`;
    return this.#button(partyPassage(entry, reading, party), inside, "line party");
  }

  /**
   * @param {Entry} entry
   * @param {Reading} reading
   * @param {Party} party
   */
  #silent(entry, reading, party) {
    const inside = html`<bdi>${party.name}</bdi> <span class="quiet figures">${t("audit.mentions", { count: party.mentions })}</span>`;
    return this.#button(partyPassage(entry, reading, party), inside, "chip");
  }

  /**
   * @param {Entry} entry
   * @param {Reading} reading
   * @param {Group} group
   */
  #group(entry, reading, { key, lines }) {
    return html`
      <h3 id=${key}>${t(`audit.${key}`)} <span class="figures">${lines.length}</span></h3>
      <p class="hint">${t(`audit.${key}.hint`)}</p>
      <ul aria-labelledby=${key}>
        ${this.#portions.of(key, lines).map((line) => html`<li>${this.#line(line, COMPACT.has(key))}</li>`)}
      </ul>
      ${this.#portions.button(key, lines)}
      ${key === "claims"
        ? html`<button class="save" ?disabled=${this.saving} @click=${() => this.#save(entry)}>${t("audit.save")}</button>`
        : nothing}
    `;
  }

  /**
   * @param {Line} line
   * @param {boolean} compact
   */
  #line({ words, note, grade, passage }, compact) {
    const inside = html`<bdi class="words">${words}</bdi>
      ${grade === null ? nothing : gradeTag(grade)} ${note === "" ? nothing : html`<span class="note">${note}</span>`}`;
    return this.#button(passage, inside, `line ${compact ? "compact" : ""} ${grade === null ? "" : "source"}`);
  }

  /**
   * What leads to words of the text.
   *
   * @param {Passage | null} passage
   * @param {unknown} inside
   * @param {string} classes
   */
  #button(passage, inside, classes) {
    return passage === null ? html`<span class=${classes}>${inside}</span>` : leadingLine(this.desk, passage, inside, classes);
  }

  /** @param {Entry} entry */
  async #save(entry) {
    this.saving = true;
    try {
      const failed = await saveClaims(this.library, [entry]);
      const detail = failed === 0 ? t("save.done") : t("save.failed", { count: failed });
      this.dispatchEvent(new CustomEvent("say", { detail, bubbles: true, composed: true }));
    } finally {
      this.saving = false;
    }
  }
}

/**
 * The numbers behind the bars: a row a text, then one a party that is named in it.
 *
 * @param {Entry} entry
 * @returns {Row[]}
 */
function rowsOf(entry) {
  const { document, audit } = /** @type {Reading} */ (entry.reading).overview;
  const of = (/** @type {Record<string, number>} */ grades) => Object.fromEntries(GRADES.map((grade) => [`words_${grade}`, grades[grade] ?? 0]));
  const { shares, parties } = audit;
  const text = { file: entry.name, sha256: document.sha256, party: null, name: null, mentions: null, statements: null };
  return [
    { ...text, words: shares.words, words_author: shares.author, ...of(shares.grades) },
    ...parties.map(({ code, name, mentions, statements, words, grades }) => ({ ...text, party: code, name, mentions, statements, words, words_author: null, ...of(grades) })),
  ];
}

/**
 * The numbers behind the bar of the text.
 *
 * @param {Share[]} shares
 * @param {number} words
 */
function shareTable(shares, words) {
  const rows = shares.map(({ name, words: own }) => ({ name, cells: [own, percent(own, words)] }));
  return table(t("audit.voices"), [t("audit.whose"), word("audit.column", "words"), t("audit.share")], rows);
}

/**
 * The numbers behind the bars of the parties.
 *
 * @param {Party[]} parties
 */
function partyTable(parties) {
  const columns = ["mentions", "statements", "words"].map((column) => word("audit.column", column));
  const rows = parties.map(({ name, mentions, statements, words }) => ({ name, cells: [mentions, statements, words] }));
  return table(t("audit.parties"), [t("audit.party"), ...columns], rows);
}

/**
 * @param {string} label
 * @param {string[]} columns
 * @param {{ name: string, cells: (string | number)[] }[]} rows
 */
function table(label, [first, ...columns], rows) {
  return html`<details>
    <summary>${t("audit.table")}</summary>
    <div class="across" tabindex="0" role="group" aria-label=${label}>
      <table>
        <thead>
          <tr><th scope="col">${first}</th>${columns.map((column) => html`<th scope="col" class="number">${column}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ name, cells }) =>
              html`<tr><th scope="row"><bdi>${name}</bdi></th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

define("sourcing-view", SourcingView);
