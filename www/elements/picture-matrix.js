// The matrix of parties by issues as a picture to save.

import { Drawing } from "../out/drawing.js";
import { t, word } from "../locales/locale.js";
import { hueOnPaper } from "./party.js";
import { EDGE, foot, linesOf, pictureOf } from "./picture.js";
import { cellKey, countsOf } from "./positions.js";
import { SHAPES, STANCES } from "./stance.js";

/** @import { PositionStance } from "../engine/position.js" */
/** @import { Entry } from "../library/library.js" */
/** @import { Colour } from "../out/drawing.js" */
/** @import { Matrix, Stand } from "./positions.js" */

/** How wide the names of parties are. */
const NAMES = 190;
/** How high the names of issues may be, and the least height of a row. */
const [HEAD, ROW] = [52, 34];
/** How many parties are drawn at most. */
const MOST = 200;

/** @type {Record<PositionStance, Colour>} */
const COLOURS = { demand: "demand", offer: "offer", support: "support", oppose: "oppose", undecided: "ink-2" };

/**
 * @param {Element} beside
 * @param {Entry[]} entries
 * @param {Matrix} matrix
 */
export function matrixPicture(beside, entries, matrix) {
  const { issues } = matrix;
  const parties = matrix.parties.slice(0, MOST);
  // Wide enough for every stance with its count.
  const across = Math.max(...STANCES.map((stance) => wideAt(beside, `${word("stance", stance)} 88`))) + 38;
  const width = Math.ceil(Math.max(560, 2 * EDGE + NAMES + issues.length * across));
  const room = width - 2 * EDGE;
  const count = { count: matrix.stands.length, parties: matrix.parties.length, texts: entries.length };
  const { drawing, top, finish } = pictureOf(beside, width, t("positions.title"), t(entries.length > 1 ? "positions.count.texts" : "positions.count", count));
  let y = legend(drawing, top, room) + 14;
  for (const [place, issue] of issues.entries()) {
    const lines = linesOf(drawing, word("issue", issue), across - 8, 3, 12);
    for (const [line, words] of lines.entries()) {
      drawing.text(EDGE + NAMES + (place + 0.5) * across, y + HEAD - 8 - (lines.length - 1 - line) * 15, words, { size: 12, anchor: "middle" });
    }
  }
  y += HEAD;
  for (const { code, name } of parties) {
    const cells = issues.map((issue) => matrix.cells.get(cellKey(issue, code)) ?? []);
    const height = Math.max(ROW, ...cells.map((stands) => 10 + 18 * rowsOf(stands)));
    drawing.box(EDGE, y + 12, 10, 10, hueOnPaper(code), { round: 2 });
    drawing.text(EDGE + 18, y + 21, name === code ? code : `${name} ${code}`, { room: NAMES - 28 });
    for (const [place, stands] of cells.entries()) {
      if (stands.length > 0) cell(drawing, EDGE + NAMES + place * across, y, across, height, stands, matrix.clashing.has(cellKey(issues[place], code)));
    }
    y += height + 2;
  }
  if (matrix.parties.length > MOST) drawing.text(EDGE, (y += 16), t("picture.rest", { count: matrix.parties.length - MOST }), { fill: "ink-2" });
  return finish(foot(drawing, y + 8, room, entries));
}

/**
 * How wide words are in a picture that has not begun.
 *
 * @param {Element} beside
 * @param {string} words
 */
function wideAt(beside, words) {
  return new Drawing(beside, 0).wide(words, 12);
}

/** How many lines a cell has. @param {Stand[]} stands */
function rowsOf(stands) {
  return countsOf(stands).length + (conditional(stands) ? 1 : 0);
}

/** @param {Stand[]} stands */
function conditional(stands) {
  return stands.some(({ position }) => position.conditions.length > 0);
}

/**
 * @param {Drawing} drawing
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {Stand[]} stands
 * @param {boolean} clash
 */
function cell(drawing, x, y, width, height, stands, clash) {
  drawing.box(x + 2, y + 1, width - 4, height - 2, clash ? "clash" : "paper-2", { stroke: clash ? "alarm" : "line", thick: clash ? 2 : 1, round: 5 });
  let line = y + 18;
  for (const { stance, count } of countsOf(stands)) {
    drawing.text(x + 9, line, SHAPES[stance], { weight: 650, fill: COLOURS[stance] });
    drawing.text(x + 25, line, `${word("stance", stance)}${count > 1 ? ` ${count}` : ""}`, { size: 12, room: width - 34 });
    line += 18;
  }
  if (!conditional(stands)) return;
  drawing.text(x + 25, line, t("positions.if"), { size: 12, room: width - 34 });
  drawing.line(x + 25, line + 3, x + 25 + Math.min(width - 34, drawing.wide(t("positions.if"), 12)), line + 3, "ink-2", { thick: 1.5, dashes: "4 2" });
}

/**
 * @param {Drawing} drawing
 * @param {number} top
 * @param {number} room
 * @returns {number}    where it ends
 */
function legend(drawing, top, room) {
  let [x, y] = [EDGE, top + 10];
  const put = (/** @type {number} */ sign, /** @type {string} */ words, /** @type {(x: number, y: number) => void} */ draw) => {
    const wide = sign + drawing.wide(words, 12) + 16;
    if (x > EDGE && x + wide > EDGE + room) [x, y] = [EDGE, y + 20];
    draw(x, y);
    drawing.text(x + sign, y, words, { size: 12, fill: "ink-2" });
    x += wide;
  };
  for (const stance of STANCES) put(16, word("stance", stance), (x, y) => drawing.text(x, y, SHAPES[stance], { weight: 650, fill: COLOURS[stance] }));
  const sign = drawing.wide(t("positions.if"), 12);
  put(sign + 8, t("positions.conditional"), (x, y) => {
    drawing.text(x, y, t("positions.if"), { size: 12 });
    drawing.line(x, y + 3, x + sign, y + 3, "ink-2", { thick: 1.5, dashes: "4 2" });
  });
  put(24, t("positions.clash"), (x, y) => drawing.box(x, y - 10, 16, 12, "clash", { stroke: "alarm", thick: 2, round: 3 }));
  return y;
}
