import { css } from 'lit';

export const styles = css`
  :host {
    padding: 20px 24px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  header .quiet {
    font-size: var(--text-s);
  }
  ::slotted([slot='actions']) {
    margin-inline-start: auto;
  }
  h3 {
    font-size: var(--text-l);
    font-weight: 600;
  }
  .note {
    margin-top: 12px;
  }
  .bar {
    display: block;
    width: 100%;
    height: 8px;
    margin-top: 18px;
    border-radius: 4px;
    background: var(--sunken);
  }
  .bar .in {
    fill: var(--good);
  }
  .bar .wait {
    fill: var(--accent);
  }
  .bar .trouble {
    fill: var(--warn);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
    margin-top: 12px;
  }
  dl > div {
    display: flex;
    align-items: baseline;
    gap: 8px;
  }
  dl > div::before {
    content: '';
    width: 8px;
    height: 8px;
    border-radius: 2px;
    background: var(--good);
  }
  dl > .wait::before {
    background: var(--accent);
  }
  dl > .trouble::before {
    background: var(--warn);
  }
  dt {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  dd {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;
