// clang-tidy over the C++ files named on standard input, as many at a time as there are processors.
// A file that was clean is not looked at again until it, a header it includes, its compile command or
// the checks change: each clean file leaves the digest of all those in build/tidy/. Ends with 1 when
// anything was found.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, isAbsolute, join, relative } from 'node:path';

const root = process.env.ROOT;
const build = join(root, 'build/release');
const remembered = join(root, 'build/tidy');

const digest = (...parts) => createHash('sha256').update(parts.join('\0')).digest('hex');

const checks = digest(
  execFileSync('clang-tidy', ['--version'], { encoding: 'utf8' }),
  readFileSync(join(root, '.clang-tidy'), 'utf8'),
);

const commands = new Map(
  JSON.parse(readFileSync(join(build, 'compile_commands.json'), 'utf8')).map((entry) => [
    relative(root, entry.file),
    entry,
  ]),
);

/** What each object was compiled from, as ninja noted it. */
function dependencies() {
  const noted = new Map();
  const text = execFileSync('ninja', ['-C', build, '-t', 'deps'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  for (const block of text.split('\n\n')) {
    const [head, ...files] = block.split('\n');
    if (!head.includes('(VALID)')) continue;
    noted.set(head.slice(0, head.indexOf(':')), files.map((file) => file.trim()).filter(Boolean));
  }
  return noted;
}

const contents = new Map();
/** Our own files by what they say; those of packages, which are many, by size and time. */
function stateOf(file) {
  const path = isAbsolute(file) ? file : join(build, file);
  if (!contents.has(path)) {
    const { size, mtimeMs } = statSync(path);
    const ours = !relative(root, path).startsWith('..');
    contents.set(path, ours ? digest(readFileSync(path, 'utf8')) : `${size} ${mtimeMs}`);
  }
  return contents.get(path);
}

const noted = dependencies();

/** Undefined where the build has noted nothing of the file yet: then it is always looked at. */
function stateWithHeaders(file) {
  const entry = commands.get(file);
  const includes = noted.get(/ -o (\S+)/.exec(entry.command)?.[1]);
  if (includes === undefined) return undefined;
  try {
    const states = includes.map((each) => `${each} ${stateOf(each)}`);
    return digest(checks, entry.command, stateOf(join(root, file)), ...states);
  } catch {
    return undefined; // a header that was there at the last build is gone
  }
}

const stampOf = (file) => join(remembered, `${file}.clean`);

function wasClean(file, state) {
  try {
    return state !== undefined && readFileSync(stampOf(file), 'utf8') === state;
  } catch {
    return false;
  }
}

function look(file) {
  return new Promise((resolve) => {
    const child = spawn('clang-tidy', ['-p', build, '--quiet', '--warnings-as-errors=*', file], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'], // the other stream only counts warnings of other headers
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.on('close', (code) => resolve({ clean: code === 0, said }));
  });
}

// Only what the native build compiles: the module's edge is em++'s, the fuzzers' start is clang's.
const named = readFileSync(0, 'utf8')
  .split('\n')
  .filter((file) => commands.has(file));
const waiting = named
  .map((file) => ({ file, state: stateWithHeaders(file) }))
  .filter(({ file, state }) => !wasClean(file, state));
const known = named.length - waiting.length;
const found = [];

async function work() {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { clean, said } = await look(next.file);
    if (clean && next.state !== undefined) {
      mkdirSync(dirname(stampOf(next.file)), { recursive: true });
      writeFileSync(stampOf(next.file), next.state);
    }
    if (clean) continue;
    found.push(next.file);
    console.log(said.trimEnd() || `${next.file}: clang-tidy ended with an error`);
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));

console.log(
  `clang-tidy: ${named.length} files, ${known} known to be clean, ${found.length} with findings`,
);
process.exitCode = found.length === 0 ? 0 : 1;
