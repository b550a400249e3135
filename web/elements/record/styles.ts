import { css } from 'lit';

export const styles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 18px 24px;
    border-bottom: 1px solid var(--line);
  }
  h2 {
    font-size: var(--text-l);
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .link-line {
    color: var(--ink-3);
    font-size: var(--text-s);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr);
    padding: 8px 0;
  }
  dt,
  dd {
    padding: 7px 24px;
    font-size: var(--text-s);
  }
  dt {
    color: var(--ink-2);
  }
  dd {
    padding-inline-start: 0;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .nothing {
    color: var(--ink-3);
    font-style: italic;
  }
`;
