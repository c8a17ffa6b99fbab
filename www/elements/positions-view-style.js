// How the matrix of positions looks: quiet where parties agree, filled and framed where they stand against each other.

import { css } from "lit";

export const positionsStyle = css`
  h4 {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    justify-content: space-between;
    margin: 1rem 0 0.1rem;
    font-size: 0.875rem;
  }

  .mark {
    font-weight: 650;
    font-size: 0.8125rem;
    color: var(--alarm);
  }

  .line[aria-expanded="true"] {
    background: var(--tint);
  }

  .cell:focus-visible {
    outline-offset: -2px;
  }

  .pair .issue {
    display: block;
    font-weight: 600;
  }

  .side {
    display: inline-block;
    max-width: 100%;
    margin-inline-end: 0.4rem;
  }

  .camp {
    display: grid;
    grid-template-columns: 1.3rem minmax(0, 1fr);
    align-items: baseline;
    justify-items: start;
  }

  .pair.contrast {
    border-inline-start: 3px solid var(--alarm);
  }

  .against {
    margin-inline-end: 0.5rem;
    color: var(--ink-2);
  }

  .contrast .against {
    color: var(--alarm);
    font-weight: 650;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
    justify-content: space-between;
    min-height: 40px;
  }

  .row.clash {
    border-inline-start: 3px solid var(--alarm);
    background: var(--clash);
  }

  .stances {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.6rem;
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.9rem;
    margin: 0.2rem 0 0.6rem;
    font-size: 0.8125rem;
    color: var(--ink-2);
  }

  .swatch {
    display: inline-block;
    width: 1.1em;
    height: 0.9em;
    border: 2px solid var(--alarm);
    border-radius: 3px;
    background: var(--clash);
    vertical-align: -1px;
  }

  .if {
    border-bottom: 2px dashed var(--ink-2);
    font-size: 0.75rem;
    font-style: italic;
    color: var(--ink);
  }

  .across {
    position: relative;
    margin-inline: -1rem;
    padding: 2px 1rem 6px;
  }

  table {
    border-collapse: separate;
    border-spacing: 2px;
  }

  th,
  td {
    padding: 0;
    border: 0;
    vertical-align: middle;
  }

  tbody th {
    position: sticky;
    inset-inline-start: -1rem;
    z-index: 1;
    min-width: 6rem;
    max-width: 8rem;
    padding-block: 0.3rem;
    padding-inline: 0 0.5rem;
    background: var(--paper);
    overflow-wrap: anywhere;
  }

  thead th {
    vertical-align: bottom;
  }

  button.issue {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.4rem;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-height: 28px;
    padding: 0.2rem 0.3rem;
    border-color: transparent;
    background: none;
    font-size: 0.8125rem;
    line-height: 1.25;
  }

  .upright button.issue {
    flex-direction: column-reverse;
    flex-wrap: nowrap;
    justify-content: flex-start;
    padding: 0.2rem 0;
  }

  .upright .name {
    writing-mode: vertical-rl;
    transform: rotate(180deg);
    text-align: start;
    max-height: 10rem;
  }

  .upright .issue .mark {
    order: -1;
  }

  .cell {
    display: flex;
    flex-direction: column;
    gap: 0 0.4rem;
    align-items: center;
    justify-content: center;
    width: 100%;
    min-width: 5.4rem;
    min-height: 40px;
    padding: 0.2rem 0.35rem;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: var(--paper-2);
    font-size: 0.8125rem;
    line-height: 1.35;
  }

  .upright .cell {
    flex-flow: row wrap;
    min-width: 2.35rem;
    font-size: 0.875rem;
  }

  .cell.clash {
    border: 2px solid var(--alarm);
    background: var(--clash);
    font-weight: 600;
  }

  .cell[aria-expanded="true"],
  .issue[aria-expanded="true"] {
    outline: 3px solid var(--accent);
    outline-offset: 0;
  }

  @media (forced-colors: active) {
    .cell.clash,
    .row.clash,
    .swatch {
      border: 3px double CanvasText;
    }
  }

  @media print {
    /* The table keeps to the width of the paper. */
    .across {
      margin-inline: 0;
      padding-inline: 0;
    }

    .upright .cell {
      min-width: 0;
      padding-inline: 0.15rem;
    }

    .cell[aria-expanded="true"],
    .issue[aria-expanded="true"] {
      outline: none;
    }
  }
`;
