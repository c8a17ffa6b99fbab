// The lists of one text, as lines that name their words and where they stand.

import { diagnosticWords, furnitureWords, nowhereWords, undatedWords } from "../locales/core.js";
import { t, word } from "../locales/locale.js";

/** @import { Range } from "../engine/columns.js" */
/** @import { Reading, Stated } from "../engine/reading.js" */

/** @typedef {{ words: string, note: string, range: Range | null, label: string, actor?: string, kind?: "time" }} Line   label: what it is, for the evidence; actor: whose name it is */
/** @typedef {{ name: string, lines: Line[] }} Group */

/** How much of a long passage a line shows. */
const LENGTH = 160;

/**
 * @param {Reading} reading
 * @returns {{ about: Group[], groups: Group[] }}
 */
export function contentsOf(reading) {
  return { about: about(reading).filter(({ lines }) => lines.length > 0), groups: groups(reading) };
}

/**
 * What the text says of itself, and what we read it as.
 *
 * @param {Reading} reading
 * @returns {Group[]}
 */
function about({ overview: { document, metadata } }) {
  const plain = (/** @type {string | null} */ words) => (words === null ? [] : [{ words, note: "", range: null, label: "" }]);
  const stated = (/** @type {Stated | null} */ of, /** @type {string} */ label) =>
    of === null ? [] : [{ words: of.value, note: "", range: of.span, label }];
  const length = [t("reader.words", { count: document.words }), t("reader.minutes", { minutes: document.reading_minutes })].join(t("comma"));
  const sources = metadata.sources.map((source) => ({ words: source.value, note: "", range: source.span, label: t("contents.sources") }));
  const unnamed = metadata.unnamed_sources;
  if (unnamed !== null) {
    sources.push({ words: t("contents.unnamed", { count: unnamed.value }), note: "", range: unnamed.span, label: t("contents.sources") });
  }
  const claims = metadata.reading_claims.map((claim) => ({
    words: `${t("about.minutes", { count: claim.minutes })} ${word("about.claims", claim.of)}`,
    note: "",
    range: claim.span,
    label: t("about.claims"),
  }));
  return [
    { name: t("about.byline"), lines: stated(metadata.byline, t("about.byline")) },
    { name: t("about.publisher"), lines: stated(metadata.publisher, t("about.publisher")) },
    { name: t("about.curator"), lines: stated(metadata.curator, t("about.curator")) },
    { name: t("about.date"), lines: stated(metadata.date, t("about.date")) },
    { name: t("contents.sources"), lines: sources },
    { name: t("about.length"), lines: plain(length) },
    { name: t("about.claims"), lines: claims },
    { name: t("about.language"), lines: plain(document.language) },
    { name: t("about.format"), lines: plain([word("format", document.format), document.encoding].join(t("comma"))) },
    { name: t("about.fingerprint"), lines: plain(`${document.sha256.slice(0, 16)}…`) },
  ];
}

/**
 * @param {Reading} reading
 * @returns {Group[]}
 */
function groups(reading) {
  const { overview } = reading;
  const line = (/** @type {Range} */ range, /** @type {string} */ note, /** @type {string} */ label) => ({
    words: shortened(reading.words(range)),
    note,
    range,
    label,
  });
  const of = (/** @type {string} */ kind) => reading.blocks.filter((block) => block.kind === kind);
  return [
    {
      name: t("contents.diagnostics"),
      lines: overview.diagnostics.map((diagnostic) => ({ words: diagnosticWords(diagnostic), note: "", range: diagnostic.span, label: t("contents.diagnostics") })),
    },
    { name: t("contents.actors"), lines: actors(reading) },
    {
      name: t("contents.times"),
      lines: reading.times.map((time) => {
        const note = time.resolved ? time.value : (undatedWords(time) ?? t("contents.times.open"));
        return { ...line(time.span, note, word("timekind", time.kind)), kind: /** @type {const} */ ("time") };
      }),
    },
    { name: t("contents.tables"), lines: tables(reading) },
    {
      name: t("contents.questions"),
      lines: overview.questions.map(({ question, answer }) => ({
        ...line(question, "", t("contents.questions")),
        range: { start: question.start, end: Math.max(question.end, answer.end) },
      })),
    },
    {
      name: t("contents.citations"),
      lines: overview.citations.map((citation) =>
        line(citation.span, citation.traceable ? t("contents.citation.leads") : nowhereWords(citation), t("contents.citations")),
      ),
    },
    {
      name: t("contents.related"),
      lines: overview.metadata.related.map((related) => line(related.headline.span ?? related.span, related.publisher?.value ?? "", t("contents.related"))),
    },
    {
      name: t("contents.furniture"),
      lines: of("furniture").map((block) => line(block.span, word("furniture", block.reason ?? ""), furnitureWords(block))),
    },
  ];
}

/** Everyone, those who occur most often first; each goes to the first place. @param {Reading} reading */
function actors(reading) {
  /** @type {Map<number, Range>} */
  const first = new Map();
  for (const mention of reading.mentions) {
    if (mention.actor !== null && !first.has(mention.actor)) first.set(mention.actor, mention.span);
  }
  const all = reading.overview.actors.map((actor, index) => ({ actor, range: first.get(index) ?? null }));
  all.sort((a, b) => b.actor.mentions - a.actor.mentions);
  return all.map(({ actor, range }) => {
    const kind = word("actorkind", actor.kind);
    const about = [actor.role ?? kind, actor.country, actor.mentions === 0 ? null : t("contents.actors.count", { count: actor.mentions })];
    return { words: actor.name, note: about.filter(Boolean).join(" · "), range, label: kind, actor: actor.name };
  });
}

/** @param {Reading} reading */
function tables(reading) {
  return [...reading.blocks.entries()]
    .filter(([, block]) => block.kind === "table")
    .map(([index, block]) => {
      const cells = reading.cells.filter((cell) => cell.block === index);
      const rows = new Set(cells.map((cell) => cell.row));
      const header = cells.filter((cell) => cell.row === Math.min(...rows)).map((cell) => reading.words(cell.span));
      const words = shortened(t("contents.table", { rows: rows.size, words: header.join(" · ") }));
      return { words, note: "", range: block.span, label: t("contents.tables") };
    });
}

/** @param {string} words */
function shortened(words) {
  const folded = words.slice(0, 4 * LENGTH).replace(/\s+/g, " ");
  return folded.length > LENGTH ? `${folded.slice(0, LENGTH).trimEnd()}…` : folded;
}
