// Compiles src into dist, except src/bench, which only development needs. `npm ci` runs this file.
// Plain JavaScript, because it runs before anything is compiled.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Below dist: the fingerprint of what the compiled code was made from. */
const MARK = 'compiled-from';

/**
 * Compiles where the source, tsconfig.json or the compiler has changed.
 * Ends the process where that fails.
 * @param {string} program the file below dist that must be there afterward
 */
export function compileIfStale(program) {
  const mark = readIfThere(join(ROOT, 'dist', MARK));
  if (mark === compiledFrom(ROOT, compiler().version) && existsSync(join(ROOT, 'dist', program))) return;
  say(mark === undefined ? 'Compiling (a few seconds) …' : 'The source has changed. Compiling it again …');
  compile();
}

/**
 * What compiled code depends on, as a fingerprint.
 * @param {string} root the project's folder
 * @param {string} version of the compiler
 */
export function compiledFrom(root, version) {
  return `${version} ${fingerprint(root, ['tsconfig.json', 'src'], /^tsconfig|^src\/(?!bench\/).*\.(?:ts|mjs)$/)}`;
}

function compile() {
  const { file, version } = compiler();
  const madeFrom = compiledFrom(ROOT, version); // taken first, so that a change made meanwhile is noticed
  const dist = join(ROOT, 'dist');
  const next = join(dist, 'next');
  writing(() => {
    mkdirSync(dist, { recursive: true });
    rmSync(next, { recursive: true, force: true });
    mkdirSync(next);
  });
  const { status } = spawnSync(process.execPath, [file, '--project', ROOT, '--outDir', next], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) fail('The source does not compile: correct the errors above and try again.');
  // The old code stays until the new code is whole.
  // The mark comes last: without it, the next start compiles.
  writing(() => {
    rmSync(join(dist, MARK), { force: true });
    for (const name of readdirSync(next)) {
      rmSync(join(dist, name), { recursive: true, force: true });
      renameSync(join(next, name), join(dist, name));
    }
    rmSync(next, { recursive: true });
    writeFileSync(join(dist, MARK), madeFrom);
  });
}

/** TypeScript's compiler: its program and its version. */
function compiler() {
  try {
    const manifest = createRequire(import.meta.url).resolve('typescript/package.json');
    return { file: join(dirname(manifest), 'bin', 'tsc'), version: JSON.parse(readFileSync(manifest, 'utf8')).version };
  } catch {
    return fail('The dependencies are not installed. Run: npm ci');
  }
}

/** @param {() => void} write changes files below dist */
function writing(write) {
  try {
    write();
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    fail(
      `Cannot write to ${join(ROOT, 'dist')} (${code}). Make the folder writable, or run \`npm run build\` where it is.`,
    );
  }
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * @param {string} line
 * @returns {never}
 */
function fail(line) {
  say(line);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compile();
