// What is made of texts is made once, until another is read or another language is spoken.

import { language } from "../locales/locale.js";

/** @import { Reading } from "../engine/reading.js" */
/** @import { Entry } from "../library/library.js" */

/**
 * @template T
 * @param {(entries: Entry[]) => T} make
 * @returns {(entries: Entry[]) => T}
 */
export function oncePerReading(make) {
  /** @type {(Reading | null)[]} */
  let before = [];
  let spoken = "";
  /** @type {{ made: T } | null} */
  let kept = null;
  return (entries) => {
    const readings = entries.map(({ reading }) => reading);
    const same = spoken === language() && readings.length === before.length && readings.every((reading, index) => reading === before[index]);
    if (kept === null || !same) kept = { made: make(entries) };
    before = readings;
    spoken = language();
    return kept.made;
  };
}

/**
 * What is made of each text by itself: while many are read, those that were read before cost nothing.
 *
 * @template T
 * @param {(entry: Entry, reading: Reading) => T} make
 * @returns {(entries: Entry[]) => T[]}    of the texts that are read, in their order
 */
export function oncePerText(make) {
  let spoken = "";
  /** @type {WeakMap<Reading, T>} */
  let kept = new WeakMap();
  return (entries) => {
    if (spoken !== language()) kept = new WeakMap();
    spoken = language();
    return entries.flatMap((entry) => {
      const { reading } = entry;
      if (reading === null) return [];
      const made = kept.get(reading) ?? make(entry, reading);
      kept.set(reading, made);
      return [made];
    });
  };
}
