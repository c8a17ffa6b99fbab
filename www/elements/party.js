// A party: its usual name with its code beside it, and a hue that is its own wherever it is shown.

import { css, html, unsafeCSS } from "lit";
import { listed } from "../locales/locale.js";

/** @import { Reading } from "../engine/reading.js" */

/** The hues, on paper and in the dark: those of Okabe and Ito, which colour-blind people tell apart; more could not be, and they never stand alone. */
const HUES = [
  { light: "#e69f00", dark: "#e69f00" },
  { light: "#56b4e9", dark: "#56b4e9" },
  { light: "#009e73", dark: "#009e73" },
  { light: "#c7b800", dark: "#f0e442" },
  { light: "#0072b2", dark: "#4a9fd8" },
  { light: "#d55e00", dark: "#d55e00" },
  { light: "#cc79a7", dark: "#cc79a7" },
];

/**
 * The usual name of a code; the code where there is none.
 *
 * @param {Reading} reading
 * @param {string} code
 */
export function partyName({ overview }, code) {
  return overview.names[code] ?? code;
}

/**
 * The names of several, each with its code where that says more: "Kenya (KEN) and Uganda (UGA)".
 *
 * @param {Reading} reading
 * @param {string | string[] | null} codes    joined by commas, or a list
 */
export function partyNames(reading, codes) {
  const list = typeof codes === "string" ? codes.split(",") : (codes ?? []);
  return listed(list.map((code) => named(partyName(reading, code), code)));
}

/**
 * @param {string} name
 * @param {string} code
 */
export function named(name, code) {
  return name === code ? code : `${name} (${code})`;
}

/**
 * A party as it stands in a view.
 *
 * @param {string} name
 * @param {string} code
 */
export function partyTag(name, code) {
  return html`<span class="party-tag"
    ><span class="hue hue${hue(code)}" aria-hidden="true"></span><bdi>${name}</bdi>${name === code ? "" : html` <span class="code">${code}</span>`}</span
  >`;
}

/** The hue of a code: the same in every text and on every visit. The numbers set those apart that meet most often. @param {string} code */
function hue(code) {
  let sum = 3;
  for (const letter of code) sum = (sum * 67 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES.length;
}

/** The hue of a party on paper. @param {string} code @returns {`#${string}`} */
export function hueOnPaper(code) {
  return /** @type {`#${string}`} */ (HUES[hue(code)].light);
}

export const partyStyle = css`
  .hue {
    display: inline-block;
    width: 0.6em;
    height: 0.6em;
    margin-inline-end: 0.4em;
    border-radius: 2px;
    background: var(--hue);
    print-color-adjust: exact;
  }

  .code {
    font-weight: 400;
    font-size: 0.75rem;
    color: var(--ink-2);
  }

  ${unsafeCSS(HUES.map(({ light, dark }, place) => `.hue${place} { --hue: light-dark(${light}, ${dark}); }`).join("\n"))}

  @media (forced-colors: active) {
    .hue {
      display: none;
    }
  }
`;
