// The examples of the package's README, cut out of it: the compiler takes them as strictly as it can,
// and they run. The one for a page runs in tests/web/package.test.ts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { packageDir, readText, sourceDir } from './package.mjs';

/** Fenced examples by the name in their first line. */
export function examples() {
  const blocks = readText('wasm/package/README.md').matchAll(/^```\w+\n(.*?)^```$/gms);
  return Object.fromEntries(
    Array.from(blocks, ([, text]) => [/^(?:\/\/|<!--) (\S+)/.exec(text)?.[1], text]),
  );
}

const tsc = join(sourceDir, 'web/node_modules/.bin/tsc');
const all = examples();
const place = mkdtempSync(join(tmpdir(), 'crosswalk-readme-'));

before(() => {
  mkdirSync(join(place, 'node_modules/@crosswalk'), { recursive: true });
  symlinkSync(packageDir, join(place, 'node_modules/@crosswalk/core'));
  writeFileSync(join(place, 'package.json'), '{"type":"module"}');
  for (const [name, text] of Object.entries(all)) writeFileSync(join(place, name), text);
});
after(() => rmSync(place, { recursive: true }));

function compile(name, ...options) {
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
  const given = ['--target', 'es2022', '--types', '', '--checkJs', '--outDir', 'out', ...strict];
  try {
    execFileSync(tsc, [...given, ...options, name], { cwd: place, encoding: 'utf8' });
  } catch (thrown) {
    assert.fail(thrown.stdout);
  }
}

const run = (name) =>
  execFileSync(process.execPath, [join('out', name)], { cwd: place, encoding: 'utf8' });

test('there are three examples', () => {
  assert.deepEqual(Object.keys(all), ['check.ts', 'page.html', 'page.js', 'beside.ts']);
});

for (const module of ['nodenext', 'es2022']) {
  test(`every example passes tsc --strict, with modules of ${module}`, () => {
    const resolution = module === 'nodenext' ? 'nodenext' : 'bundler';
    for (const name of ['check.ts', 'page.js', 'beside.ts']) {
      compile(name, '--module', module, '--moduleResolution', resolution);
    }
  });
}

test('a wrong use of the types does not pass', () => {
  writeFileSync(
    join(place, 'wrong.ts'),
    `import { load } from '@crosswalk/core';
     const workspace = (await load()).workspace({ platform: {}, salesforce: [] });
     workspace.compat('txet', 'email');
     workspace.complete({}, '', 1);
     const fit: string = workspace.complete('')[0].fit.class;`,
  );
  assert.throws(
    () => compile('wrong.ts', '--module', 'nodenext'),
    (thrown) => {
      assert.equal(thrown.message.match(/error TS/g).length >= 4, true, thrown.message);
      return true;
    },
  );
});

test('check.ts names the slip and mends the text', () => {
  compile('check.ts', '--module', 'nodenext');
  const said = run('check.js');
  assert.match(said, /^6:\d+ CW2102 .*"Emial".*Did you mean "Email"\?/);
  assert.match(said, /"salesforce": "Email" \}\] \/\/ how we reach them/);
});

test('beside.ts checks the newest text and drops the one between', () => {
  compile('beside.ts', '--module', 'nodenext');
  const lines = run('beside.js').trim().split('\n');
  assert.match(lines[0], /^\{: 1 errors$/);
  assert.match(lines[1], /^\{ "version": 1 \}: \d errors$/);
  assert.match(lines[2], /FORM/);
  assert.equal(lines.length, 3);
});

test('every entry of the package is there', () => {
  const { exports } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  const targets = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  );
  for (const target of [...targets, './worker_script.js']) {
    assert.ok(readFileSync(join(packageDir, target)).length > 0, target);
  }
});

test('bundlers for the browser see no module of Node', () => {
  for (const name of ['index.js', 'worker.js', 'worker_serve.js', 'worker_script.js']) {
    const text = readFileSync(join(packageDir, name), 'utf8');
    assert.match(text, /node:/, name);
    assert.doesNotMatch(text, /import\((?:\/\*.*?\*\/|\s)*[`'"]node:/, name);
  }
});
