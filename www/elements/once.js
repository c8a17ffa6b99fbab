// What is made of many texts is made once, until another is read or another language is spoken.

import { languages } from "../locales/locale.js";

/** @import { Reading } from "../engine/reading.js" */
/** @import { Entry } from "../library/library.js" */

/** How often the language has changed. */
let changes = 0;
languages.addEventListener("change", () => (changes += 1));

/**
 * @template T
 * @param {(entries: Entry[]) => T} make
 * @returns {(entries: Entry[]) => T}
 */
export function oncePerReading(make) {
  /** @type {(Reading | null)[]} */
  let before = [];
  let spoken = 0;
  /** @type {{ made: T } | null} */
  let kept = null;
  return (entries) => {
    const readings = entries.map(({ reading }) => reading);
    const same = spoken === changes && readings.length === before.length && readings.every((reading, index) => reading === before[index]);
    if (kept === null || !same) kept = { made: make(entries) };
    before = readings;
    spoken = changes;
    return kept.made;
  };
}
