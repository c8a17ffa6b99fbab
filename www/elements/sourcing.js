// What is known of the sourcing of one text, as groups of lines that name their words and where they stand.

import { t, word } from "../locales/locale.js";
import { passageOf, placeOf } from "./passage.js";

/** @import { Claim, Finding, Range } from "../engine/columns.js" */
/** @import { Party, Reading, Source } from "../engine/reading.js" */
/** @import { Passage } from "../library/desk.js" */
/** @import { Entry } from "../library/library.js" */

/**
 * @typedef {object} Line
 * @property {string} words
 * @property {string} note
 * @property {string | null} grade     of a source
 * @property {Passage} passage         where it leads
 */
/** @typedef {{ key: "sources" | "claims" | "citations" | "agentless" | "loaded" | "propaganda" | "own" | "quality", lines: Line[] }} Group */

/** How much of a long passage a line shows. */
const LENGTH = 180;

/**
 * The groups that have lines, in the order of a reader's questions.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @returns {Group[]}
 */
export function sourcingOf(entry, reading) {
  const of = (/** @type {string} */ kind) => reading.findings.filter((finding) => finding.kind === kind);
  const lines = (/** @type {string} */ kind, /** @type {(finding: Finding) => Line} */ make) => of(kind).map(make);
  /** @type {Group[]} */
  const groups = [
    { key: "sources", lines: reading.overview.audit.sources.flatMap((source) => sourceLine(entry, reading, source)) },
    { key: "citations", lines: lines("untraceable_citation", (finding) => citationLine(entry, reading, finding)) },
    { key: "agentless", lines: lines("agentless", (finding) => agentlessLine(entry, reading, finding)) },
    { key: "loaded", lines: lines("loaded_wording", (finding) => plainLine(entry, reading, finding, word("loaded", finding.category))) },
    { key: "propaganda", lines: lines("propaganda_claim", (finding) => propagandaLine(entry, reading, finding)) },
    { key: "own", lines: lines("self_reference", (finding) => plainLine(entry, reading, finding, "")) },
    { key: "quality", lines: lines("text_quality", (finding) => plainLine(entry, reading, finding, qualityNote(finding))) },
    { key: "claims", lines: claimLines(entry, reading) },
  ];
  return groups.filter((group) => group.lines.length > 0);
}

/**
 * Where a party's first words stand, or where it is first spoken of.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Party} party
 * @returns {Passage | null}
 */
export function partyPassage(entry, reading, party) {
  const statement = reading.statements.find(({ affiliation }) => affiliation?.split(",").includes(party.code));
  if (statement !== undefined) return passageOf(entry, statement);
  return party.span === null ? null : placeOf(entry, party.span, party.name);
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Source} source
 * @returns {Line[]}
 */
function sourceLine(entry, reading, source) {
  const statement = reading.statements[Number(source.first.slice(1)) - 1];
  if (statement === undefined) return [];
  const note = [source.affiliation?.replaceAll(",", ", "), t("files.statements", { count: source.statements })].filter(Boolean).join(" · ");
  const words = source.name === "" ? t("statements.nosource") : source.name;
  return [{ words, note, grade: source.grade, passage: passageOf(entry, statement) }];
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Finding} finding
 * @param {string} note
 * @returns {Line}
 */
function plainLine(entry, reading, finding, note) {
  const notes = [note, voice(reading, finding.statement)].filter(Boolean).join(" · ");
  return { words: shortened(reading.words(finding.span)), note: notes, grade: null, passage: placeOf(entry, finding.span, word("finding", finding.kind), { kind: "finding", key: finding.kind }) };
}

/**
 * A citation leads to the paragraph that it claims to support, and to itself.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Finding} finding
 * @returns {Line}
 */
function citationLine(entry, reading, finding) {
  const block = finding.supports === null ? undefined : reading.blocks[finding.supports];
  const line = plainLine(entry, reading, finding, "");
  if (block === undefined) return line;
  const note = t("audit.supports", { words: shortened(reading.words(block.content), 70) });
  return { ...line, note, passage: { ...line.passage, ranges: [block.content, finding.span] } };
}

/**
 * The passive in its sentence: by itself it says too little.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Finding} finding
 * @returns {Line}
 */
function agentlessLine(entry, reading, finding) {
  const sentence = reading.sentences.find(({ span }) => span.start <= finding.span.start && span.end >= finding.span.end);
  const line = plainLine(entry, reading, finding, word("agentless", finding.category));
  return sentence === undefined ? line : { ...line, words: around(reading, sentence.span, finding.span) };
}

/**
 * @param {Entry} entry
 * @param {Reading} reading
 * @param {Finding} finding
 * @returns {Line}
 */
function propagandaLine(entry, reading, finding) {
  const names = finding.accused.map(({ span, actor }) => {
    const name = actor === null ? undefined : reading.overview.actors[actor]?.name;
    const words = reading.words(span);
    return name === undefined || name === words ? words : `${name} (“${words}”)`;
  });
  const who = names.length === 0 ? t("audit.accused.nobody") : t("audit.accused", { names: names.join(", ") });
  const source = finding.statement === null ? t("audit.author") : "";
  return plainLine(entry, reading, finding, [who, source].filter(Boolean).join(" · "));
}

/** @param {Finding} finding */
function qualityNote({ category, usual }) {
  const note = word("quality", category);
  return usual === null ? note : `${note}; ${t("audit.usual", { words: usual })}`;
}

/**
 * Claims with most to check first.
 *
 * @param {Entry} entry
 * @param {Reading} reading
 * @returns {Line[]}
 */
function claimLines(entry, reading) {
  const order = (/** @type {Claim} */ a, /** @type {Claim} */ b) => b.score - a.score || a.span.start - b.span.start;
  return [...reading.claims].sort(order).map((claim) => {
    const reasons = claim.reasons.map(({ kind, span }) => `${word("check", kind)}: ${reading.words(span)}`);
    const note = [...reasons, voice(reading, claim.statement)].filter(Boolean).join(" · ");
    return { words: shortened(reading.words(claim.span)), note, grade: null, passage: placeOf(entry, claim.span, t("audit.claims"), { kind: "claim" }) };
  });
}

/**
 * Whose voice words are in, where it is not the author's.
 *
 * @param {Reading} reading
 * @param {number | null} statement
 */
function voice(reading, statement) {
  const found = statement === null ? undefined : reading.statements[statement];
  if (found === undefined) return "";
  const name = found.actor === null ? undefined : reading.overview.actors[found.actor]?.name;
  const source = name ?? reading.words(found.source);
  return source === "" ? "" : t("audit.voice", { name: source });
}

/**
 * A passage with some words before and behind it.
 *
 * @param {Reading} reading
 * @param {Range} sentence
 * @param {Range} passage
 */
function around(reading, sentence, passage) {
  const start = Math.max(sentence.start, passage.start - 70);
  const end = Math.min(sentence.end, passage.end + 80);
  const words = reading.text.slice(start, end).replace(/\s+/g, " ");
  // Words that are cut are left out.
  const head = start > sentence.start ? `…${words.slice(words.indexOf(" "))}` : words;
  return end < sentence.end ? `${head.slice(0, head.lastIndexOf(" "))}…` : head;
}

/**
 * @param {string} words
 * @param {number} [length]
 */
function shortened(words, length = LENGTH) {
  const folded = words.slice(0, 4 * length).replace(/\s+/g, " ");
  // Not in the midst of a word, if there is an end of one near.
  const cut = Math.max(folded.lastIndexOf(" ", length), length - 20);
  return folded.length > length ? `${folded.slice(0, cut).trimEnd()}…` : folded;
}
