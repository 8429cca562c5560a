// Compiles src into dist: src/bench, which needs development's packages, only for a program there.
// `npm ci` runs this file.
// Plain JavaScript, because it runs before anything is compiled.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What is compiled at once.
 * @typedef {object} Part
 * @property {string} project the folder of its tsconfig.json
 * @property {string} mark the file below dist that keeps the fingerprint of what it was made from
 * @property {RegExp} source the files it is made from
 * @property {(folder: string) => boolean} owns whether it makes this folder of dist
 */

/** @type {Part} */
const SHIPPED = {
  project: '.',
  mark: 'compiled-from',
  source: /^tsconfig\.json$|^src\/(?!bench\/).*\.(?:ts|mjs)$/,
  owns: () => true,
};

/**
 * The compiler also writes all that the benchmarks import, which SHIPPED has already made.
 * @type {Part}
 */
const BENCH = {
  project: 'src/bench',
  mark: 'bench-compiled-from',
  source: /^tsconfig\.json$|^src\/.*(?:\.(?:ts|mjs)|\/tsconfig\.json)$/,
  owns: (folder) => folder === 'bench',
};

/**
 * Compiles where the source, tsconfig.json or the compiler has changed.
 * Ends the process where that fails.
 * @param {string} program the file below dist that must be there afterward
 */
export async function compileIfStale(program) {
  const isBench = program.startsWith('bench/');
  await compilePartIfStale(SHIPPED, isBench || existsSync(join(ROOT, 'dist', program)));
  if (isBench) await compilePartIfStale(BENCH, existsSync(join(ROOT, 'dist', program)));
}

/**
 * What compiled code depends on, as a fingerprint.
 * @param {string} root the project's folder
 * @param {string} version of the compiler
 * @returns {{ shipped: string, bench: string }}
 */
export function compiledFrom(root, version) {
  return { shipped: madeFromIn(root, version, SHIPPED), bench: madeFromIn(root, version, BENCH) };
}

/**
 * @param {string} root
 * @param {string} version
 * @param {Part} part
 * @param {string} [memory] where to remember it
 */
function madeFromIn(root, version, { source }, memory) {
  return `${version} ${fingerprint(root, ['tsconfig.json', 'src'], source, memory)}`;
}

/**
 * @param {Part} part
 * @param {boolean} isThere whether the program that is to run is there at all
 */
async function compilePartIfStale(part, isThere) {
  const mark = readIfThere(join(ROOT, 'dist', part.mark));
  if (isThere && mark === madeFromIn(ROOT, compiler().version, part, join(ROOT, 'dist', `${part.mark}-seen`))) return;
  say(mark === undefined ? 'Compiling (a few seconds) …' : 'The source has changed. Compiling it again …');
  await compile(part);
}

/** @param {Part} part */
async function compile(part) {
  const { file, version } = compiler();
  const madeFrom = madeFromIn(ROOT, version, part); // taken first, so that a change made meanwhile is noticed
  const dist = join(ROOT, 'dist');
  const next = join(dist, `next-${process.pid}`); // of this process alone, as two may start at once
  writing(() => {
    mkdirSync(dist, { recursive: true });
    rmSync(next, { recursive: true, force: true });
    mkdirSync(next);
  });
  const discard = () => rmSync(next, { recursive: true, force: true });
  const status = await runCompiler([file, '--project', join(ROOT, part.project), '--outDir', next], discard);
  if (status !== 0) {
    writing(discard);
    fail('The source does not compile: correct the errors above and try again.');
  }
  // The old code stays until the new code is whole.
  // The mark comes last: without it, the next start compiles.
  writing(() => {
    rmSync(join(dist, part.mark), { force: true });
    for (const name of readdirSync(next).filter(part.owns)) {
      replace(join(next, name), join(dist, name));
    }
    rmSync(next, { recursive: true });
    writeFileSync(join(dist, part.mark), madeFrom);
  });
}

/**
 * Not with `spawnSync`, which would let nothing stop this process until the compiler is done.
 * @param {readonly string[]} args
 * @param {() => void} discard removes what the compiler has written, where this process ends first
 * @returns {Promise<number | null>} the compiler's exit status
 */
async function runCompiler(args, discard) {
  const compiler = spawn(process.execPath, args, { stdio: ['ignore', 2, 2] });
  const abandon = () => {
    compiler.kill();
    discard();
  };
  process.once('exit', abandon);
  const [status] = await once(compiler, 'close');
  process.off('exit', abandon);
  return status;
}

/** How often to try where another start puts a folder there at the same moment. */
const ATTEMPTS = 10;

/**
 * @param {string} from
 * @param {string} to
 * @param {number} [attempts] how many are left, this one included
 */
function replace(from, to, attempts = ATTEMPTS) {
  try {
    rmSync(to, { recursive: true, force: true });
    renameSync(from, to);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (attempts === 1 || (code !== 'ENOTEMPTY' && code !== 'EEXIST')) throw error;
    replace(from, to, attempts - 1);
  }
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await compile(SHIPPED);
