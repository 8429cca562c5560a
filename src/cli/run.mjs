// Runs a compiled program: `node src/cli/run.mjs cli/start`. Where source has changed, it compiles
// first.
// Plain JavaScript, because it runs before anything is compiled.

import { fileURLToPath } from 'node:url';
import { compileIfStale } from '../build/compile.mjs';

// By default, Node answers this signal by opening a debugger, which could read the token.
process.on('SIGUSR1', () => undefined);

// A bot that is told to stop now has nothing to finish. src/cli/stop.ts takes over later.
if (process.argv[2] === 'cli/start') {
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => process.listenerCount(signal) === 1 && process.exit(0));
}

const program = `${process.argv[2]}.js`;
await compileIfStale(program);
const file = new URL(`../../dist/${program}`, import.meta.url);
process.argv.splice(1, 2, fileURLToPath(file));
await import(file.href);
