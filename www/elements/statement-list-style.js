// How the list of statements looks: a line each, its weight at the edge, who and how well sourced above what.

import { css } from "lit";

export const listStyle = css`
  :host {
    padding: 0;
  }

  .head {
    padding: 0.75rem 1rem;
    border-bottom: 1px solid var(--line);
  }

  .count {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    min-height: 30px;
    gap: 0.5rem;
    padding: 0.35rem 1rem 0;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    justify-content: flex-end;
  }

  .tools button {
    min-height: 28px;
    padding: 0 0.6rem;
    font-size: 0.8125rem;
  }

  li {
    content-visibility: auto;
    contain-intrinsic-size: auto 92px;
  }

  .file {
    padding: 0.9rem 1rem 0.2rem;
    content-visibility: visible;
  }

  .file h3 {
    margin: 0;
    font-size: 0.8125rem;
    color: var(--ink-2);
  }

  .line {
    padding: 0.6rem 1rem;
  }

  .line.inside {
    padding-inline-start: 2.25rem;
  }

  .body {
    display: block;
    padding-inline-start: 0.75rem;
    border-inline-start: var(--weight);
  }

  .who {
    display: flex;
    gap: 0.5rem;
    align-items: baseline;
    justify-content: space-between;
  }

  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .name.nobody {
    font-weight: 400;
    font-style: italic;
    color: var(--ink-2);
  }

  .code {
    font-weight: 400;
    font-size: 0.75rem;
    color: var(--ink-2);
  }

  .told {
    display: block;
    font-size: 0.8125rem;
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }

  .what {
    display: -webkit-box;
    overflow: hidden;
    margin-top: 0.15rem;
    font: 15px/1.5 var(--serif);
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
  }

  .cue {
    font-variant-caps: small-caps;
    font-weight: 650;
  }

  .direct::before {
    content: "“";
  }

  .direct::after {
    content: "”";
  }

  .empty {
    padding: 1.5rem;
  }

  .more {
    display: block;
    margin: 1rem;
  }

  filter-bar {
    margin-top: 0.6rem;
  }

  .rows {
    margin-top: 0;
    padding: 1rem;
  }

  @media print {
    .tools {
      display: none;
    }

    li {
      content-visibility: visible;
    }

    .file {
      break-after: avoid;
    }

    .what {
      display: block;
    }
  }
`;
