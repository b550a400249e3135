import { css } from 'lit';

export const styles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px 16px;
    margin-bottom: 16px;
  }
  .tools .check {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 34px;
    font-size: var(--text-s);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 18px;
    margin-bottom: 16px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .legend b {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    border-radius: 5px;
    font: 600 var(--text-xs) / 1 var(--sans);
  }
  .work {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 16rem;
    align-items: start;
    gap: 20px;
  }
  .scroll {
    max-height: calc(100vh - 120px);
    overflow: auto;
  }
  table {
    width: auto;
    border-spacing: 0;
    border-collapse: separate;
  }
  th,
  td {
    padding: 0;
    border: 0;
  }
  thead th {
    position: sticky;
    z-index: 1;
    top: 0;
    height: 9.5rem;
    padding: 8px 0;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
    color: var(--ink-2);
    vertical-align: bottom;
  }
  thead th > span {
    display: block;
    margin-inline: auto;
    writing-mode: vertical-rl;
    transform: rotate(180deg);
  }
  thead th:first-child {
    z-index: 2;
  }
  th:first-child {
    position: sticky;
    z-index: 1;
    left: 0;
    width: 12rem;
    min-width: 12rem;
    padding: 0 12px 0 16px;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
    color: var(--ink-2);
    font-size: var(--text-s);
    line-height: 1.3;
    white-space: normal;
  }
  td {
    padding: 1px;
  }
  td > b {
    display: grid;
    place-items: center;
    width: 25px;
    height: 26px;
    border-radius: 5px;
    font: 600 var(--text-xs) / 1 var(--sans);
    cursor: default;
  }
  td:focus-visible {
    outline-offset: -1px;
    border-radius: 6px;
  }
  td.here > b {
    box-shadow: 0 0 0 2px var(--ink);
  }
  .exact {
    background: var(--good-soft);
    color: var(--good);
  }
  .widening {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .conditional {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .lossy {
    background: var(--bad-soft);
    color: var(--bad);
  }
  .incompatible {
    background: var(--sunken);
    color: var(--ink-3);
  }
  .cell {
    position: sticky;
    top: 24px;
    padding: 16px 20px;
  }
  .cell h2 {
    font-size: var(--text-m);
    font-weight: 600;
  }
  .cell h3 {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 16px;
    font-size: var(--text-s);
    font-weight: 550;
  }
  .cell p {
    margin-top: 4px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .tag {
    padding: 1px 8px;
    border-radius: 99px;
    font-size: var(--text-xs);
    line-height: 20px;
  }
  @media (max-width: 980px) {
    .work {
      grid-template-columns: minmax(0, 1fr);
    }
    .cell {
      position: static;
      order: -1;
    }
  }
`;
