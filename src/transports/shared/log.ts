/** Lines for the operator: never what was asked, by whom or where. */

import type { Writable } from 'node:stream';
import type { LogFormat, LogLevel } from '../../config/config.ts';
import { withoutSecrets } from '../../config/operator-error.ts';

export interface Log {
  /** @param figures what the line says in numbers, for programs that read the log */
  readonly info: (line: string, figures?: Figures) => void;
  readonly debug: (line: string) => void;
}

export type Figures = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

export interface LogOptions {
  readonly logLevel: LogLevel;
  readonly logFormat: LogFormat;
  /** Kept out of the lines, wherever a library may put it. */
  readonly token: string;
  readonly output: Writable;
  /** Told once, where `output` can't be written to. */
  readonly errorOutput: Writable;
}

/** How much may wait for a reader that hangs, in characters. Beyond that, lines are left out. */
const MOST_WAITING = 1_000_000;

export async function createLog({ logLevel, logFormat, token, output, errorOutput }: LogOptions): Promise<Log> {
  surviveLostOutput(output, errorOutput);
  const write = logFormat === 'json' ? await jsonLines(output) : plainLines(output);
  let leftOut = 0;

  function tell(level: LogLevel, line: string, figures?: Figures): void {
    if (output.writableLength > MOST_WAITING) {
      leftOut += 1;
      return;
    }
    if (leftOut > 0) write('info', `Lines left out here, as nothing read the output: ${leftOut}.`, { leftOut });
    leftOut = 0;
    write(level, withoutSecrets(line, token), figures);
  }

  return {
    info: (line, figures) => tell('info', line, figures),
    debug: logLevel === 'debug' ? (line) => tell('debug', line) : () => undefined,
  };
}

type Write = (level: LogLevel, line: string, figures?: Figures) => void;

function plainLines(output: Writable): Write {
  return (_, line) => void output.write(`${line}\n`);
}

/** Each line with its time and level, but nothing of the process or the machine. */
async function jsonLines(output: Writable): Promise<Write> {
  const { pino, stdTimeFunctions } = await import('pino'); // takes time that plain lines need not wait for
  const options = {
    level: 'debug',
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
  };
  const logger = pino(options, output);
  return (level, line, figures = {}) => logger[level](figures, line);
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
