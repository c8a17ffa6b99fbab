// Words from a file in a line of the page: no sign within them may turn the line's other words around.

/** Signs that turn the direction of all letters up to one that ends them (Unicode, UAX #9, 2.1 to 2.4): those that override, and those that set apart. */
const OVERRIDING = /[\u202a-\u202e]/gu;
const APART = /[\u2066-\u2069]/gu;

/**
 * The words without what would turn letters that follow: a name that ends in "\u202Efdp.txt" would be seen to end in "txt.pdf".
 *
 * @param {string} words
 */
export function straight(words) {
  return words.replace(OVERRIDING, "").replace(APART, "");
}

/**
 * The same for words that may have been put together by us: what is set apart stays so where each beginning has its end.
 *
 * @param {string} words
 */
export function closed(words) {
  let open = 0;
  for (const [sign] of words.matchAll(APART)) {
    open += sign === "\u2069" ? -1 : 1;
    if (open < 0) break;
  }
  return open === 0 ? words.replace(OVERRIDING, "") : straight(words);
}
