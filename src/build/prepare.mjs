// Compiles the source, checks the content and trains the matcher: npm runs this at the end of `npm ci`.
// Plain JavaScript, as it runs before anything is compiled.

import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from './fingerprint.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const next = join(root, 'dist.next');

const madeFrom = fingerprint(root); // before, so that a change made meanwhile is noticed at the next start
rmSync(next, { recursive: true, force: true });
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
run(compiler, '--project', join(root, 'tsconfig.json'), '--outDir', next);
run(join(next, 'build', 'prepare-content.js'), join(root, 'content'), next);
writeFileSync(join(next, 'fingerprint'), madeFrom); // last: its being there says that all the rest is
// What was prepared before stays until the new is whole: a mistake in content that is taken back costs nothing.
rmSync(dist, { recursive: true, force: true });
renameSync(next, dist);

/** Runs a Node program, and ends with its exit status where it fails. */
function run(program, ...args) {
  const { status } = spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
