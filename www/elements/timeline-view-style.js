// How the timeline looks: days at the left, four tracks that run down, each thing a dot on its own.

import { css } from "lit";

export const timelineStyle = css`
  :host {
    --step: 14px;
    --hair: var(--line);
  }

  .lanes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    margin-bottom: 0.75rem;
  }

  .lanes button {
    display: inline-flex;
    gap: 0.4rem;
    align-items: center;
    min-height: 28px;
    padding: 0 0.6rem;
    border-color: var(--line);
    box-shadow: none;
    font-size: 0.8125rem;
  }

  .lanes button[aria-pressed="false"] {
    color: var(--ink-2);
    text-decoration: line-through;
  }

  .dot {
    display: inline-block;
    flex: none;
    width: 10px;
    height: 10px;
    background: var(--dot);
    print-color-adjust: exact;
  }

  .dot.said {
    --dot: var(--accent);
    border-radius: 50%;
  }

  .dot.told {
    --dot: var(--ink-2);
  }

  .dot.promised {
    --dot: var(--demand);
    transform: rotate(45deg);
  }

  .dot.scheduled {
    border: 2.5px solid var(--offer);
    border-radius: 50%;
    background: var(--paper);
  }

  .year h3 {
    margin: 0;
    padding: 0.9rem 0 0.1rem;
    font: 600 1.0625rem/1.3 var(--serif);
  }

  .line {
    display: grid;
    grid-template-columns: 6.6rem calc(var(--step) * 4) minmax(0, 1fr);
    gap: 0 0.6rem;
    padding-block: 0;
    padding-inline: 0.25rem 0.5rem;
    border: 0;
  }

  .when {
    padding: 0.5rem 0;
    font-size: 0.8125rem;
    font-weight: 600;
  }

  .undated .when {
    font-weight: 400;
    font-style: italic;
  }

  /* A hair line for each lane, and the dot on one of them. */
  .track {
    position: relative;
    height: 100%;
    background: repeating-linear-gradient(
      to right,
      transparent 0 calc(var(--step) / 2 - 0.5px),
      var(--hair) calc(var(--step) / 2 - 0.5px) calc(var(--step) / 2 + 0.5px),
      transparent calc(var(--step) / 2 + 0.5px) var(--step)
    );
    print-color-adjust: exact;
  }

  .undated .track {
    background: none;
  }

  .track .dot {
    position: absolute;
    inset-block-start: 0.8rem;
    inset-inline-start: calc(var(--at) * var(--step) + 2px);
  }

  .track.said {
    --at: 0;
  }

  .track.told {
    --at: 1;
  }

  .track.promised {
    --at: 2;
  }

  .track.scheduled {
    --at: 3;
  }

  .what {
    padding: 0.45rem 0;
    border-bottom: 1px solid var(--line);
  }

  .lane {
    font-size: 0.75rem;
    color: var(--ink-2);
  }

  .who {
    font-weight: 600;
  }

  .who::before {
    content: "· ";
    font-weight: 400;
    color: var(--ink-2);
  }

  .silent {
    margin-top: 1.4rem;
  }

  .silent button {
    padding-inline: 0.2rem;
  }

  @media (max-width: 699px) {
    .line {
      grid-template-columns: calc(var(--step) * 4) minmax(0, 1fr);
    }

    .when {
      grid-column: 2;
      padding-bottom: 0;
    }

    .track {
      grid-column: 1;
      grid-row: 1 / span 2;
    }

    .what {
      grid-column: 2;
      padding-top: 0;
    }
  }

  @media (forced-colors: active) {
    .track {
      --hair: CanvasText;
      forced-color-adjust: none;
    }

    /* What is off is struck through; a border on all that is on says no more. */
    .lanes button[aria-pressed="true"] {
      border-block-end: 1px solid;
    }

    .dot {
      background: CanvasText;
      forced-color-adjust: none;
    }

    .dot.scheduled {
      border-color: CanvasText;
      background: Canvas;
    }
  }

  @media print {
    .lanes,
    .silent button {
      display: none;
    }

    .year {
      break-after: avoid;
    }
  }
`;
