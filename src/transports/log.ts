/** Lines for the operator, on standard output: never what was asked, by whom or where. */

import type { LogLevel } from '../config.ts';
import { withoutSecrets } from '../program.ts';

export interface Log {
  readonly info: (line: string) => void;
  readonly debug: (line: string) => void;
}

export function createLog(level: LogLevel): Log {
  const info = (line: string): void => void process.stdout.write(`${withoutSecrets(line)}\n`);
  return { info, debug: level === 'debug' ? info : () => undefined };
}
