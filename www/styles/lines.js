// What the views of what was found share: lists of lines under headings, tables, what stands where there is nothing; and how they look on paper.

import { css } from "lit";

export const lines = css`
  :host {
    display: block;
    padding: 0.9rem 1rem 3rem;
  }

  h3 {
    margin: 1.6rem 0 0.2rem;
    font-size: 0.875rem;
    color: var(--ink);
  }

  h3:first-child {
    margin-top: 0;
  }

  h3 .figures {
    font-weight: 400;
    color: var(--ink-2);
  }

  .empty {
    max-width: 34rem;
    padding: 1.5rem 0.5rem;
    color: var(--ink-2);
  }

  .hint,
  .note {
    font-size: 0.8125rem;
    color: var(--ink-2);
    text-wrap: pretty;
  }

  .hint {
    margin-bottom: 0.3rem;
  }

  .note {
    display: block;
  }

  .line {
    display: block;
    width: 100%;
    min-height: 28px;
    padding: 0.4rem 0.5rem;
    border: 0;
    border-bottom: 1px solid var(--line);
    border-radius: 0;
    background: none;
    text-align: start;
    overflow-wrap: anywhere;
  }

  button.line:hover {
    background: var(--paper-2);
  }

  .line[aria-current="true"] {
    background: var(--tint);
  }

  .line:focus-visible {
    outline-offset: -2px;
  }

  /* The words of a text. */
  .line .words {
    display: block;
    font: 15px/1.5 var(--serif);
  }

  /* Drawn when it comes into sight. */
  .later {
    content-visibility: auto;
    contain-intrinsic-size: auto 84px;
  }

  /* What is below a view to save it. */
  .rows {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin-top: 1.6rem;
  }

  details {
    margin-top: 0.4rem;
    font-size: 0.8125rem;
  }

  summary {
    width: max-content;
    padding: 0.3rem 0;
    color: var(--accent);
    cursor: pointer;
  }

  .across {
    overflow-x: auto;
  }

  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding-block: 0.25rem;
    padding-inline: 0 1rem;
    border-bottom: 1px solid var(--line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }

  thead th {
    color: var(--ink-2);
  }

  @media (forced-colors: active) {
    .line[aria-current="true"] {
      outline: 2px dashed Highlight;
      outline-offset: -2px;
    }

    .line:focus-visible {
      outline-style: solid;
    }
  }

  @media print {
    :host {
      padding: 0;
    }

    .more,
    .rows,
    details {
      display: none;
    }

    .later {
      content-visibility: visible;
    }

    .across {
      overflow: visible;
    }

    .line,
    tr {
      break-inside: avoid;
    }

    h2,
    h3,
    h4,
    .hint {
      break-after: avoid;
    }
  }
`;
