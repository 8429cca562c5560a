// Starts a compiled program (`node src/build/run.mjs main`), after preparing again where content or source have changed; without the name
// of a program it only prepares.
// Plain JavaScript, as it runs before anything is compiled.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fingerprint } from './fingerprint.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = process.argv[2];

if (preparedFrom() !== fingerprint(root)) {
  process.stderr.write('Content or source has changed since it was prepared: preparing again, a minute or two.\n');
  const { status } = spawnSync(process.execPath, [join(root, 'src', 'build', 'prepare.mjs')], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
}
if (program !== undefined) {
  process.argv.splice(1, 2, join(root, 'dist', `${program}.js`));
  await import(pathToFileURL(process.argv[1]).href);
}

/** @returns {string | undefined} the fingerprint of what `dist/` was made from; undefined where it is not there whole */
function preparedFrom() {
  try {
    return readFileSync(join(root, 'dist', 'fingerprint'), 'utf8');
  } catch {
    return undefined;
  }
}
