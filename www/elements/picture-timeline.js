// The timeline as a picture to save: days at the start, four tracks that run down, each thing a dot on its own.

import { LANES } from "../library/desk.js";
import { t, word } from "../locales/locale.js";
import { EDGE, foot, linesOf, pictureOf } from "./picture.js";
import { dayWords, yearOf } from "./timeline.js";

/** @import { Entry } from "../library/library.js" */
/** @import { Colour, Drawing } from "../out/drawing.js" */
/** @import { Item, Lane } from "./timeline.js" */

const WIDTH = 860;
const ROOM = WIDTH - 2 * EDGE;
/** How wide the days are, and how far apart the tracks. */
const [DAYS, STEP] = [130, 16];
/** Where the words begin. */
const WORDS = EDGE + DAYS + LANES.length * STEP + 14;
/** How many things are drawn at most. */
const MOST = 300;

/** @type {Record<Lane, { shape: "circle" | "ring" | "square" | "diamond", fill: Colour }>} */
const DOTS = {
  said: { shape: "circle", fill: "accent" },
  told: { shape: "square", fill: "ink-2" },
  promised: { shape: "diamond", fill: "demand" },
  scheduled: { shape: "ring", fill: "offer" },
};

/**
 * @param {Element} beside
 * @param {Entry[]} entries
 * @param {Item[]} dated
 * @param {Item[]} undated
 */
export function timelinePicture(beside, entries, dated, undated) {
  const counts = LANES.map((lane) => `${word("lane", lane)} ${[...dated, ...undated].filter((item) => item.lane === lane).length}`);
  const { drawing, top, finish } = pictureOf(beside, WIDTH, t("timeline.title"), counts.join(t("comma")));
  const many = entries.length > 1;
  let y = legend(drawing, top) + 18;
  const drawn = dated.slice(0, MOST);
  for (const [place, item] of drawn.entries()) {
    if (place === 0 || yearOf(item) !== yearOf(drawn[place - 1])) {
      drawing.text(EDGE, y + 22, yearOf(item), { size: 15, weight: 650 });
      y += 32;
    }
    y = line(drawing, y, item, dayWords(item.time), many);
  }
  const rest = undated.slice(0, MOST - drawn.length);
  if (rest.length > 0) {
    drawing.text(EDGE, y + 26, t("timeline.undated"), { size: 15, weight: 650, room: ROOM });
    y += 36;
    for (const item of rest) y = line(drawing, y, item, item.when() === "" ? "—" : `“${item.when()}”`, many);
  }
  const left = dated.length + undated.length - drawn.length - rest.length;
  if (left > 0) drawing.text(EDGE, (y += 18), t("picture.rest", { count: left }), { fill: "ink-2" });
  return finish(foot(drawing, y + 10, ROOM, entries));
}

/** Where the track of a lane runs. @param {number} place */
function laneAt(place) {
  return EDGE + DAYS + place * STEP + STEP / 2;
}

/**
 * @param {Drawing} drawing
 * @param {number} top
 * @param {Item} item
 * @param {string} day
 * @param {boolean} many    whether it has to be said which text it is of
 * @returns {number}        where it ends
 */
function line(drawing, top, item, day, many) {
  const room = EDGE + ROOM - WORDS;
  const { shape, fill } = DOTS[item.lane];
  const lines = linesOf(drawing, item.words(), room, 3);
  const end = top + 28 + 18 * lines.length;
  if (item.reason === "") for (const place of LANES.keys()) drawing.line(laneAt(place), top, laneAt(place), end, "line");
  drawing.dot(laneAt(LANES.indexOf(item.lane)), top + 12, shape, fill);
  drawing.text(EDGE, top + 16, day, { size: 12, weight: 600, room: DAYS - 10 });
  const who = item.who();
  const head = [word("lane", item.lane), who, many ? item.entry.heading : ""].filter(Boolean).join(" · ");
  drawing.text(WORDS, top + 16, head, { size: 11, fill: "ink-2", room });
  for (const [place, words] of lines.entries()) drawing.text(WORDS, top + 34 + 18 * place, words);
  return end;
}

/**
 * @param {Drawing} drawing
 * @param {number} top
 * @returns {number}    where it ends
 */
function legend(drawing, top) {
  let x = EDGE;
  for (const lane of LANES) {
    const { shape, fill } = DOTS[lane];
    drawing.dot(x + 5, top + 6, shape, fill);
    drawing.text(x + 16, top + 10, word("lane", lane), { size: 12, fill: "ink-2" });
    x += 16 + drawing.wide(word("lane", lane), 12) + 20;
  }
  return top + 10;
}
