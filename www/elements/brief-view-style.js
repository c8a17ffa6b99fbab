// How the brief is set: sentences as in the text, what is new in full ink, what was before a shade lighter and set back.

import { css } from "lit";

export const briefStyle = css`
  h4 {
    margin: 1rem 0 0.1rem;
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--ink-2);
  }

  section {
    max-width: 46rem;
    padding-top: 1.5rem;
    margin-top: 1.5rem;
    border-top: 2px solid var(--line-2);
    content-visibility: auto;
    contain-intrinsic-size: auto 30rem;
  }

  .hint + section {
    border-top: 0;
    padding-top: 0.4rem;
    margin-top: 0;
  }

  h3.of {
    margin-bottom: 0.2rem;
    font: 600 1.1875rem/1.35 var(--serif);
    text-wrap: balance;
    overflow-wrap: anywhere;
  }

  .invented {
    margin-bottom: 1rem;
    padding: 0.45rem 0.75rem;
    border: 1px dashed var(--line-2);
    border-radius: 6px;
    font-size: 0.8125rem;
  }

  .texts {
    margin: 0.4rem 0 1.6rem;
  }

  .text {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.1rem 0.75rem;
    align-items: baseline;
  }

  .text .title {
    font-weight: 600;
  }

  .text .about,
  .text .bar {
    grid-column: 1 / -1;
  }

  .text .bar {
    height: 8px;
    margin: 0.15rem 0 0.2rem;
  }

  .about,
  .date,
  .reported {
    font-size: 0.8125rem;
    color: var(--ink-2);
  }

  .line .words {
    font-size: 16px;
    text-wrap: pretty;
  }

  .background .words {
    color: var(--ink-2);
  }

  .background .line {
    padding-inline-start: 0.9rem;
    border-inline-start: 2px dotted var(--line-2);
  }

  .takeaways .line {
    padding-inline-start: 0.9rem;
    border-inline-start: 3px double var(--line-2);
  }

  .verdict {
    padding: 0 0.45rem;
    border: 1px solid var(--line-2);
    border-radius: 999px;
    color: var(--ink);
  }

  @media print {
    section {
      content-visibility: visible;
    }
  }
`;
