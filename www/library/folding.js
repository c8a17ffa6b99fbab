// Texts as a search sees them: the same letters whatever their case, accents and typographic forms, each place traceable to the text.

/** What a search tells apart that it usually does not. @typedef {{ accents?: boolean, letterCase?: boolean }} Exact */
/**
 * @typedef {object} Folded
 * @property {string} text
 * @property {number[]} uneven   four numbers for each character that became longer or shorter: its start and end here, its start and end in the text
 */

/** What is not to be seen: soft hyphens, joiners, marks of direction. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
/** Signs that are typed as another one. */
const TYPED = [
  { as: "'", signs: /[‘’‛ʼ′]/g },
  { as: '"', signs: /[“”„‟«»″]/g },
  { as: "-", signs: /[‐‑‒–—―−]/g },
  { as: " ", signs: /\s/g },
];

/** Every character is folded once. @type {Record<string, Map<string, string>>} */
const known = {};
/** Whether a code point is a combining mark, which belongs to the character before it. @type {Map<number, boolean>} */
const marks = new Map();

/**
 * @param {string} text
 * @param {Exact} [exact]
 * @returns {Folded}
 */
export function fold(text, { accents = false, letterCase = false } = {}) {
  const plain = (/** @type {string} */ piece) => (letterCase ? piece : piece.toLowerCase());
  const characters = (known[`${accents}/${letterCase}`] ??= new Map());
  /** @type {string[]} */
  const pieces = [];
  /** @type {number[]} */
  const uneven = [];
  let [done, length] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    // Most texts are plain letters, which keep their places.
    if (text.charCodeAt(at) < 0x80) continue;
    const start = at > done && isMark(text, at) ? at - 1 : at;
    const end = endOfCharacter(text, at);
    const character = text.slice(start, end);
    let folded = characters.get(character);
    if (folded === undefined) characters.set(character, (folded = foldedCharacter(character, accents, letterCase)));
    pieces.push(plain(text.slice(done, start)), folded);
    length += start - done;
    if (folded.length !== character.length) uneven.push(length, length + folded.length, start, end);
    length += folded.length;
    done = end;
    at = end - 1;
  }
  pieces.push(plain(text.slice(done)));
  return { text: pieces.join(""), uneven };
}

/**
 * Where a character ends, its combining marks included.
 *
 * @param {string} text
 * @param {number} at
 */
function endOfCharacter(text, at) {
  let end = at;
  do end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  while (end < text.length && isMark(text, end));
  return end;
}

/**
 * @param {string} text
 * @param {number} at
 */
function isMark(text, at) {
  const code = text.codePointAt(at) ?? 0;
  if (code < 0x300) return false;
  let mark = marks.get(code);
  if (mark === undefined) marks.set(code, (mark = /\p{M}/u.test(String.fromCodePoint(code))));
  return mark;
}

/**
 * @param {string} character
 * @param {boolean} accents
 * @param {boolean} letterCase
 */
function foldedCharacter(character, accents, letterCase) {
  let folded = character.normalize("NFKD").replace(INVISIBLE, "");
  if (!accents) folded = folded.replace(/\p{Mn}/gu, "");
  for (const { as, signs } of TYPED) folded = folded.replace(signs, as);
  // By way of capitals, so that "ß" is "ss" and a sigma one letter wherever it stands.
  return letterCase ? folded : folded.toUpperCase().toLowerCase();
}

/**
 * Where the character that covers a place of the folded text starts in the text itself.
 *
 * @param {Folded} folded
 * @param {number} place
 */
export function startInText(folded, place) {
  return inText(folded, place, 2);
}

/**
 * Where the character before a place of the folded text ends in the text itself.
 *
 * @param {Folded} folded
 * @param {number} place
 */
export function endInText(folded, place) {
  return inText(folded, place, 3);
}

/**
 * @param {Folded} folded
 * @param {number} place
 * @param {2 | 3} within    what a place inside of an uneven character stands for
 */
function inText({ uneven }, place, within) {
  let [low, high] = [0, uneven.length / 4];
  while (low < high) {
    const middle = (low + high) >> 1;
    const before = within === 2 ? uneven[4 * middle] <= place : uneven[4 * middle] < place;
    if (before) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return place;
  const last = 4 * (low - 1);
  return place < uneven[last + 1] ? uneven[last + within] : uneven[last + 3] + (place - uneven[last + 1]);
}
