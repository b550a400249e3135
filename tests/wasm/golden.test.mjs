// The golden cases that the native tests run, through WebAssembly: the reports must be equal bytes.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { core, readText, sourceDir } from './package.mjs';

const crosswalk = await core.load();
const golden = join('tests', 'golden');
const cases = readdirSync(join(sourceDir, golden, 'validate'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

test('there are golden cases', () => assert.ok(cases.length > 0));
