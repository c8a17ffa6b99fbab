// What the pictures that are saved have in common: a heading, and a foot that says what they were drawn from.

import { Drawing } from "../out/drawing.js";
import { listed, t } from "../locales/locale.js";

/** @import { Entry } from "../library/library.js" */

/** The margin of all pictures. */
export const EDGE = 24;
/** How many texts the foot names. */
const NAMED = 5;

/**
 * Begins a picture with its heading.
 *
 * @param {Element} beside    something on the page, which has its colours
 * @param {number} width
 * @param {string} title
 * @param {string} [below]    what it says in words
 * @returns {{ drawing: Drawing, top: number, finish: (bottom: number) => string }}   where the picture may begin; and what ends it
 */
export function pictureOf(beside, width, title, below = "") {
  const drawing = new Drawing(beside, width);
  const room = width - 2 * EDGE;
  drawing.text(EDGE, 38, title, { size: 18, weight: 650, room });
  let top = 54;
  for (const line of linesOf(drawing, below, room, 4)) {
    drawing.text(EDGE, top + 4, line, { fill: "ink-2" });
    top += 19;
  }
  return { drawing, top: top + 8, finish: (bottom) => drawing.file(bottom + EDGE, title, below) };
}

/**
 * Says below a picture what it was drawn from.
 *
 * @param {Drawing} drawing
 * @param {number} top
 * @param {number} room
 * @param {Entry[]} entries
 * @returns {number}    where it ends
 */
export function foot(drawing, top, room, entries) {
  const names = entries.slice(0, NAMED).map(({ name }) => name);
  const rest = entries.length - names.length;
  const made = entries[0]?.reading?.overview.generator ?? "";
  const words = rest > 0 ? t("picture.fromMore", { names: names.join(t("comma")), count: rest, made }) : t("picture.from", { names: listed(names), made });
  let bottom = top;
  for (const line of linesOf(drawing, words, room, 3, 11)) {
    bottom += 15;
    drawing.text(EDGE, bottom, line, { size: 11, fill: "ink-2" });
  }
  return bottom;
}

/**
 * Words in lines that are not too long; what is left over at the last is cut.
 *
 * @param {Drawing} drawing
 * @param {string} words
 * @param {number} room
 * @param {number} most      lines
 * @param {number} [size]
 */
export function linesOf(drawing, words, room, most, size) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of words.slice(0, 2000).split(/\s+/).filter(Boolean)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || lines.length === most - 1 || drawing.wide(longer, size) <= room) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== "") lines.push(line);
  return lines.map((line) => drawing.fitted(line, room, size));
}
