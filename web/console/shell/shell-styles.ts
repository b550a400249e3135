import { css } from 'lit';

export const shellStyles = css`
  :host {
    min-height: 100vh;
    background: var(--ground);
  }
  .skip {
    position: absolute;
    z-index: 10;
    top: 8px;
    left: 8px;
    padding: 8px 12px;
    border-radius: var(--radius);
    background: var(--raised);
    transform: translateY(-200%);
  }
  .skip:focus-visible {
    transform: none;
  }
  .frame {
    display: grid;
    grid-template-columns: 15rem minmax(0, 1fr);
    min-height: 100vh;
  }
  .rail {
    position: sticky;
    top: 0;
    display: flex;
    flex-direction: column;
    gap: 24px;
    height: 100vh;
    padding: 20px 14px 14px;
    overflow-y: auto;
    border-inline-end: 1px solid var(--line);
    background: var(--sunken);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 0 8px;
    color: inherit;
    font-weight: 650;
    letter-spacing: -0.015em;
    font-size: var(--text-l);
    text-decoration: none;
  }
  .logo {
    width: 26px;
    height: 26px;
  }
  .road {
    fill: light-dark(#1b1d24, #eceef4);
  }
  .stripes {
    fill: light-dark(#ffffff, #15161a);
  }
  nav {
    display: grid;
    gap: 20px;
  }
  nav ul {
    display: grid;
    gap: 2px;
  }
  nav h2 {
    padding: 0 10px 6px;
    color: var(--ink-3);
    font-size: var(--text-xs);
    font-weight: 550;
  }
  nav a {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 6px 10px;
    border-radius: var(--radius);
    color: var(--ink-2);
    font-weight: 500;
    text-decoration: none;
  }
  nav a:hover {
    background: color-mix(in srgb, var(--ink) 5%, transparent);
    color: var(--ink);
  }
  nav a[aria-current='page'] {
    background: var(--surface);
    box-shadow: var(--shadow-1);
    color: var(--ink);
  }
  nav a .icon {
    color: var(--ink-3);
  }
  nav a[aria-current='page'] .icon {
    color: var(--accent);
  }
  .account {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-top: auto;
    padding: 12px 4px 0 8px;
    border-top: 1px solid var(--line);
  }
  .account > span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    font-size: var(--text-s);
    font-weight: 550;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .account > button {
    min-width: 32px;
    padding: 4px;
    color: var(--ink-3);
  }
  main {
    min-width: 0;
  }
  main:focus {
    outline: none;
  }
  @media (max-width: 860px) {
    .frame {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 1fr;
    }
    .rail {
      position: static;
      flex-flow: row wrap;
      align-items: center;
      gap: 8px 16px;
      height: auto;
      padding: 10px 12px;
      border-inline-end: 0;
      border-bottom: 1px solid var(--line);
    }
    nav {
      display: flex;
      flex-wrap: wrap;
      order: 3;
      gap: 2px;
    }
    nav ul {
      display: flex;
      flex-wrap: wrap;
    }
    nav h2 {
      display: none;
    }
    .account {
      margin: 0 0 0 auto;
      padding: 0;
      border: 0;
    }
  }
`;
