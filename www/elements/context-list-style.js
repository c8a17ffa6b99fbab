// How words in context look: a line a place, what is before it flush against it, so that all of them begin one below the other.

import { css } from "lit";

export const contextStyle = css`
  :host {
    padding: 0;
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
    align-items: center;
    padding: 0.4rem 1rem 0.6rem;
    border-bottom: 1px solid var(--line);
    font-size: 0.8125rem;
  }

  .options label {
    min-height: 26px;
    display: inline-flex;
    align-items: center;
  }

  .order {
    gap: 0.4rem;
  }

  .note {
    padding: 0.6rem 1rem 0;
  }

  .file {
    padding: 0.9rem 1rem 0.2rem;
  }

  .file h3 {
    margin: 0;
  }

  .later {
    contain-intrinsic-size: auto 30px;
  }

  .empty {
    padding: 1.5rem;
  }

  .more {
    margin: 1rem;
  }

  .line {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    padding: 0.2rem 1rem;
    font: 14px/1.5 var(--serif);
    white-space: pre;
  }

  .left {
    display: flex;
    justify-content: flex-end;
    overflow: hidden;
  }

  .left span {
    flex: none;
    color: var(--ink-2);
  }

  .right {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  mark {
    background: var(--here);
    color: var(--ink);
    font-weight: 650;
  }

  .of {
    grid-column: 2;
    overflow: hidden;
    color: var(--ink-2);
    font: 0.75rem/1.3 var(--sans);
    text-overflow: ellipsis;
  }

  .rows {
    margin-top: 0;
    padding: 1rem;
  }

  @media (max-width: 699px) {
    .line {
      font-size: 13px;
    }
  }

  @media (forced-colors: active) {
    mark {
      text-decoration: underline;
    }
  }

  @media print {
    .options {
      display: none;
    }
  }
`;
