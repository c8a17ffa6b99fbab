// How a text looks on the page; its marks have a file of their own.

import { css } from "lit";

export const readerStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    height: 100%;
  }

  header {
    padding: 0.75rem 1.25rem 0.6rem;
    border-bottom: 1px solid var(--line);
  }

  header h2 {
    font: 600 1.0625rem/1.35 var(--serif);
    overflow-wrap: anywhere;
  }

  header p {
    font-size: 0.8125rem;
  }

  .title {
    display: flex;
    gap: 0.75rem;
    align-items: baseline;
  }

  .title h2 {
    flex: 1;
  }

  .title button {
    flex: none;
    padding-inline: 0;
  }

  .back {
    display: none;
  }

  @media (max-width: 1099px) {
    .back {
      display: inline-block;
    }

    .alone {
      display: none;
    }
  }

  :host([only]) :is(.back, .alone) {
    display: none;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.2rem;
    margin-block: 0.35rem 0;
    margin-inline: -0.4rem 0;
  }

  .legend button {
    min-height: 26px;
    padding: 0 0.4rem;
    border-color: transparent;
    box-shadow: none;
    background: none;
    font-size: 0.78rem;
    color: var(--ink);
  }

  .legend button:hover {
    border-color: var(--line-2);
  }

  .legend button[aria-pressed="false"] {
    color: var(--ink-2);
    text-decoration: line-through;
  }

  .legend button[aria-pressed="false"] span {
    all: unset;
  }

  .text {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 1.25rem 1.5rem;
  }

  .text:focus-visible {
    outline-offset: -3px;
  }

  article {
    /* About 66 characters a line. */
    max-width: 32em;
    /* Room below the last words, so that they can be brought to the middle; as padding of the box it would not shrink with it. */
    margin: 0 auto 40vh;
    font: 18px/1.6 var(--serif);
    overflow-wrap: anywhere;
  }

  article > * + * {
    margin-top: 0.9em;
  }

  .heading {
    font-weight: 650;
    line-height: 1.3;
  }

  .heading.h1 {
    font-size: 1.5em;
  }

  .heading.h2 {
    font-size: 1.2em;
  }

  .item {
    position: relative;
    margin-inline-start: 1.4em;
  }

  .item + .item {
    margin-top: 0.45em;
  }

  .item.first::before {
    content: "•";
    position: absolute;
    inset-inline-start: -1.1em;
    color: var(--ink-2);
  }

  .d1 {
    margin-inline-start: 2.8em;
  }

  .d2,
  .d3,
  .d4,
  .d5 {
    margin-inline-start: 4.2em;
  }

  .quote,
  .answer {
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--line);
  }

  .question {
    font-weight: 600;
  }

  .citation {
    font-size: 0.85em;
    color: var(--ink-2);
  }

  .verbatim {
    white-space: pre-line;
  }

  .table {
    overflow-x: auto;
    font-size: 0.85em;
    line-height: 1.45;
  }

  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
    overflow-wrap: normal;
  }

  th,
  td {
    padding-block: 0.35em;
    padding-inline: 0 0.9em;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }

  th {
    border-bottom-color: var(--line-2);
  }

  .cell-number {
    text-align: end;
  }

  .text .furniture {
    position: relative;
    padding-inline-start: 0.75em;
    border-inline-start: 2px dotted var(--line-2);
    font-size: 0.85em;
    color: var(--ink-2);
  }

  .why {
    display: none;
    font: 12.5px/1.4 var(--sans);
    color: var(--ink);
  }

  .furniture:hover .why,
  .furniture:focus .why,
  .furniture:focus-within .why {
    position: absolute;
    z-index: 1;
    inset-block: 100% auto;
    inset-inline: 0 auto;
    display: block;
    max-width: 32em;
    margin-top: 2px;
    padding: 0.3em 0.6em;
    border: 1px solid var(--line-2);
    border-radius: 6px;
    background: var(--paper-3);
  }

  .parts {
    display: flex;
    gap: 1rem;
    align-items: center;
    justify-content: center;
    font: 14px/1.4 var(--sans);
  }

  .empty {
    padding: 2rem 1.5rem;
    color: var(--ink-2);
  }

  @media (max-width: 699px) {
    /* One row that scrolls, and says so at its end. */
    .legend {
      flex-wrap: nowrap;
      overflow-x: auto;
      padding-inline-end: 2rem;
      mask-image: linear-gradient(to right, #000 calc(100% - 2.5rem), transparent);
    }

    .legend:dir(rtl) {
      mask-image: linear-gradient(to left, #000 calc(100% - 2.5rem), transparent);
    }

    .legend button {
      flex: none;
    }
  }

  @media (forced-colors: active) {
    .title button {
      padding-inline: 0.4rem;
    }

    /* What is off is struck through; a border on all that is on says no more. */
    .legend button[aria-pressed="true"] {
      border-block-end: 1px solid;
    }
  }

  @media print {
    :host {
      display: block;
      height: auto;
    }

    header {
      padding-inline: 0;
    }

    .title button,
    .legend,
    .parts,
    .why {
      display: none !important;
    }

    .text {
      overflow: visible;
      padding: 1rem 0;
    }

    article {
      max-width: none;
      margin: 0;
      font: 12pt/1.5 var(--serif);
    }

    .heading {
      break-after: avoid;
    }

    .table {
      overflow: visible;
    }
  }
`;
