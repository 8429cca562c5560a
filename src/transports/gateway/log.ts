/** Lines for the operator: never what was asked, by whom or where. */

import type { Writable } from 'node:stream';
import type { LogLevel } from '../../config/config.ts';
import { withoutSecrets } from '../../config/operator-error.ts';

export interface Log {
  readonly info: (line: string) => void;
  readonly debug: (line: string) => void;
}

export interface LogOptions {
  readonly logLevel: LogLevel;
  /** Kept out of the lines, wherever a library may put it. */
  readonly token: string;
  readonly output: Writable;
  /** Told once, where `output` can't be written to. */
  readonly errorOutput: Writable;
}

export function createLog({ logLevel, token, output, errorOutput }: LogOptions): Log {
  surviveLostOutput(output, errorOutput);
  const info = (line: string): void => void output.write(`${withoutSecrets(line, token)}\n`);
  return { info, debug: logLevel === 'debug' ? info : () => undefined };
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
function surviveLostOutput(output: Writable, errorOutput: Writable): void {
  let isTold = false;
  errorOutput.on('error', () => undefined); // nobody is left to tell
  output.on('error', (error: Error) => {
    if (!isTold) errorOutput.write(`Standard output can't be written to (${error.message}); the bot goes on.\n`);
    isTold = true;
  });
}
