import { css } from 'lit';

export const styles = css`
  .find {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    margin-bottom: 24px;
  }
  .find > input {
    width: min(26rem, 100%);
  }
  section + section {
    margin-top: 32px;
  }
  h2 {
    margin-bottom: 12px;
    font-size: var(--text-m);
    font-weight: 600;
  }
  article {
    padding: 16px 20px;
    border-bottom: 1px solid var(--line);
    scroll-margin-top: 24px;
  }
  article:last-child {
    border-bottom: 0;
  }
  article:focus {
    outline: none;
  }
  article[aria-current='true'] {
    background: var(--accent-soft);
    box-shadow: inset 3px 0 0 var(--accent);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
  }
  .head > a {
    color: var(--ink-2);
    text-decoration: none;
  }
  .head > a:hover {
    color: var(--accent);
    text-decoration: underline;
  }
  h3 {
    font-size: var(--text-m);
    font-weight: 600;
  }
  dl {
    display: grid;
    grid-template-columns: 5.5rem minmax(0, 72ch);
    gap: 6px 16px;
    margin-top: 10px;
    font-size: var(--text-s);
  }
  dt {
    color: var(--ink-3);
  }
  article[aria-current='true'] dt {
    color: var(--ink-2);
  }
  dd {
    overflow-wrap: anywhere;
  }
  @media (max-width: 560px) {
    dl {
      grid-template-columns: minmax(0, 1fr);
    }
    dd + dt {
      margin-top: 4px;
    }
  }
`;
