// A long text in parts that a browser can draw at once, cut between blocks where that is possible.

/** @import { Reading } from "../engine/reading.js" */
/** @import { Block, Range } from "../engine/columns.js" */

/** About how many UTF-16 units a part has: some twenty pages. */
const SIZE = 60_000;

/** @typedef {{ block: Block | null, index: number | null, range: Range, first: boolean }} Shown   a block or a stretch of one; without a block: text outside of all */
/** @typedef {{ start: number, end: number, blocks: Shown[] }} Part */

/** @type {WeakMap<Reading, Part[]>} */
const known = new WeakMap();

/**
 * @param {Reading} reading
 * @returns {Part[]}
 */
export function partsOf(reading) {
  const before = known.get(reading);
  if (before !== undefined) return before;
  /** @type {Part[]} */
  const parts = [];
  /** @type {Shown[]} */
  let blocks = [];
  let filled = 0;
  const close = () => {
    if (blocks.length > 0) parts.push({ start: blocks[0].range.start, end: blocks[blocks.length - 1].range.end, blocks });
    blocks = [];
    filled = 0;
  };
  for (const shown of stretches(reading)) {
    const length = shown.range.end - shown.range.start;
    if (filled > 0 && filled + length > SIZE) close();
    blocks.push(shown);
    filled += length;
  }
  close();
  known.set(reading, parts);
  return parts;
}

/**
 * Which part holds a place.
 *
 * @param {Part[]} parts
 * @param {number} place
 */
export function partAt(parts, place) {
  const index = parts.findIndex((part) => place < part.end);
  return index === -1 ? Math.max(0, parts.length - 1) : index;
}

/**
 * Blocks in order, those that are too long in stretches, and what lies outside of all blocks.
 *
 * @param {Reading} reading
 * @returns {Generator<Shown>}
 */
function* stretches({ text, blocks }) {
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    yield* outside(text, at, block.span.start);
    at = Math.max(at, block.span.end);
    const range = block.kind === "table" || block.kind === "furniture" ? block.span : block.content;
    yield* cut(text, range, block, index);
  }
  yield* outside(text, at, text.length);
}

/**
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function* outside(text, start, end) {
  if (end > start && text.slice(start, end).trim() !== "") yield* cut(text, { start, end }, null, null);
}

/**
 * @param {string} text
 * @param {Range} range
 * @param {Block | null} block
 * @param {number | null} index
 * @returns {Generator<Shown>}
 */
function* cut(text, range, block, index) {
  for (let start = range.start; start < range.end || start === range.start; ) {
    let end = block?.kind === "table" ? range.end : Math.min(range.end, start + SIZE);
    // Not between the two halves of a character.
    if (end < range.end && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end -= 1;
    yield { block, index, range: { start, end }, first: start === range.start };
    if (end <= start) return;
    start = end;
  }
}
