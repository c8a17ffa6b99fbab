// What is made of texts is made once, until another is read, another language is spoken, or something else is asked for.

import { language } from "../locales/locale.js";

/** @import { Reading } from "../engine/reading.js" */
/** @import { Entry } from "../library/library.js" */

/**
 * @template T
 * @template {unknown[]} More
 * @param {(entries: Entry[], ...more: More) => T} make
 * @param {(...more: More) => string} [asked]    equal as long as the same is asked for
 * @returns {(entries: Entry[], ...more: More) => T}
 */
export function oncePerReading(make, asked = () => "") {
  /** @type {(Reading | null)[]} */
  let before = [];
  let spoken = "";
  let wanted = "";
  /** @type {{ made: T } | null} */
  let kept = null;
  return (entries, ...more) => {
    const readings = entries.map(({ reading }) => reading);
    const now = asked(...more);
    const same = spoken === language() && wanted === now && readings.length === before.length && readings.every((reading, index) => reading === before[index]);
    if (kept === null || !same) kept = { made: make(entries, ...more) };
    before = readings;
    spoken = language();
    wanted = now;
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
