// Every query of queries.txt is judged by `crosswalk soql check` and by the SOQL grammar of
// @apexdevtools/apex-parser. Each verdict is asserted, and each difference has its reason.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';

const root = fileURLToPath(new URL('../../', import.meta.url));
const crosswalk = join(process.env.CROSSWALK_BIN_DIR ?? join(root, 'build/release/bin'), 'crosswalk');
const END_OF_TEXT = -1;

class Listener extends ApexErrorListener {
  errors = [];
  apexSyntaxError(line, column, message) {
    this.errors.push(`${line}:${column} ${message}`);
  }
}

// What the other parser says against a query; nothing when it reads the query to its end.
function errorsElsewhere(query) {
  const listener = new Listener();
  const { parser } = ApexParserFactory.createLexerAndParser(query, listener);
  parser.query();
  const next = parser.getTokenStream().LT(1);
  if (next.type !== END_OF_TEXT) listener.errors.push(`does not read on from '${next.text}'`);
  return listener.errors;
}

function check(queries, ...flags) {
  const input = queries.map((query) => `${JSON.stringify(query)}\n`).join('');
  const run = spawnSync(crosswalk, ['soql', 'check', '-', ...flags], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ifError(run.error);
  return { status: run.status, stderr: run.stderr, reports: run.stdout.split('\n').slice(0, -1).map((line) => JSON.parse(line)) };
}

const reasons = new Map();
const rows = [];
readFileSync(new URL('queries.txt', import.meta.url), 'utf8').split('\n').forEach((line, index) => {
  if (line === '' || line.startsWith('#')) return;
  const cells = line.split('\t');
  if (line.startsWith('@')) return reasons.set(cells[0], cells[1]);
  const [verdict, code] = cells[0].split(' ');
  rows.push({ line: index + 1, verdict, code, query: cells[1].replaceAll('⏎', '\n'), reason: cells[2] });
});
const { reports, status, stderr } = check(rows.map((row) => row.query));
rows.forEach((row, index) => {
  row.report = reports[index];
  row.elsewhere = errorsElsewhere(row.query);
});

const said = (row) => row.report.diagnostics.map(({ code, message }) => `${code} ${message}`).join(' ');
const at = (row, text) => `line ${row.line}: ${row.query}\n    ${text}`;

test('the table has at least 400 queries, good and bad, none of them twice', () => {
  assert.ok(rows.length >= 400, `${rows.length} queries`);
  assert.equal(new Set(rows.map((row) => row.query)).size, rows.length);
  for (const verdict of ['good', 'warn', 'bad']) assert.ok(rows.some((row) => row.verdict === verdict), verdict);
});

test('one report answers each line, and the exit code tells of errors', () => {
  assert.equal(reports.length, rows.length);
  assert.equal(status, 1);
  assert.equal(stderr, '');
  assert.equal(check(rows.filter((row) => row.verdict !== 'bad').map((row) => row.query)).status, 0);
});

test('every verdict is the one of the table', () => {
  const wrong = rows.filter(({ verdict, code, report }) => {
    const severity = { bad: 'error', warn: 'warning' }[verdict];
    if (report.ok !== (verdict !== 'bad')) return true;
    if (verdict === 'good') return report.diagnostics.length > 0;
    return !report.diagnostics.some((finding) => finding.code === code && finding.severity === severity);
  });
  assert.deepEqual(wrong.map((row) => at(row, `not ${row.verdict} ${row.code ?? ''}: ${said(row) || 'no findings'}`)), []);
});

test('where the other parser judges otherwise, a reason stands beside it, and nowhere else', () => {
  const unexplained = rows.filter((row) => {
    const differs = row.report.ok !== (row.elsewhere.length === 0);
    return differs !== (row.reason !== undefined);
  });
  assert.deepEqual(unexplained.map((row) => at(row, `here: ${said(row) || 'good'}; there: ${row.elsewhere.join(' ') || 'good'}`)), []);
});

test('every reason is given once and used', (t) => {
  const used = new Map();
  for (const { reason } of rows) if (reason) used.set(reason, (used.get(reason) ?? 0) + 1);
  assert.deepEqual([...used.keys()].sort(), [...reasons.keys()].sort());
  const differences = [...used.values()].reduce((sum, count) => sum + count, 0);
  t.diagnostic(`${rows.length} queries, ${rows.length - differences} judged alike, ${differences} differently:`);
  for (const [reason, count] of used) t.diagnostic(`${String(count).padStart(3)}  ${reasons.get(reason)}`);
});

test('every error has its place in the query, its cause, and fixes that stay inside the text', () => {
  for (const row of rows)
    for (const { line, column, message, cause, fixes } of row.report.diagnostics) {
      const lines = row.query.split('\n');
      assert.ok(line <= lines.length && column <= lines[line - 1].length + 1, at(row, `${line}:${column}`));
      assert.ok(message.length > 0 && cause.length > 0, at(row, message));
      for (const { offset, length } of fixes.flatMap((fix) => fix.edits))
        assert.ok(offset + length <= row.query.length, at(row, message));
    }
});

test('a fix of a syntax error removes it', () => {
  const mended = [];
  for (const row of rows)
    for (const { code, line, column, fixes } of row.report.diagnostics)
      for (const { edits } of fixes.slice(0, code === 'CW4001' ? 1 : 0)) {
        const [{ offset, length, text }] = edits;
        mended.push({ row, line, column, query: row.query.slice(0, offset) + text + row.query.slice(offset + length) });
      }
  assert.ok(mended.length > 20, `${mended.length} fixes`);
  const after = check(mended.map(({ query }) => query)).reports;
  const still = mended.flatMap(({ row, line, column, query }, index) =>
    after[index].diagnostics
      .filter((one) => one.code === 'CW4001' && one.line === line && one.column <= column)
      .map(({ message }) => at(row, `${query}: ${message}`)));
  assert.deepEqual(still, []);
});

test('a line that is no JSON string is answered as well', () => {
  const run = spawnSync(crosswalk, ['soql', 'check', '-'], { input: '"SELECT Id FROM A"\nSELECT Id\n42\n\n"SELECT Id FROM B"', encoding: 'utf8' });
  assert.deepEqual(run.stdout.split('\n').slice(0, -1).map((line) => JSON.parse(line).ok), [true, false, false, true]);
  assert.equal(run.status, 1);
});

test('one query on the command line: a report for people or as JSON, and its exit code', () => {
  const run = (...args) => spawnSync(crosswalk, ['soql', 'check', ...args], { encoding: 'utf8' });
  const good = run('SELECT Id FROM Account');
  assert.deepEqual([good.status, good.stdout], [0, 'No findings.\n']);
  const bad = run('SELECT Id FORM Account');
  assert.equal(bad.status, 1);
  assert.match(bad.stdout, /query:1:11: error CW4001: Expected FROM, found "FORM"\./);
  assert.match(bad.stdout, /\n {4}SELECT Id FORM Account\n {4} {10}\^\n/);
  const json = run('SELECT Id FORM Account', '--json');
  assert.equal(json.status, 1);
  const [finding] = JSON.parse(json.stdout).diagnostics;
  assert.deepEqual(finding.fixes[0].edits, [{ offset: 10, length: 4, text: 'FROM' }]);
  assert.equal(run().status, 2);
  assert.equal(run('SELECT Id FROM Account', '--salesforce', 'no-such-file.json').status, 2);
});
