// The artefact under test is not older than what it is made from.
import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageDir, sourceDir } from './package.mjs';

const timeOf = (path) => statSync(path).mtimeMs;

function newerThan(time, folder, pattern) {
  return readdirSync(join(sourceDir, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => timeOf(path) > time);
}

test('the module is as new as the core and the binding', () => {
  const built = timeOf(join(packageDir, 'crosswalk.wasm'));
  const sources = [
    ...newerThan(built, 'core', /\.[ch]pp$/),
    ...newerThan(built, 'wasm', /\.[ch]pp$/),
  ];
  assert.deepEqual(sources, [], 'build the wasm preset again');
});

test('the package is as new as its TypeScript', () => {
  const built = timeOf(join(packageDir, 'index.js'));
  assert.deepEqual(newerThan(built, 'wasm/package', /\.ts$/), [], 'build the wasm preset again');
});
