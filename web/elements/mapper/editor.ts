// CodeMirror as the mapping's text needs it. A module of its own, so that it is fetched only when the
// text is shown.
import { indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';
import type { Diagnostic, Fix, Report } from '../model/documents.js';

export interface EditorOptions {
  parent: HTMLElement;
  root: ShadowRoot;
  text: string;
  edited(text: string): void;
}

const look = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.65' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--accent)' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink-3)',
    border: 'none',
    paddingLeft: '8px',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--hover)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--accent-soft)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--line-strong)',
  },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad) 1px',
    textUnderlineOffset: '4px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--warn) 1px',
    textUnderlineOffset: '4px',
  },
  '.cm-lintRange-info': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--accent) 1px',
    textUnderlineOffset: '4px',
  },
  '.cm-tooltip': {
    maxWidth: '34rem',
    border: '0',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--raised)',
    boxShadow: 'var(--shadow-2)',
    overflow: 'hidden',
  },
  '.cm-diagnostic': {
    padding: '10px 14px',
    fontFamily: 'var(--sans)',
    fontSize: '13px',
    lineHeight: '1.5',
    whiteSpace: 'pre-line',
  },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--warn)' },
  '.cm-diagnostic-info': { borderLeft: '3px solid var(--accent)' },
  '.cm-diagnosticText': { display: 'block' },
  '.cm-diagnosticAction': {
    margin: '6px 8px 4px 0',
    padding: '3px 10px',
    borderRadius: '6px',
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
    font: '550 12px var(--sans)',
  },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--sunken)',
    border: '1px solid var(--line)',
    color: 'var(--ink-2)',
  },
});

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--warn)' },
  { tag: [tags.comment, tags.invalid], color: 'var(--ink-3)' },
  { tag: tags.punctuation, color: 'var(--ink-2)' },
]);

/**
 * Typing over a selected word, done here instead of by the browser: Chromium would keep the word's
 * look with an inline style, which the page's policy refuses. Brackets and quotes wrap a selection,
 * and what an input method composes stays with it.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    if (inputType !== 'insertText' || data === null || isComposing) return false;
    if (view.state.selection.main.empty || /^["'([{]$/.test(data)) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(data), {
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});

export function createEditor(options: EditorOptions): EditorView {
  const state = EditorState.create({
    doc: options.text,
    extensions: [
      basicSetup,
      keymap.of([indentWithTab]),
      json(),
      indentUnit.of('  '),
      syntaxHighlighting(colours),
      lintGutter(),
      look,
      typeOver,
      EditorView.contentAttributes.of({ 'aria-label': 'Mapping text', tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        const outside = update.transactions.some((each) => each.isUserEvent('set'));
        if (update.docChanged && !outside) options.edited(update.state.doc.toString());
      }),
    ],
  });
  return new EditorView({ state, parent: options.parent, root: options.root });
}

/** Takes over text from outside, changing only what differs, so that cursor and history stay. */
export function setText(view: EditorView, text: string): void {
  const old = view.state.doc.toString();
  if (old === text) return;
  let start = 0;
  while (start < old.length && old[start] === text[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, text.length) - start;
  while (end < most && old[old.length - 1 - end] === text[text.length - 1 - end]) end += 1;
  view.dispatch({
    changes: { from: start, to: old.length - end, insert: text.slice(start, text.length - end) },
    userEvent: 'set',
  });
}

export function setReport(view: EditorView, report: Report | null): void {
  const document = view.state.doc;
  const marks = (report?.diagnostics ?? []).map((each) => mark(document, each));
  view.dispatch(setDiagnostics(view.state, marks));
}

export function goTo(view: EditorView, line: number, column: number): void {
  const at = offset(view.state.doc, line, column);
  view.dispatch({
    selection: { anchor: at },
    effects: EditorView.scrollIntoView(at, { y: 'center' }),
  });
  view.focus();
}

function offset(document: Text, line: number, column: number): number {
  const found = document.line(Math.min(Math.max(1, line), document.lines));
  return Math.min(found.from + Math.max(0, column - 1), found.to);
}

function mark(document: Text, diagnostic: Diagnostic): Mark {
  const from = offset(document, diagnostic.line ?? 1, diagnostic.column ?? 1);
  return {
    from,
    to: tokenEnd(document, from),
    severity: diagnostic.severity,
    message: diagnostic.cause ? `${diagnostic.message}\n${diagnostic.cause}` : diagnostic.message,
    source: diagnostic.code,
    actions: diagnostic.fixes
      .filter((fix) => fix.edits !== undefined && fix.edits.length > 0)
      .map((fix) => ({ name: fix.title, apply: (view: EditorView) => applyFix(view, fix) })),
  };
}

/** The string, number or word that begins here; a bracket stands for itself. */
function tokenEnd(document: Text, from: number): number {
  const line = document.lineAt(from);
  const rest = line.text.slice(from - line.from);
  const token = /^(?:"(?:[^"\\]|\\.)*"?|[\w.+-]+|.)/.exec(rest)?.[0] ?? '';
  return from + token.length;
}

function applyFix(view: EditorView, fix: Fix): void {
  const length = view.state.doc.length;
  const edits = fix.edits ?? [];
  // The text may have gone on since the check: a fix that no longer fits is left alone.
  if (edits.some((edit) => edit.offset + edit.length > length)) return;
  view.dispatch({
    changes: edits.map((edit) => ({
      from: edit.offset,
      to: edit.offset + edit.length,
      insert: edit.text,
    })),
  });
}
