// What is made of many texts is made once, until another is read or another language is spoken.

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
