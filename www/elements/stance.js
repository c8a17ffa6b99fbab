// A stance by its shape and its word; colour comes second.

import { css, html } from "lit";
import { word } from "../locales/locale.js";

/** @import { PositionStance } from "../engine/position.js" */

/** The stances in the order of a legend, each with its shape, out of signs that any font has. @type {Record<PositionStance, string>} */
export const SHAPES = { demand: "▲", offer: "●", support: "+", oppose: "−", undecided: "○" };

/** @type {PositionStance[]} */
export const STANCES = /** @type {PositionStance[]} */ (Object.keys(SHAPES));

/** The shape alone, for the eye; its word has to stand beside it. @param {PositionStance} stance */
export function stanceShape(stance) {
  return html`<span class="shape ${stance}" aria-hidden="true">${SHAPES[stance]}</span>`;
}

/** Shape and word: "▲ demands". @param {PositionStance} stance */
export function stanceTag(stance) {
  return html`<span class="stance">${stanceShape(stance)} ${word("stance", stance)}</span>`;
}

export const stanceStyle = css`
  .shape {
    display: inline-block;
    min-width: 1em;
    text-align: center;
    font-family: var(--sans);
    font-weight: 650;
  }

  .shape:is(.support, .oppose) {
    font-size: 1.3em;
    line-height: 0.8;
    min-width: 0.77em;
    vertical-align: -0.06em;
  }

  .shape.demand {
    color: var(--demand);
  }

  .shape.offer {
    color: var(--offer);
  }

  .shape.support {
    color: var(--support);
  }

  .shape.oppose {
    color: var(--oppose);
  }

  .shape.undecided {
    color: var(--ink-2);
  }

  .stance {
    white-space: nowrap;
  }
`;
