import { css } from 'lit';

export const styles = css`
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 48px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--line);
  }
  h2 {
    font-size: var(--text-m);
    font-weight: 600;
  }
  .tally {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .tally.error {
    color: var(--bad);
  }
  .tally.warning {
    color: var(--warn);
  }
  .pending {
    margin-inline-start: auto;
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 4px 10px;
    padding: 12px 16px;
    border-bottom: 1px solid var(--line);
  }
  li:last-child {
    border-bottom: 0;
  }
  li > .icon {
    margin-top: 3px;
  }
  li.error > .icon {
    color: var(--bad);
  }
  li.warning > .icon {
    color: var(--warn);
  }
  li.info > .icon {
    color: var(--accent);
  }
  .message {
    font-weight: 550;
    overflow-wrap: anywhere;
  }
  .cause {
    margin-top: 2px;
    color: var(--ink-2);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 10px;
    margin-top: 6px;
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  .fix {
    min-height: 26px;
    padding: 1px 10px;
    font-size: var(--text-xs);
    color: var(--accent);
  }
  .good {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 16px;
    color: var(--good);
  }
`;
