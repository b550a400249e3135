import { css } from 'lit';

/** Headings, spacing and cards that every page of the console shares. */
export const pageStyles = css`
  :host {
    max-width: 76rem;
    margin-inline: auto;
    padding: 36px 40px 72px;
  }
  :host([wide]) {
    max-width: none;
  }
  .page-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    min-height: 36px;
    margin-bottom: 24px;
  }
  .page-head h1 {
    font-size: var(--text-xl);
    font-weight: 650;
    letter-spacing: -0.018em;
    line-height: 1.3;
  }
  .page-head .lead {
    flex-basis: 100%;
    padding-inline-end: max(0px, 100% - 72ch);
    margin-top: -4px;
    color: var(--ink-2);
  }
  .page-head .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  .crumb {
    color: var(--ink-3);
    font-size: var(--text-xl);
    font-weight: 450;
    letter-spacing: -0.018em;
    text-decoration: none;
  }
  .crumb:hover {
    color: var(--ink);
  }
  .section {
    margin-top: 32px;
  }
  .section > h2 {
    margin-bottom: 12px;
    font-size: var(--text-m);
    font-weight: 600;
  }
  .scroll {
    overflow-x: auto;
  }
  .note {
    margin-bottom: 20px;
  }
  td a {
    font-weight: 550;
    text-decoration: none;
  }
  td a:hover {
    text-decoration: underline;
  }
  .loading {
    display: grid;
    gap: 14px;
    padding: 24px;
  }
  .loading > .waiting:nth-child(2n) {
    width: 72%;
  }
  .loading > .waiting:nth-child(3n) {
    width: 54%;
  }
  @media (max-width: 860px) {
    :host {
      padding: 24px 16px 56px;
    }
  }
`;
