/** The process's own input and output, as the terminal transport wants them. */

import type { TerminalStreams } from './transports/terminal.ts';

/** Columns where the window does not say, as through a pipe. */
const DEFAULT_WIDTH = 80;

export function processStreams(): TerminalStreams {
  const { stdin, stdout, env } = process;
  return {
    input: stdin,
    output: stdout,
    interactive: stdin.isTTY === true && stdout.isTTY === true,
    layout: () => ({ width: stdout.columns ?? DEFAULT_WIDTH, colour: stdout.isTTY === true && !env['NO_COLOR'] }),
  };
}
