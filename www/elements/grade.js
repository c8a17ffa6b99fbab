// How well something is sourced, as one of four weights from solid to dotted, with its word.

import { css, html } from "lit";
import { word } from "../locales/locale.js";

/** @type {Record<string, number>} */
const WEIGHTS = { named: 1, role: 2, institution: 2, document: 2, collective: 3, anonymous: 4, none: 4 };

/** @param {string} grade */
export function weight(grade) {
  return WEIGHTS[grade] ?? 4;
}

/** @param {string} grade */
export function gradeTag(grade) {
  return html`<span class="grade w${weight(grade)}">${word("grade", grade)}</span>`;
}

export const gradeStyle = css`
  .grade {
    padding: 0 0 1px;
    border-bottom: 2px solid var(--ink);
    font-size: 0.75rem;
    line-height: 1.3;
    white-space: nowrap;
    color: var(--ink);
  }

  .w1 {
    --weight: 4px solid var(--ink);
  }

  .w2 {
    --weight: 2px solid var(--ink);
  }

  .w3 {
    --weight: 2px dashed var(--ink-2);
  }

  .w4 {
    --weight: 2px dotted var(--ink-2);
  }

  .grade.w1 {
    font-weight: 650;
    border-bottom: 3px solid var(--ink);
  }

  .grade.w2 {
    border-bottom: 1.5px solid var(--ink);
  }

  .grade.w3 {
    border-bottom: 2px dashed var(--ink-2);
  }

  .grade.w4 {
    border-bottom: 2px dotted var(--ink-2);
  }
`;
