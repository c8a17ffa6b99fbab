// How the view of commitments is set.

import { css } from "lit";

export const commitmentsStyle = css`
  .jumps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
  }

  .jumps button {
    min-height: 26px;
    padding: 0 0.6rem;
    border-color: var(--line);
    border-radius: 13px;
    font-size: 0.8125rem;
  }

  h3 {
    scroll-margin-top: 0.75rem;
  }

  .file h4 {
    margin: 0;
    padding: 0.6rem 0.5rem 0;
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--ink-2);
  }

  .who {
    display: block;
    font-weight: 600;
  }

  @media print {
    .jumps {
      display: none;
    }

    .file {
      break-after: avoid;
    }
  }
`;
