import { css } from 'lit';

export const styles = css`
  .steps {
    display: grid;
    gap: 16px;
  }
  .step {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    gap: 4px 16px;
    padding: 24px;
  }
  .number-mark {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: var(--sunken);
    color: var(--ink-2);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .step.done > .number-mark {
    background: var(--good-soft);
    color: var(--good);
  }
  h3 {
    font-size: var(--text-l);
    font-weight: 600;
    line-height: 28px;
  }
  .lead {
    max-width: 62ch;
    color: var(--ink-2);
  }
  form {
    display: grid;
    gap: 16px;
    max-width: 34rem;
    margin-top: 18px;
  }
  form input:not([type='checkbox']) {
    width: 100%;
  }
  .copy {
    display: flex;
    gap: 8px;
  }
  .copy > input {
    flex: 1;
    color: var(--ink-2);
    font-family: var(--mono);
    font-size: var(--text-s);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 18px;
  }
  form .actions {
    margin-top: 0;
  }
  .note {
    margin-top: 16px;
  }
  .org {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
    gap: 16px 24px;
    margin-top: 18px;
  }
  dt {
    color: var(--ink-3);
    font-size: var(--text-s);
  }
  dd {
    overflow-wrap: anywhere;
  }
  meter {
    width: 100%;
    height: 8px;
    margin-top: 6px;
  }
`;
