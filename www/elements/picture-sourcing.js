// How well texts are sourced, as pictures to save: statements by grade, and bars of whose words the texts are made of.

import { GRADES } from "../library/desk.js";
import { t, word } from "../locales/locale.js";
import { weight } from "./grade.js";
import { EDGE, foot, pictureOf } from "./picture.js";
import { percent, sharesOf } from "./share-bar.js";

/** @import { Reading } from "../engine/reading.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Drawing, Fill } from "../out/drawing.js" */
/** @import { Share } from "./share-bar.js" */

const WIDTH = 720;
const ROOM = WIDTH - 2 * EDGE;
/** How many bars a picture has at most. */
const BARS = 100;
/** How thick the line of each of the four weights is, and how it is broken. */
const LINES = [{ thick: 9 }, { thick: 5 }, { thick: 3, dashes: "9 5" }, { thick: 3, dashes: "3 4" }];
/** How each weight is filled in a bar. @type {Fill[]} */
const FILLS = ["ink", 0.62, "hatched", "dotted"];

/**
 * How many statements there are of each grade.
 *
 * @param {Element} beside
 * @param {Entry[]} entries
 * @param {Record<string, number>} grades
 */
export function gradesPicture(beside, entries, grades) {
  const found = GRADES.map((grade) => ({ grade, count: grades[grade] ?? 0 })).filter(({ count }) => count > 0);
  const all = found.reduce((sum, { count }) => sum + count, 0);
  const { drawing, top, finish } = pictureOf(beside, WIDTH, t("sourcing.title"), t("statements.count", { count: all }));
  const gap = 3;
  const room = ROOM - gap * (found.length - 1);
  let x = EDGE;
  for (const { grade, count } of found) {
    const width = (room * count) / all;
    const line = LINES[weight(grade) - 1];
    drawing.line(x, top + 16 - line.thick / 2, x + width, top + 16 - line.thick / 2, weight(grade) < 3 ? "ink" : "ink-2", line);
    x += width + gap;
  }
  const [columns, step] = [4, ROOM / 4];
  for (const [place, { grade, count }] of found.entries()) {
    const [left, y] = [EDGE + (place % columns) * step, top + 44 + Math.floor(place / columns) * 24];
    const line = LINES[weight(grade) - 1];
    drawing.line(left, y - 4, left + 26, y - 4, weight(grade) < 3 ? "ink" : "ink-2", line);
    drawing.text(left + 34, y, `${word("grade", grade)} ${count}`, { room: step - 40 });
  }
  const bottom = top + 44 + Math.floor((found.length - 1) / columns) * 24;
  return finish(foot(drawing, bottom + 16, ROOM, entries));
}

/** A bar with its name. @typedef {{ name: string, note: string, shares: Share[], of: number }} Bar */

/**
 * Whose words texts are made of: a bar a text, then, of a text by itself, a bar a party.
 *
 * @param {Element} beside
 * @param {Entry[]} entries    those that are compared
 * @param {Entry | null} shown the one whose parties are shown
 */
export function sharesPicture(beside, entries, shown) {
  const texts = entries.map(barOfText);
  const parties = shown?.reading ? barsOfParties(shown.reading) : [];
  const { shares } = (shown ?? entries[0])?.reading?.overview.audit ?? { shares: { words: 0, attributed: 0, author: 0 } };
  const below = entries.length > 1 ? "" : t("audit.shares", { count: shares.words, attributed: shares.attributed, author: shares.author });
  const { drawing, top, finish } = pictureOf(beside, WIDTH, t(entries.length > 1 ? "audit.texts" : "audit.voices"), below);
  let y = bars(drawing, top, texts);
  if (parties.length > 0) {
    drawing.text(EDGE, y + 24, entries.length > 1 ? `${t("audit.parties")}: ${shown?.heading ?? ""}` : t("audit.parties"), { size: 15, weight: 650, room: ROOM });
    y = bars(drawing, y + 36, parties);
  }
  y = legend(drawing, y + 14, [...texts, ...parties].flatMap(({ shares }) => shares));
  return finish(foot(drawing, y + 12, ROOM, entries));
}

/** @param {Entry} entry @returns {Bar} */
function barOfText(entry) {
  const { shares } = /** @type {Reading} */ (entry.reading).overview.audit;
  return { name: entry.heading, note: t("audit.reported", { share: percent(shares.attributed, shares.words) }), shares: sharesOf(shares.grades, shares.author), of: shares.words };
}

/** @param {Reading} reading @returns {Bar[]} */
function barsOfParties({ overview }) {
  const heard = overview.audit.parties.filter(({ statements }) => statements > 0);
  const most = Math.max(1, ...heard.map(({ words }) => words));
  return heard.map(({ name, code, statements, words, grades }) => ({
    name: name === code ? code : `${name} (${code})`,
    note: [t("files.statements", { count: statements }), t("reader.words", { count: words })].join(t("comma")),
    shares: sharesOf(grades, 0),
    of: most,
  }));
}

/**
 * @param {Drawing} drawing
 * @param {number} top
 * @param {Bar[]} all
 * @returns {number}    where they end
 */
function bars(drawing, top, all) {
  let y = top;
  for (const { name, note, shares, of } of all.slice(0, BARS)) {
    drawing.text(EDGE, y + 13, name, { weight: 600, room: ROOM - 210 });
    drawing.text(EDGE + ROOM, y + 13, note, { size: 12, fill: "ink-2", anchor: "end", room: 200 });
    let x = EDGE;
    for (const { key, words } of shares) {
      const width = (ROOM * words) / Math.max(1, of);
      swatch(drawing, x, y + 20, Math.max(2, width), 14, key);
      x += width;
    }
    y += 48;
  }
  if (all.length > BARS) drawing.text(EDGE, (y += 13), t("picture.rest", { count: all.length - BARS }), { fill: "ink-2" });
  return y;
}

/**
 * What the bars mean.
 *
 * @param {Drawing} drawing
 * @param {number} top
 * @param {Share[]} shares
 * @returns {number}    where it ends
 */
function legend(drawing, top, shares) {
  const keys = [...GRADES, "author"].filter((key) => shares.some((share) => share.key === key));
  const [columns, step] = [4, ROOM / 4];
  for (const [place, key] of keys.entries()) {
    const [left, y] = [EDGE + (place % columns) * step, top + 14 + Math.floor(place / columns) * 22];
    swatch(drawing, left, y - 11, 18, 12, key);
    drawing.text(left + 26, y, key === "author" ? t("audit.author") : word("grade", key), { size: 12, room: step - 32 });
  }
  return top + 14 + Math.floor(Math.max(0, keys.length - 1) / columns) * 22;
}

/**
 * @param {Drawing} drawing
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {string} key    a grade, or `author`
 */
function swatch(drawing, x, y, width, height, key) {
  const fill = key === "author" ? "paper-2" : FILLS[weight(key) - 1];
  drawing.box(x, y, width, height, fill, { stroke: key === "author" ? "line-2" : "paper" });
}
