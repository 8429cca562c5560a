/** Lines for the operator, on standard output: never what was asked, by whom or where. */

import type { LogLevel } from '../config.ts';
import { withoutSecrets } from '../program.ts';

export interface Log {
  readonly info: (line: string) => void;
  readonly debug: (line: string) => void;
}

export function createLog(level: LogLevel): Log {
  surviveLostOutput();
  const info = (line: string): void => void process.stdout.write(`${withoutSecrets(line)}\n`);
  return { info, debug: level === 'debug' ? info : () => undefined };
}

/** Whoever read the lines may go away, or the disk fill up: the bot answers all the same. */
function surviveLostOutput(): void {
  let isTold = false;
  process.stderr.on('error', () => undefined); // nobody is left to tell
  process.stdout.on('error', (error) => {
    if (!isTold) process.stderr.write(`Standard output can't be written to (${error.message}); the bot goes on.\n`);
    isTold = true;
  });
}
