// Native controls in the project's look: buttons, fields, badges, tables, cards, empty states.
import { css } from 'lit';

export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 32px;
    padding: 4px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: var(--shadow-1);
    font-size: var(--text-s);
    font-weight: 550;
    white-space: nowrap;
    cursor: pointer;
    transition:
      background 120ms,
      border-color 120ms;
  }
  button:hover {
    background: var(--hover);
  }
  button:disabled {
    cursor: default;
    color: var(--ink-3);
    background: var(--sunken);
    box-shadow: none;
  }
  button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  button.primary:hover {
    background: var(--accent-strong);
  }
  button.primary:disabled {
    background: var(--sunken);
    border-color: var(--line);
    color: var(--ink-3);
  }
  button.plain {
    border-color: transparent;
    background: transparent;
    box-shadow: none;
  }
  button.plain:hover {
    background: var(--hover);
  }
  button.link {
    min-height: 24px;
    padding: 0 2px;
    border: 0;
    background: none;
    box-shadow: none;
    color: var(--accent);
  }
  button.link:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  button.danger {
    color: var(--bad);
  }
  a {
    color: var(--accent);
    text-underline-offset: 3px;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    min-height: 34px;
    padding: 5px 10px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  input:focus-visible,
  select:focus-visible,
  textarea:focus-visible {
    outline-offset: -1px;
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--accent);
  }
  .field {
    display: grid;
    gap: 4px;
  }
  .field > label,
  .field > .label {
    font-size: var(--text-s);
    font-weight: 550;
  }
  .field > .hint {
    font-size: var(--text-s);
    color: var(--ink-3);
  }
  .card {
    border: 1px solid var(--line);
    border-radius: var(--radius-large);
    background: var(--surface);
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 1px 8px;
    border-radius: 99px;
    background: var(--sunken);
    color: var(--ink-2);
    font-size: var(--text-xs);
    font-weight: 550;
    line-height: 20px;
    white-space: nowrap;
  }
  .badge::before {
    content: '';
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: currentColor;
  }
  .badge.good {
    background: var(--good-soft);
    color: var(--good);
  }
  .badge.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .badge.bad {
    background: var(--bad-soft);
    color: var(--bad);
  }
  .badge.busy {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .badge.busy::before {
    animation: pulse 1.2s ease-in-out infinite alternate;
  }
  .badge.bare::before {
    content: none;
  }
  @keyframes pulse {
    to {
      opacity: 0.25;
    }
  }
  table {
    width: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  th {
    padding: 8px 16px;
    border-bottom: 1px solid var(--line);
    color: var(--ink-3);
    font-size: var(--text-xs);
    font-weight: 550;
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 10px 16px;
    border-bottom: 1px solid var(--line);
    vertical-align: top;
  }
  tr:last-child > td {
    border-bottom: 0;
  }
  th.end,
  td.end {
    text-align: end;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 56px 24px;
    color: var(--ink-2);
    text-align: center;
  }
  .empty > .icon {
    width: 28px;
    height: 28px;
    margin-bottom: 4px;
    color: var(--ink-3);
  }
  .empty > strong {
    color: var(--ink);
    font-weight: 600;
  }
  .empty > p {
    max-width: 46ch;
    color: var(--ink-3);
    font-size: var(--text-s);
  }
  .note {
    display: flex;
    gap: 10px;
    padding: 10px 14px;
    border-radius: var(--radius);
    background: var(--accent-soft);
    font-size: var(--text-s);
  }
  .note.bad {
    background: var(--bad-soft);
    color: var(--bad);
  }
  .note.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  dialog {
    width: min(30rem, calc(100vw - 32px));
    padding: 24px;
    border: 0;
    border-radius: var(--radius-large);
    background: var(--raised);
    box-shadow: var(--shadow-2);
    color: inherit;
  }
  dialog::backdrop {
    background: light-dark(rgb(20 22 30 / 35%), rgb(0 0 0 / 60%));
  }
  dialog h2 {
    font-size: var(--text-l);
    font-weight: 600;
  }
  dialog > form {
    display: grid;
    gap: 16px;
  }
  dialog p {
    color: var(--ink-2);
  }
  .dialog-actions {
    display: flex;
    justify-content: flex-end;
    gap: 8px;
  }
  .waiting {
    height: 14px;
    border-radius: 4px;
    background: var(--sunken);
    animation: pulse 900ms ease-in-out infinite alternate;
  }
  .icon {
    flex: none;
    width: 16px;
    height: 16px;
  }
`;
