/** Lines for the operator, on standard output: never what was asked, by whom or where. */

import type { LogLevel } from '../../config/config.ts';
import { withoutSecrets } from '../../config/operator-error.ts';

export interface Log {
  readonly info: (line: string) => void;
  readonly debug: (line: string) => void;
}

export function createLog(level: LogLevel): Log {
  surviveLostOutput();
  const info = (line: string): void =>
    void process.stdout.write(`${withoutSecrets(line, process.env['DISCORD_TOKEN'])}\n`);
  return { info, debug: level === 'debug' ? info : () => undefined };
}

/** Tells of what may happen thousands of times: the first time, and then at most once a minute. */
export function oncePerMinute(tell: (line: string) => void): (line: string) => void {
  let quietUntil = -Infinity;
  let untold = 0;
  return (line) => {
    const now = performance.now();
    if (now < quietUntil) {
      untold += 1;
      return;
    }
    tell(untold === 0 ? line : `${line} (${untold} more times since this was last said.)`);
    quietUntil = now + 60_000;
    untold = 0;
  };
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
