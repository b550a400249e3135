import { css } from 'lit';

export const styles = css`
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px 16px;
    border-bottom: 1px solid var(--line);
  }
  .pairs {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 4px;
    min-width: 0;
  }
  .pair[aria-pressed='true'] {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .pair .icon {
    width: 14px;
    height: 14px;
    opacity: 0.8;
  }
  .views {
    display: flex;
    padding: 2px;
    border-radius: var(--radius);
    background: var(--sunken);
  }
  .views > button {
    min-height: 28px;
    padding: 2px 12px;
    border: 0;
    border-radius: calc(var(--radius) - 2px);
    background: none;
    box-shadow: none;
    color: var(--ink-2);
  }
  .views > button[aria-pressed='true'] {
    background: var(--surface);
    box-shadow: var(--shadow-1);
    color: var(--ink);
  }
  .terms {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 10px 16px;
    border-bottom: 1px solid var(--line);
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .terms label {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .terms .filter {
    margin-inline-start: auto;
  }
  .terms .filter input {
    width: 9.5rem;
  }
  .terms select,
  .terms input:not([type='checkbox']) {
    min-height: 30px;
    padding: 2px 8px;
    font-size: var(--text-s);
  }
  .row {
    display: grid;
    grid-template-columns:
      minmax(9rem, 1fr) 4.75rem minmax(11rem, 1.35fr) minmax(6rem, 0.9fr) 72px;
    align-items: center;
    gap: 0 12px;
    padding: 6px 8px 6px 16px;
    border-bottom: 1px solid var(--line);
  }
  .body .row {
    content-visibility: auto;
    contain-intrinsic-size: auto 53px;
  }
  .row.head {
    position: sticky;
    z-index: 1;
    top: var(--crosswalk-sticky-top, 0);
    padding-block: 8px;
    background: var(--surface);
    color: var(--ink-3);
    font-size: var(--text-xs);
    font-weight: 550;
  }
  .body .row:hover {
    background: var(--hover);
  }
  .row.error {
    box-shadow: inset 3px 0 var(--bad);
  }
  .row.warning {
    box-shadow: inset 3px 0 var(--warn);
  }
  .side {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 10px;
    min-width: 0;
    text-align: start;
  }
  .side > .icon {
    grid-row: span 2;
    color: var(--ink-3);
  }
  .side .label {
    overflow: hidden;
    font-weight: 550;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .side .name {
    display: flex;
    gap: 8px;
    grid-column: 2 / -1;
    overflow: hidden;
    color: var(--ink-3);
    font-size: var(--text-xs);
    font-weight: 400;
    white-space: nowrap;
  }
  .side .name > code {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .side .name > span {
    flex: none;
  }
  .must {
    color: var(--warn);
    font-size: var(--text-xs);
    font-weight: 550;
  }
  button.side {
    justify-content: stretch;
    width: 100%;
    min-height: 40px;
    margin-inline-start: -8px;
    padding: 2px 8px;
    border-color: transparent;
    background: none;
    box-shadow: none;
    font-size: var(--text-m);
  }
  button.side:hover {
    border-color: var(--line);
    background: var(--surface);
  }
  .unknown .label {
    color: var(--bad);
  }
  .way > select {
    width: 100%;
    min-height: 30px;
    padding: 2px 4px;
    border-color: transparent;
    background-color: transparent;
    color: var(--ink-2);
    font-size: var(--text-s);
    text-align: center;
    cursor: pointer;
  }
  .way > select:hover {
    border-color: var(--line-strong);
  }
  .rules {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .tools {
    display: flex;
    justify-content: flex-end;
  }
  .tools > button {
    min-width: 32px;
    padding: 4px;
    color: var(--ink-3);
  }
  .tools > button:hover,
  .tools > button[aria-expanded='true'] {
    color: var(--ink);
  }
  .under {
    grid-column: 1 / -1;
    padding: 4px 8px 8px 26px;
  }
  .finding {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 10px;
    padding: 2px 0;
    font-size: var(--text-s);
  }
  .finding > .icon {
    align-self: center;
    width: 14px;
    height: 14px;
  }
  .finding.error {
    color: var(--bad);
  }
  .finding.warning {
    color: var(--warn);
  }
  .finding.info {
    color: var(--ink-2);
  }
  .finding > button {
    min-height: 24px;
    padding: 0 8px;
    font-size: var(--text-xs);
    color: var(--accent);
  }
  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
    gap: 12px 16px;
    margin: 8px 8px 6px 0;
    padding: 14px 16px;
    border-radius: var(--radius);
    background: var(--sunken);
  }
  .settings .field > :is(select, input) {
    width: 100%;
    font-size: var(--text-s);
  }
  .settings label.check {
    display: flex;
    align-items: center;
    align-self: end;
    gap: 8px;
    min-height: 34px;
    font-size: var(--text-s);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    padding: 10px 16px;
    color: var(--ink-3);
    font-size: var(--text-s);
  }
  @media (max-width: 860px) {
    .row {
      grid-template-columns: minmax(0, 1fr) 4.75rem 72px;
    }
    .row.head {
      display: none;
    }
    .row > [data-part='salesforce'],
    .row > .rules {
      grid-column: 1 / -1;
    }
    .row > .tools {
      grid-column: 3;
      grid-row: 1;
    }
  }
`;
