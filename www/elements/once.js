// What is made of many texts is made once, until another is read, another language is spoken, or something else is asked for.

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
