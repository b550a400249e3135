import { css } from 'lit';

export const styles = css`
  .group {
    margin-bottom: 16px;
    overflow: hidden;
  }
  header {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    gap: 2px 12px;
    padding: 16px 20px;
    border-bottom: 1px solid var(--line);
  }
  header > .icon {
    width: 18px;
    height: 18px;
    margin-top: 2px;
    color: var(--warn);
  }
  h3 {
    font-size: var(--text-m);
    font-weight: 600;
  }
  .cure {
    grid-column: 2 / -1;
    max-width: 78ch;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .codes {
    display: flex;
    gap: 8px;
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  td {
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  td:first-child {
    width: 30%;
  }
  td:last-child {
    width: 9rem;
    white-space: nowrap;
  }
  .more {
    display: flex;
    justify-content: center;
    padding: 4px 0 16px;
  }
`;
