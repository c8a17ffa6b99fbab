// How the view of the sourcing is set.

import { css } from "lit";

export const sourcingStyle = css`
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

  ul[aria-labelledby="texts"] {
    margin-bottom: 1.6rem;
  }

  .hint {
    margin-bottom: 0.3rem;
    font-size: 0.8125rem;
    color: var(--ink-2);
    text-wrap: pretty;
  }

  figure {
    margin-top: 0.5rem;
  }

  figcaption {
    margin-bottom: 0.5rem;
  }

  .line {
    display: block;
    width: 100%;
    min-height: 28px;
    padding: 0.35rem 0.5rem;
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

  button.line[aria-current="true"] {
    background: var(--tint);
    box-shadow: none;
  }

  .line:focus-visible {
    outline-offset: -2px;
  }

  .line .note {
    display: block;
    font-size: 0.8125rem;
    color: var(--ink-2);
  }

  .compact {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
    justify-content: space-between;
  }

  .compact .note {
    text-align: end;
  }

  .source,
  .party {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.1rem 0.75rem;
    align-items: baseline;
  }

  .source .note,
  .party .bar {
    grid-column: 1 / -1;
  }

  .party .bar {
    height: 10px;
    margin-top: 0.15rem;
  }

  .code {
    font-size: 0.75rem;
    color: var(--ink-2);
  }

  .silent {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
    margin-top: 0.35rem;
  }

  .chip {
    min-height: 28px;
    padding: 0.1rem 0.6rem;
    border-style: dashed;
    background: none;
  }

  details {
    margin-top: 0.4rem;
    font-size: 0.8125rem;
  }

  summary {
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
  }

  thead th {
    color: var(--ink-2);
  }

  .number {
    text-align: end;
  }

  .save {
    margin-top: 0.6rem;
  }

  .rows {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin-top: 1rem;
  }

  @media print {
    .rows,
    .save,
    details {
      display: none;
    }
  }
`;
