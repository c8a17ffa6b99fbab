// How the filters look: buttons in a row, a list below them, chips below that; one button where there is little room.

import { css } from "lit";

export const filterStyle = css`
  :host {
    display: block;
  }

  .drawers,
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
  }

  .drawers button,
  .fold {
    min-height: 28px;
    padding: 0 0.6rem;
    font-size: 0.8125rem;
  }

  .drawers button::after,
  .fold::after {
    content: "▾";
    margin-inline-start: 0.35rem;
    color: var(--ink-2);
  }

  button[aria-expanded="true"] {
    border-color: var(--accent);
    background: var(--tint);
  }

  .fold {
    display: none;
  }

  .drawers .figures {
    padding: 0 0.35rem;
    border-radius: 8px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.75rem;
  }

  fieldset {
    min-width: 0;
    max-height: 20rem;
    margin: 0.4rem 0 0;
    padding: 0.5rem 0.75rem;
    overflow: auto;
    border: 1px solid var(--line-2);
    border-radius: 6px;
    background: var(--paper-2);
    font-size: 0.8125rem;
  }

  input[type="search"] {
    width: 100%;
    margin-bottom: 0.4rem;
  }

  .choices {
    columns: 13rem;
    column-gap: 1.25rem;
  }

  .choices label {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr) max-content;
    align-items: start;
    min-height: 24px;
    padding: 0.15rem 0;
    break-inside: avoid;
    cursor: pointer;
  }

  .choices input {
    margin-top: 1px;
  }

  .choices .name {
    overflow-wrap: anywhere;
  }

  .days {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
  }

  .hint {
    margin-top: 0.4rem;
    color: var(--ink-2);
    text-wrap: pretty;
  }

  .chips {
    margin-top: 0.5rem;
  }

  .chip {
    max-width: 100%;
    min-height: 26px;
    padding: 0 0.55rem;
    border-color: var(--accent);
    border-radius: 13px;
    background: var(--tint);
    font-size: 0.8125rem;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .cross {
    margin-inline-start: 0.2rem;
    color: var(--ink-2);
  }

  @media (max-width: 699px) {
    .fold {
      display: inline-block;
      min-height: 32px;
    }

    .filters:not(.unfolded) {
      display: none;
    }

    .filters {
      margin-top: 0.4rem;
    }

    .drawers button {
      min-height: 32px;
    }
  }

  @media (forced-colors: active) {
    button[aria-expanded="true"],
    .chip {
      outline: 1px solid;
    }
  }

  @media print {
    .filters,
    .fold,
    .cross {
      display: none;
    }
  }
`;
