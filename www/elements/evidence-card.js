// What is known about the passage gone to: who, how well sourced, by which word and rule.

import { LitElement, css, html, nothing } from "lit";
import { statementIndex } from "../engine/position.js";
import { cited } from "../out/citation.js";
import { t, word } from "../locales/locale.js";
import { shared } from "../styles/shared.js";
import { define, given } from "./define.js";
import { Follow } from "./follow.js";
import { gradeStyle, gradeTag } from "./grade.js";
import { passageOf } from "./passage.js";
import { positionLine, positionPassage } from "./positions.js";
import { extentOf } from "../library/extent.js";
import "./correct-statement.js";

/** @import { Range, Statement } from "../engine/columns.js" */
/** @import { Reading } from "../engine/reading.js" */
/** @import { Desk, Fact, Passage, PlacedRecord } from "../library/desk.js" */
/** @import { Entry } from "../library/library.js" */

export class EvidenceCard extends LitElement {
  static properties = { desk: { attribute: false } };

  static styles = [
    shared,
    gradeStyle,
    css`
      :host {
        flex: 0 1 auto;
        max-height: 65%;
        overflow: auto;
      }

      section {
        padding: 0.6rem 1.25rem 0.7rem;
        border-bottom: 1px solid var(--line);
        background: var(--paper-2);
        max-height: 45vh;
        overflow: auto;
      }

      .title {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        justify-content: space-between;
      }

      .tools {
        display: flex;
        gap: 0.25rem;
        align-items: center;
        white-space: nowrap;
      }

      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.1rem 0.9rem;
        align-items: baseline;
        margin-top: 0.25rem;
        font-size: 0.8125rem;
      }

      dt {
        color: var(--ink-2);
      }

      dd {
        overflow-wrap: anywhere;
      }

      details {
        margin-top: 0.25rem;
        font-size: 0.8125rem;
      }

      summary {
        width: max-content;
        color: var(--ink-2);
        cursor: pointer;
      }

      code {
        font-size: 0.75rem;
        overflow-wrap: anywhere;
      }

      button {
        min-height: 26px;
        padding: 0 0.5rem;
        font-size: 0.8125rem;
      }

      dd button.plain {
        min-height: 24px;
        padding: 0;
        border: 0;
        text-align: start;
      }

      .reject {
        margin-top: 0.4rem;
      }

      @media print {
        section {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Desk} */
    this.desk = given();
    /** Whether something was just corrected from here. */
    this.corrected = false;
    new Follow(this, () => [this.desk]);
  }

  render() {
    const { passage, shown } = this.desk;
    const reading = passage?.entry.reading ?? null;
    if (passage === null || reading === null || passage.entry !== shown) return nothing;
    const statement = passage.statement === null ? undefined : reading.statements[passage.statement];
    const rejected = this.#rejected(passage, reading);
    const title = rejected === undefined ? passage.label : t("rejected.label", { kind: word("record", rejected.kind) });
    return html`
      <section aria-label=${t("evidence.title")} @correct=${() => (this.corrected = true)}>
        <div class="title">
          <h3>${statement === undefined ? title : t("evidence.title")}</h3>
          <div class="tools">
            ${rejected === undefined ? nothing : html`<button class="back" @click=${() => this.#takeBack(passage.entry, rejected)}>${t("rejected.back")}</button>`}
            ${statement === undefined ? nothing : this.#steps(passage, reading)}
            <button @click=${() => this.#copy(passage)}>${t("evidence.copy")}</button>
          </div>
        </div>
        ${statement === undefined
          ? [this.#known(passage), rejected === undefined ? this.#reject(passage) : nothing]
          : [this.#facts(reading, statement), this.#correct(passage.entry, statement)]}
      </section>
    `;
  }

  /** The focus stays in the card when what it was on is gone with the statement. */
  updated() {
    const back = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".back"));
    if (!this.corrected || back === null) return;
    this.corrected = false;
    back.focus();
  }

  /**
   * The record of the passage, if the reader rejected it.
   *
   * @param {Passage} passage
   * @param {Reading} reading
   */
  #rejected({ record }, reading) {
    const holds = reading.overview.corrections.some(
      ({ what, kind, key, span }) =>
        what === "reject" && kind === record?.kind && key === (record.key ?? null) && span?.start === record.start && span.end === record.end,
    );
    return holds ? record : undefined;
  }

  /**
   * @param {Entry} entry
   * @param {Statement} statement
   */
  #correct(entry, statement) {
    return html`<correct-statement .entry=${entry} .statement=${statement}></correct-statement>`;
  }

  /** @param {Passage} passage */
  #reject({ entry, record }) {
    if (record === undefined) return nothing;
    const correction = { what: "reject", ...record };
    const say = (/** @type {Event} */ event) =>
      event.target?.dispatchEvent(new CustomEvent("correct", { detail: { entry, correction }, bubbles: true, composed: true }));
    return html`<button class="reject" @click=${say}>${t("correct.reject.record", { kind: word("record", record.kind) })}</button>`;
  }

  /**
   * @param {Entry} entry
   * @param {PlacedRecord} record
   */
  #takeBack(entry, record) {
    const correction = { what: "reject", ...record };
    this.dispatchEvent(new CustomEvent("take-back", { detail: { entry, correction }, bubbles: true, composed: true }));
  }

  /**
   * @param {Passage} passage
   * @param {Reading} reading
   */
  #steps({ entry, statement }, reading) {
    const step = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ label) => {
      const next = reading.statements[(statement ?? 0) + by];
      return html`<button aria-label=${label} title=${label} ?disabled=${next === undefined} @click=${() => this.desk.go(passageOf(entry, next), false)}>${sign}</button>`;
    };
    return [step(-1, "↑", t("evidence.previous")), step(1, "↓", t("evidence.next"))];
  }

  /** What is known of words that are no statement. @param {Passage} passage */
  #known({ facts = [] }) {
    const [plain, folded] = [facts.filter((fact) => !fact.folded), facts.filter((fact) => fact.folded)];
    return html`
      ${this.#list(plain)}
      ${folded.length === 0 ? nothing : html`<details><summary>${t("evidence.why")}</summary>${this.#list(folded)}</details>`}
    `;
  }

  /** @param {Fact[]} facts */
  #list(facts) {
    if (facts.length === 0) return nothing;
    return html`<dl>
      ${facts.map(({ name, value, passage }) => {
        const words = html`<bdi>${value}</bdi>`;
        return html`<dt>${name}</dt><dd>${passage === undefined ? words : html`<button class="plain" @click=${() => this.desk.go(passage, true)}>${words}</button>`}</dd>`;
      })}
    </dl>`;
  }

  /**
   * @param {Reading} reading
   * @param {Statement} statement
   */
  #facts(reading, statement) {
    const actor = statement.actor === null ? null : reading.overview.actors[statement.actor];
    const source = reading.words(statement.source);
    const office = actor?.role ? `${actor.former ? `${t("evidence.former")} ` : ""}${actor.role}` : null;
    const rows = [
      [t("evidence.saidBy"), html`<bdi>${source === "" ? t("statements.nosource") : source}</bdi>${this.#identity(source, actor?.name, office)}`],
      [t("evidence.speaksFor"), statement.affiliation?.replaceAll(",", ", ")],
      [t("evidence.grade"), html`${gradeTag(statement.grade)} <span class="quiet">${word("gradelong", statement.grade)}</span>`],
      [t("evidence.mode"), [word("mode", statement.mode), endorsement(statement)].filter(Boolean).join("; ")],
      [t("evidence.to"), this.#phrase(reading, statement.addressee)],
      [t("evidence.circumstances"), this.#phrases(reading, [statement.medium, statement.occasion, statement.venue])],
      [t("evidence.repeated"), this.#phrase(reading, statement.repeated)],
      [t("evidence.via"), this.#phrase(reading, statement.via)],
      [t("evidence.inside"), statement.parent === null ? null : this.#phrase(reading, reading.statements[statement.parent]?.source ?? null) ?? t("statements.nosource")],
      [t("evidence.stance"), this.#stances(reading, statement)],
      [t("evidence.certainty"), this.#certainty(reading, statement)],
      [t("evidence.voice"), statement.voice === "author" ? t("evidence.voice.author") : null],
      [t("evidence.positions"), this.#positions(reading, statement)],
      [t("evidence.amended"), amended(reading, statement)],
    ];
    return html`
      <dl>${rows.map(([name, value]) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing))}</dl>
      <details>
        <summary>${t("evidence.why")}</summary>
        <code>${statement.why}</code>
      </details>
    `;
  }

  /**
   * @param {Reading} reading
   * @param {Range | null} range
   */
  #phrase(reading, range) {
    return range === null ? null : html`<bdi>${reading.words(range)}</bdi>`;
  }

  /**
   * @param {Reading} reading
   * @param {(Range | null)[]} ranges
   */
  #phrases(reading, ranges) {
    const words = [...new Set(ranges.filter((range) => range !== null).map((range) => reading.words(range)))];
    return words.length === 0 ? null : html`<bdi>${words.join("; ")}</bdi>`;
  }

  /**
   * Who is reported to be ready or not, and for what.
   *
   * @param {Reading} reading
   * @param {Statement} statement
   */
  #stances(reading, statement) {
    const stances = reading.stances.filter((stance) => stance.statement === statement.index);
    const said = stances.map(({ source, content }) => t("evidence.stance.words", { name: reading.words(source), words: reading.words(content) }));
    return said.length === 0 ? null : html`<bdi>${said.join("; ")}</bdi>`;
  }

  /**
   * The positions that were read in it, each of which can be gone to.
   *
   * @param {Reading} reading
   * @param {Statement} statement
   */
  #positions(reading, statement) {
    const { passage } = this.desk;
    const found = reading.overview.positions.filter((position) => statementIndex(position.statement) === statement.index);
    if (found.length === 0 || passage === null) return null;
    return found.map(
      (position) => html`<button class="plain" @click=${() => this.desk.go(positionPassage(passage.entry, position), true)}>${positionLine(reading, position)}</button> `,
    );
  }

  /**
   * @param {Reading} reading
   * @param {Statement} statement
   */
  #certainty(reading, statement) {
    const hedges = reading.hedges.filter((hedge) => hedge.statement === statement.index);
    return hedges.length === 0 ? null : hedges.map((hedge) => `“${reading.words(hedge.span)}”: ${word("hedge", hedge.kind)}`).join("; ");
  }

  /**
   * @param {string} source
   * @param {string | undefined} name
   * @param {string | null} office
   */
  #identity(source, name, office) {
    if (source === "") return nothing;
    if (name === undefined) return html` <span class="quiet">(${t("evidence.unknown")})</span>`;
    const more = [source.includes(name) ? null : name, office !== null && !source.toLowerCase().includes(office.toLowerCase()) ? office : null];
    const known = more.filter(Boolean).join(", ");
    return known === "" ? nothing : html` <span class="quiet">= <bdi>${known}</bdi></span>`;
  }

  /** @param {Passage} passage */
  async #copy({ entry, ranges }) {
    let copied = true;
    await navigator.clipboard.writeText(cited(entry, ranges)).catch(() => (copied = false));
    const detail = copied ? t("evidence.copied") : t("evidence.notCopied");
    this.dispatchEvent(new CustomEvent("say", { detail, bubbles: true, composed: true }));
  }
}

/** @param {Statement} statement */
function endorsement({ endorsement }) {
  return endorsement === null || endorsement === "neutral" ? null : word("endorsement", endorsement);
}

/**
 * What of it the reader said, not the machine.
 *
 * @param {Reading} reading
 * @param {Statement} statement
 */
function amended(reading, statement) {
  const { start, end } = extentOf(statement);
  const own = reading.overview.corrections.filter(({ what, span }) => what === "amend" && span?.start === start && span.end === end);
  const fields = /** @type {const} */ (["actor", "affiliation", "grade"]).filter((field) => own.some((correction) => correction[field] !== null));
  return fields.length === 0 ? null : fields.map((field) => word("amended", field)).join(t("comma"));
}

define("evidence-card", EvidenceCard);
