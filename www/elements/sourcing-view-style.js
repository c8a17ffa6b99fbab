// How the view of the sourcing is set.

import { css } from "lit";

export const sourcingStyle = css`
  ul[aria-labelledby="texts"] {
    margin-bottom: 1.6rem;
  }

  figure {
    margin-top: 0.5rem;
  }

  figcaption {
    margin-bottom: 0.5rem;
  }

  .line .words {
    font: inherit;
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

  .number {
    text-align: end;
  }

  .save {
    margin-top: 0.6rem;
  }

  @media print {
    .save {
      display: none;
    }
  }
`;
