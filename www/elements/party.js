// A party: its usual name with its code beside it, and a hue that is its own wherever it is shown.

import { css, html } from "lit";
import { listed } from "../locales/locale.js";

/** @import { Reading } from "../engine/reading.js" */

/** How many hues there are; more could not be told apart. */
const HUES = 7;

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
  return sum % HUES;
}

/** The hues are those of Okabe and Ito, which colour-blind people tell apart; they never stand alone. */
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

  .hue0 {
    --hue: #e69f00;
  }

  .hue1 {
    --hue: #56b4e9;
  }

  .hue2 {
    --hue: #009e73;
  }

  .hue3 {
    --hue: light-dark(#c7b800, #f0e442);
  }

  .hue4 {
    --hue: light-dark(#0072b2, #4a9fd8);
  }

  .hue5 {
    --hue: #d55e00;
  }

  .hue6 {
    --hue: #cc79a7;
  }

  @media (forced-colors: active) {
    .hue {
      display: none;
    }
  }
`;
