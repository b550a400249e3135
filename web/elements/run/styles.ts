import { css } from 'lit';

export const styles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 20px 24px 16px;
  }
  h2 {
    font-size: var(--text-l);
    font-weight: 600;
  }
  header .times {
    margin-inline-start: auto;
    color: var(--ink-3);
    font-size: var(--text-s);
  }
  .cause {
    margin: 0 24px 16px;
  }
  .phases {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 6px;
    padding: 0 24px 20px;
  }
  .phase {
    display: grid;
    gap: 6px;
    color: var(--ink-3);
    font-size: var(--text-xs);
  }
  .phase::before {
    content: '';
    height: 5px;
    border-radius: 3px;
    background: var(--line);
    transform: skewX(-18deg);
    transition: background 300ms;
  }
  .phase.done::before {
    background: var(--accent);
  }
  .phase.now {
    color: var(--ink);
    font-weight: 550;
  }
  .phase.now::before {
    background: linear-gradient(
      100deg,
      var(--accent) 0 35%,
      color-mix(in srgb, var(--accent) 40%, var(--line)) 50%,
      var(--accent) 65% 100%
    );
    background-size: 240% 100%;
    animation: travel 1.4s linear infinite;
  }
  .phase.ended::before {
    background: var(--good);
  }
  .phase.short::before {
    background: var(--warn);
  }
  .phase.broken::before {
    background: var(--bad);
  }
  @keyframes travel {
    from {
      background-position: 120% 0;
    }
    to {
      background-position: -120% 0;
    }
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
    gap: 1px;
    border-block: 1px solid var(--line);
    background: var(--line);
  }
  .figure {
    padding: 14px 24px;
    background: var(--surface);
  }
  .figure dt {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .figure dd {
    font-size: 1.5rem;
    font-weight: 600;
    letter-spacing: -0.02em;
    line-height: 1.35;
    font-variant-numeric: tabular-nums;
  }
  .figure.warn dd {
    color: var(--warn);
  }
  .sides {
    padding: 8px 8px 12px;
  }
  .sides th,
  .sides td {
    border-bottom: 0;
    padding-block: 6px;
    font-variant-numeric: tabular-nums;
  }
  .sides tbody th {
    color: var(--ink);
    font-size: var(--text-m);
  }
`;
