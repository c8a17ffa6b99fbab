// How the view of commitments is set.

import { css } from "lit";

export const commitmentsStyle = css`
  :host {
    display: block;
    padding: 0.75rem 1rem 3rem;
  }

  .empty {
    max-width: 34rem;
    padding: 1.5rem 0.5rem;
    color: var(--ink-2);
  }

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
    margin: 1.6rem 0 0.1rem;
    font-size: 0.875rem;
    color: var(--ink);
    scroll-margin-top: 0.75rem;
  }

  h3 .figures {
    font-weight: 400;
    color: var(--ink-2);
  }

  .hint {
    margin-bottom: 0.2rem;
    font-size: 0.8125rem;
    color: var(--ink-2);
    text-wrap: pretty;
  }

  .file h4 {
    margin: 0;
    padding: 0.6rem 0.5rem 0;
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--ink-2);
  }

  li:not(.file) {
    content-visibility: auto;
    contain-intrinsic-size: auto 72px;
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

  .line:hover {
    background: var(--paper-2);
  }

  .line[aria-current="true"] {
    background: var(--tint);
  }

  .line:focus-visible {
    outline-offset: -2px;
  }

  .who {
    display: block;
    font-weight: 600;
  }

  .words {
    display: block;
    font: 15px/1.5 var(--serif);
  }

  .note {
    display: block;
    font-size: 0.8125rem;
    color: var(--ink-2);
  }

  .rows {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin-top: 1.6rem;
  }

  @media print {
    .rows,
    .jumps,
    .plain {
      display: none;
    }

    li:not(.file) {
      content-visibility: visible;
    }
  }
`;
