// A bar of words: reported ones by how well their source is identified, from solid to dotted, then those of the author.

import { css, html } from "lit";
import { GRADES } from "../library/desk.js";
import { t, word } from "../locales/locale.js";
import { weight } from "./grade.js";

/** @typedef {{ key: string, name: string, words: number }} Share   key: a grade, or `author` */

/**
 * The stretches of a bar that are not empty.
 *
 * @param {Record<string, number>} grades
 * @param {number} author
 * @returns {Share[]}
 */
export function sharesOf(grades, author) {
  const shares = GRADES.map((grade) => ({ key: grade, name: word("grade", grade), words: grades[grade] ?? 0 }));
  return [...shares, { key: "author", name: t("audit.author"), words: author }].filter(({ words }) => words > 0);
}

/**
 * A bar as wide as its words are of `most`. What it shows stands in words beside it.
 *
 * @param {Share[]} shares
 * @param {number} most
 */
export function shareBar(shares, most) {
  const sum = shares.reduce((total, { words }) => total + words, 0);
  return html`<span class="bar" aria-hidden="true">
    ${shares.map(({ key, words }) => html`<span class="part ${fill(key)}" .style=${`flex-grow: ${words}`}></span>`)}
    <span class="rest" .style=${`flex-grow: ${Math.max(0, most - sum)}`}></span>
  </span>`;
}

/**
 * What the bar means: an entry for each way of drawing it, since several grades are drawn alike.
 *
 * @param {Share[]} shares
 */
export function shareLegend(shares) {
  const sum = shares.reduce((total, { words }) => total + words, 0);
  const fills = [...new Set(shares.map(({ key }) => fill(key)))];
  const parts = (/** @type {string} */ drawn) => shares.filter(({ key }) => fill(key) === drawn);
  return html`<ul class="legend">
    ${fills.map(
      (drawn) => html`<li>
        <span class="part ${drawn}"></span>
        <span>${parts(drawn).map(({ name, words }, index) => html`${index > 0 ? t("comma") : ""}${name} <span class="figures quiet">${percent(words, sum)}</span>`)}</span>
      </li>`,
    )}
  </ul>`;
}

/**
 * @param {number} words
 * @param {number} sum
 */
export function percent(words, sum) {
  const share = sum === 0 ? 0 : (100 * words) / sum;
  return share > 0 && share < 1 ? t("audit.under") : t("audit.percent", { share: Math.round(share) });
}

/** @param {string} key */
function fill(key) {
  return key === "author" ? "author" : `fill${weight(key)}`;
}

export const shareStyle = css`
  .bar {
    display: flex;
    height: 14px;
  }

  .part {
    min-width: 2px;
    border-inline-end: 1px solid var(--paper);
    background: var(--ink);
    print-color-adjust: exact;
  }

  .fill2 {
    background: color-mix(in srgb, var(--ink) 62%, var(--paper));
  }

  .fill3 {
    background: repeating-linear-gradient(135deg, var(--ink-2) 0 2px, transparent 2px 5px);
  }

  .fill4 {
    background: radial-gradient(circle, var(--ink-2) 1px, transparent 1.4px) 0 0 / 4px 4px;
  }

  .author {
    border: 1px solid var(--line-2);
    background: var(--paper-3);
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 0.9rem;
    margin-top: 0.45rem;
    font-size: 0.8125rem;
  }

  .legend li {
    display: inline-flex;
    gap: 0.35rem;
    align-items: center;
  }

  .legend .part {
    flex: none;
    width: 14px;
    height: 12px;
  }

  @media (forced-colors: active) {
    .part {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
    }
  }
`;
