import { css } from 'lit';

export const styles = css`
  .totals {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 1px;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius-large);
    background: var(--line);
  }
  .total {
    display: grid;
    align-content: space-between;
    padding: 16px 20px;
    background: var(--surface);
  }
  .total dt {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .total dd {
    font-size: 1.625rem;
    font-weight: 600;
    letter-spacing: -0.02em;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
  }
  .total small {
    color: var(--ink-3);
    font-size: var(--text-xs);
    font-weight: 400;
    letter-spacing: 0;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 20px 0 10px;
  }
  .filters > button[aria-pressed='true'] {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .record > summary {
    display: grid;
    grid-template-columns: 16px 6.5rem minmax(8rem, 1fr) minmax(10rem, 1.6fr) auto;
    align-items: center;
    gap: 12px;
    padding: 10px 16px;
    border-bottom: 1px solid var(--line);
    cursor: pointer;
    list-style: none;
  }
  .record > summary::-webkit-details-marker {
    display: none;
  }
  .record > summary:hover {
    background: var(--hover);
  }
  .record:last-child:not([open]) > summary {
    border-bottom: 0;
  }
  .record > summary > .icon {
    color: var(--ink-3);
    transition: rotate 120ms;
  }
  .record[open] > summary > .icon {
    rotate: 90deg;
  }
  .who {
    overflow: hidden;
    font-weight: 550;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .why {
    overflow: hidden;
    color: var(--ink-2);
    font-size: var(--text-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .record[open] .why {
    white-space: normal;
  }
  .side {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  .changes {
    padding: 4px 16px 12px 44px;
    border-bottom: 1px solid var(--line);
    background: var(--sunken);
  }
  .changes th,
  .changes td {
    padding: 6px 12px;
    font-size: var(--text-s);
  }
  .changes td {
    overflow-wrap: anywhere;
  }
  .before {
    color: var(--ink-3);
  }
  .before del {
    text-decoration-color: var(--line-strong);
  }
  .after {
    color: var(--ink);
    font-weight: 550;
  }
  .nothing {
    color: var(--ink-3);
    font-style: italic;
    font-weight: 400;
  }
  .more {
    display: flex;
    justify-content: center;
    padding: 14px;
  }
`;
