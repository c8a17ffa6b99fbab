// How a panel looks on a page that is not ours: nothing of that page's style comes in but what it sets on purpose.

import palette from "inlined:palette";
import { css, unsafeCSS } from "lit";

/** What a page may set, each as `--rapporteur-` and its name. */
const OPEN_TO_PAGES = [
  ...["paper", "paper-2", "paper-3", "ink", "ink-2", "line", "line-2", "accent", "on-accent", "tint", "here", "alarm", "serif", "sans"],
  ...["height", "size"],
];

/** The page's own colours and typefaces, for panels: what a page sets comes first. */
const colours = palette.map(([name, value]) => `--${name}: ${OPEN_TO_PAGES.includes(name) ? `var(--rapporteur-${name}, ${value})` : value};`).join("\n");

export const panelStyle = css`
  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  .panel {
    all: initial;
    ${unsafeCSS(colours)}
    --rem: var(--rapporteur-size, 16px);
    /* As the page around it is: light unless it says that it can be dark. */
    color-scheme: inherit;
    container-type: inline-size;
    position: relative;
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    height: var(--rapporteur-height, 34rem);
    min-height: 16rem;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--paper);
    color: var(--ink);
    font: 0.875rem/1.45 var(--sans);
    text-align: start;
  }

  .panel.light {
    color-scheme: light;
  }

  .panel.dark {
    color-scheme: dark;
  }

  /* The text is there as the page has it; below it at most a line of ours. */
  .panel.before {
    height: auto;
    min-height: 0;
    border-width: 0;
    background: none;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 0.6rem;
    align-items: center;
    padding: 0.4rem 0.75rem;
    border-bottom: 1px solid var(--line);
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }

  .tabs button {
    border-color: transparent;
    border-radius: 0;
    background: none;
  }

  .tabs button[aria-current="page"] {
    font-weight: 600;
  }

  .toolbar select,
  .toolbar input {
    flex: 1 1 9rem;
    min-width: 0;
    max-width: 20rem;
  }

  .body {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }

  .view,
  .text {
    min-width: 0;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .text {
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }

  .text text-reader {
    flex: 1;
  }

  .place-view .text,
  .place-text .view {
    display: none;
  }

  /* Where there is little room the text has it to itself: its "Back" leads to the rest. */
  @media (max-width: 699px) {
    .panel:has(.both.place-text) .toolbar {
      display: none;
    }
  }

  @media (min-width: 1100px) {
    .body.both {
      grid-template-columns: minmax(22rem, 1fr) minmax(26rem, 1.25fr);
    }

    .both .text {
      display: flex;
    }

    .both .view {
      display: block;
      border-inline-end: 1px solid var(--line);
    }
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    padding: 0.35rem 0.75rem;
    border-top: 1px solid var(--line);
    color: var(--ink-2);
    font-size: 0.8125rem;
  }

  .drop {
    flex: 1;
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 0.9rem;
    margin: 0.75rem;
    padding: 1.25rem;
    border: 2px dashed var(--line-2);
    border-radius: 8px;
    background: var(--paper-2);
    text-align: center;
  }

  .drop p {
    max-width: 34rem;
  }

  .here {
    font-size: 1.0625rem;
    font-weight: 600;
  }

  .over {
    position: absolute;
    inset: 0;
    z-index: 10;
    display: grid;
    place-items: center;
    border: 4px dashed var(--accent);
    background: color-mix(in srgb, var(--paper) 88%, transparent);
    font: 1.375rem var(--serif);
    pointer-events: none;
  }

  @media print {
    .panel {
      height: auto;
      min-height: 0;
      overflow: visible;
      padding-block: 0.75rem;
      border-width: 1px 0;
      border-radius: 0;
    }

    .panel,
    .panel.dark {
      color-scheme: light;
    }

    .body {
      display: block;
    }

    .view,
    .text {
      display: block;
      overflow: visible;
    }

    .toolbar,
    .status,
    .drop {
      display: none;
    }
  }
`;
