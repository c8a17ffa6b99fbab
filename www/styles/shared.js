// What every element shares: boxes, buttons, fields, focus.

import { css } from "lit";

export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2 {
    font-size: 1rem;
    font-weight: 650;
  }

  h3 {
    font-size: 0.8125rem;
    font-weight: 650;
    color: var(--ink-2);
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }

  button,
  .button {
    min-height: 30px;
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line-2);
    border-radius: 6px;
    background: var(--paper-3);
    color: var(--ink);
    cursor: pointer;
  }

  button:hover {
    border-color: var(--accent);
  }

  button[disabled] {
    opacity: 0.55;
    cursor: default;
  }

  button.main {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }

  button.plain {
    border-color: transparent;
    background: none;
    color: var(--accent);
  }

  button.plain:hover {
    text-decoration: underline;
  }

  button[aria-pressed="true"],
  button[aria-selected="true"],
  button[aria-current="page"] {
    border-color: var(--accent);
    box-shadow: inset 0 -2px 0 var(--accent);
  }

  input,
  select,
  textarea {
    min-height: 30px;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--line-2);
    border-radius: 6px;
    background: var(--paper-3);
  }

  input[type="radio"],
  input[type="checkbox"] {
    min-height: 0;
    width: 16px;
    height: 16px;
    margin-block: 0;
    margin-inline: 0 0.4rem;
    vertical-align: -3px;
    accent-color: var(--accent);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  a {
    color: var(--accent);
  }

  .quiet {
    color: var(--ink-2);
  }

  .serif {
    font-family: var(--serif);
  }

  .figures {
    font-variant-numeric: tabular-nums;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  dialog {
    width: min(36rem, calc(100vw - 2rem));
    max-height: calc(100vh - 2rem);
    overflow: auto;
    padding: 1.25rem 1.5rem 1.5rem;
    border: 1px solid var(--line-2);
    border-radius: 10px;
    background: var(--paper);
    color: var(--ink);
    line-height: 1.5;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  dialog h2:focus {
    outline: none;
  }

  dialog h2 {
    font-size: 1.125rem;
    margin-bottom: 0.75rem;
  }

  dialog .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 1.25rem;
  }

  /* Shades and shadows are gone there: what is chosen is said by its border. */
  @media (forced-colors: active) {
    button[aria-pressed="true"],
    button[aria-selected="true"],
    button[aria-current="page"] {
      border-block-end: 3px solid Highlight;
    }
  }

  @media print {
    dialog {
      display: none;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: border-color 0.12s;
    }
  }
`;
