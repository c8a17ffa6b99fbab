// How marks look: what is said tinted, who says it underlined, the reporting word in small capitals; never more than two at once.

import { css } from "lit";

export const marksStyle = css`
  .content {
    background: var(--tint);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  .text :is([data-statement], [data-position]) {
    cursor: pointer;
  }

  .source {
    text-decoration: underline 2px var(--accent);
    text-underline-offset: 0.2em;
  }

  .cue {
    font-variant-caps: all-small-caps;
    font-weight: 700;
    letter-spacing: 0.02em;
  }

  /* The words that show a stance, its shape before them. */
  .position {
    text-decoration: underline 1px double var(--ink-2);
    text-underline-offset: 0.2em;
  }

  :is(.demand, .offer, .support, .oppose, .undecided)::before,
  .legend .position::before {
    display: inline-block;
    margin-inline-end: 0.15em;
    font-family: var(--sans);
    font-size: 0.8em;
    font-weight: 650;
    text-decoration: none;
  }

  .demand::before,
  .legend .position::before {
    content: "▲" / "";
    color: var(--demand);
  }

  .offer::before {
    content: "●" / "";
    color: var(--offer);
  }

  .support::before {
    content: "+" / "";
    color: var(--support);
  }

  .oppose::before {
    content: "−" / "";
    color: var(--oppose);
  }

  .undecided::before {
    content: "○" / "";
    color: var(--ink-2);
  }

  .condition {
    text-decoration: underline 2px dashed var(--ink-2);
    text-underline-offset: 0.2em;
  }

  .date {
    text-decoration: underline 2px dotted var(--ink-2);
    text-underline-offset: 0.2em;
  }

  .actor {
    text-decoration: underline 1px var(--line-2);
    text-underline-offset: 0.2em;
  }

  .legend .furniture {
    color: var(--ink-2);
    border-inline-start: 2px dotted var(--line-2);
    padding-inline-start: 0.35em;
  }

  .here {
    background: var(--here);
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
    scroll-margin: 6rem;
  }

  /* Where the focus is: a passage may run over several lines and pieces, so its block shows it. */
  .here:focus {
    outline: none;
  }

  article > :has(.here:focus) {
    position: relative;
  }

  article > :has(.here:focus)::after {
    content: "";
    position: absolute;
    inset-block: 0;
    inset-inline-start: -14px;
    width: 4px;
    border-radius: 2px;
    background: var(--accent);
  }

  article > .item:has(.here:focus)::after {
    inset-inline-start: calc(-1.4em - 14px);
  }

  @media (forced-colors: active) {
    /* A line above and one below, since an actor has one below too. */
    .content {
      border-block: 1px solid CanvasText;
    }

    .here {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
    }

    .here,
    .here::before {
      color: HighlightText;
      text-decoration-color: currentcolor;
    }

    article > :has(.here:focus)::after {
      background: Highlight;
    }
  }

  @media print {
    .content {
      print-color-adjust: exact;
    }

    /* Which words were gone to is of the screen. */
    .here:not(.content) {
      background: none;
    }

    .here.content {
      background: var(--tint);
    }

    article > :has(.here:focus)::after {
      display: none;
    }
  }
`;
