// Where the three places are: beside each other where there is room, else one at a time.

import { css } from "lit";

export const appStyle = css`
  :host {
    display: block;
    height: 100dvh;
  }

  .page {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / 15.5rem minmax(22rem, 1fr) minmax(26rem, 1.25fr);
    grid-template-areas: "header header header" "files view text" "screens screens screens";
    height: 100%;
  }

  main {
    display: contents;
  }

  .page.empty {
    display: flex;
    flex-direction: column;
  }

  .page.empty main {
    display: block;
    flex: 1;
    min-height: 0;
    overflow: auto;
  }

  header {
    grid-area: header;
    display: flex;
    gap: 0.6rem;
    align-items: center;
    padding: 0.45rem 0.75rem;
    border-bottom: 1px solid var(--line);
  }

  h1 {
    margin-inline-end: auto;
    font: 600 1.125rem/1 var(--serif);
    letter-spacing: 0.01em;
  }

  header input {
    flex: 0 1 28rem;
    min-width: 6rem;
    margin-inline-end: auto;
  }

  .help {
    width: 30px;
    padding: 0;
  }

  .files {
    grid-area: files;
    overflow: auto;
    border-inline-end: 1px solid var(--line);
    background: var(--paper-2);
  }

  .view {
    grid-area: view;
    display: flex;
    flex-direction: column;
    min-height: 0;
    min-width: 0;
    border-inline-end: 1px solid var(--line);
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.1rem;
    padding: 0.4rem 0.75rem 0;
    border-bottom: 1px solid var(--line);
  }

  .tabs button,
  .screens button {
    border-color: transparent;
    border-radius: 0;
    background: none;
  }

  .tabs button {
    padding-inline: 0.5rem;
  }

  /* As wide as when it is bold, so that the rows of tabs stay as they are whichever is chosen. */
  .tabs button::after {
    content: attr(data-name);
    display: block;
    height: 0;
    overflow: hidden;
    font-weight: 600;
    visibility: hidden;
  }

  .tabs button[aria-current="page"],
  .screens button[aria-current="page"] {
    font-weight: 600;
  }

  /* Stands above the findings on paper, where no tab says what they are. */
  .paper {
    display: none;
  }

  .scroll {
    position: relative; /* holds words for screen readers, which would else make the page longer */
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }

  .text {
    grid-area: text;
    position: relative;
    display: flex;
    flex-direction: column;
    min-height: 0;
    min-width: 0;
  }

  .text text-reader {
    flex: 1;
  }

  .screens {
    grid-area: screens;
    display: none;
  }

  .view-reader {
    grid-template-columns: 15.5rem 0 minmax(0, 1fr);
  }

  .view-reader .view {
    display: none;
  }

  .over {
    position: fixed;
    inset: 0;
    z-index: 10;
    display: grid;
    place-items: center;
    border: 6px dashed var(--accent);
    background: color-mix(in srgb, var(--paper) 88%, transparent);
    font: 1.75rem var(--serif);
    pointer-events: none;
  }

  /* Two places: the text takes that of the findings when something is gone to. */
  @media (max-width: 1099px) {
    .page,
    .view-reader {
      grid-template-columns: 13rem 0 minmax(0, 1fr);
      grid-template-areas: "header header header" "files . main" "screens screens screens";
    }

    .view,
    .text {
      grid-area: main;
    }

    .place-text .view,
    .place-view .text,
    .place-files .text,
    .view-reader .view {
      display: none;
    }

    .view-reader .text {
      display: flex;
    }

  }

  /* One place at a time. */
  @media (max-width: 699px) {
    /* There the search needs the place; the help has the menu too. */
    .page:not(.empty) language-menu {
      display: none;
    }

    .page,
    .view-reader {
      grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 1fr);
      grid-template-areas: "header" "main" "notices" "screens";
    }

    notice-bar {
      grid-area: notices;
    }

    .files,
    .view,
    .text {
      grid-area: main;
      border: 0;
    }

    .files,
    .view,
    .text,
    .view-reader .text {
      display: none;
    }

    .place-files .files {
      display: block;
    }

    .place-view .view,
    .place-text .text {
      display: flex;
    }

    .tabs {
      padding-inline: 0.5rem;
    }

    .tabs button {
      padding-inline: 0.3rem;
    }

    .screens {
      display: flex;
      border-top: 1px solid var(--line);
      background: var(--paper-2);
    }

    .screens button {
      flex: 1;
      min-height: 48px;
    }

    .page:not(.empty) h1 {
      position: absolute;
      clip-path: inset(50%);
    }

    header input {
      flex: 1;
    }
  }

  @media print {
    :host {
      height: auto;
    }

    .page,
    .view-reader {
      display: block;
      height: auto;
    }

    header,
    .files,
    .tabs,
    .screens,
    .over {
      display: none;
    }

    .view,
    .text {
      display: block !important;
      border: 0;
    }

    .view-reader .view {
      display: none !important;
    }

    .text {
      break-before: page;
    }

    .paper {
      display: block;
      margin-bottom: 1rem;
      padding-bottom: 0.3rem;
      border-bottom: 2px solid var(--line-2);
      font: 600 1.0625rem/1.35 var(--serif);
    }

    .paper .quiet {
      font-weight: 400;
    }

    .scroll {
      overflow: visible;
    }
  }
`;
