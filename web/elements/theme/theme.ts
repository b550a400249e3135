// The look that every element shares, as tokens. A page changes it by setting the public
// `--crosswalk-*` properties on any ancestor; light or dark follows the page's `color-scheme`.
import { css } from 'lit';

export const theme = css`
  :host {
    --ground: var(--crosswalk-ground, light-dark(#f7f7f5, #101114));
    --surface: var(--crosswalk-surface, light-dark(#ffffff, #17181c));
    --raised: var(--crosswalk-raised, light-dark(#ffffff, #1e2025));
    --sunken: var(--crosswalk-sunken, light-dark(#f2f2ef, #121317));
    --hover: var(--crosswalk-hover, light-dark(#f3f3f0, #1f2127));
    --line: var(--crosswalk-line, light-dark(#e6e6e1, #292b32));
    --line-strong: var(--crosswalk-line-strong, light-dark(#8b8d95, #6e717c));
    --ink: var(--crosswalk-ink, light-dark(#191a1f, #ececf0));
    --ink-2: var(--crosswalk-ink-2, light-dark(#50535c, #b0b3bd));
    --ink-3: var(--crosswalk-ink-3, light-dark(#686b75, #8f939f));
    --accent: var(--crosswalk-accent, light-dark(#2350d2, #94aeff));
    --accent-strong: var(--crosswalk-accent-strong, light-dark(#1b40ad, #b3c5ff));
    --on-accent: var(--crosswalk-on-accent, light-dark(#ffffff, #0e1530));
    --accent-soft: var(--crosswalk-accent-soft, light-dark(#edf1fe, #1d2542));
    --good: var(--crosswalk-good, light-dark(#0f6b43, #5fcf9b));
    --good-soft: var(--crosswalk-good-soft, light-dark(#e7f5ed, #14291f));
    --warn: var(--crosswalk-warn, light-dark(#855000, #efb755));
    --warn-soft: var(--crosswalk-warn-soft, light-dark(#fdf3dd, #2d2412));
    --bad: var(--crosswalk-bad, light-dark(#b3261e, #ff948a));
    --bad-soft: var(--crosswalk-bad-soft, light-dark(#fdeeec, #351b1a));
    --shadow-1: 0 1px 2px light-dark(rgb(20 22 30 / 6%), rgb(0 0 0 / 40%));
    --shadow-2:
      0 0 0 1px light-dark(rgb(20 22 30 / 6%), rgb(255 255 255 / 8%)),
      0 12px 32px light-dark(rgb(20 22 30 / 16%), rgb(0 0 0 / 60%));
    --radius: var(--crosswalk-radius, 8px);
    --radius-large: calc(var(--radius) * 1.5);
    --sans: var(
      --crosswalk-sans,
      ui-sans-serif,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      'Noto Sans',
      'Liberation Sans',
      sans-serif
    );
    --mono: var(
      --crosswalk-mono,
      ui-monospace,
      SFMono-Regular,
      'SF Mono',
      Menlo,
      Consolas,
      'Liberation Mono',
      'DejaVu Sans Mono',
      monospace
    );
    --text-xs: 0.75rem;
    --text-s: 0.8125rem;
    --text-m: 0.875rem;
    --text-l: 1rem;
    --text-xl: 1.375rem;

    display: block;
    color: var(--ink);
    font: 400 var(--text-m) / 1.5 var(--sans);
    -webkit-font-smoothing: antialiased;
    text-size-adjust: none;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
  }
  ul,
  ol {
    padding: 0;
    list-style: none;
  }
  code,
  .mono {
    font-family: var(--mono);
    font-size: 0.92em;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    color: var(--ink-3);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
    }
  }
`;
