/** The process's own input and output, as the terminal transport wants them. */

import { EXIT } from '../config/operator-error.ts';
import type { TerminalStreams } from '../transports/terminal/terminal.ts';

/** Columns where the window does not say, as through a pipe. */
const DEFAULT_WIDTH = 80;

/** @param canChoose whether what is typed next is read. */
export function processStreams(canChoose = true): TerminalStreams {
  const { stdin, stdout, env } = process;
  // Whoever read the output has gone: there is nobody left to write for.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.done : EXIT.failed));
  return {
    input: stdin,
    output: stdout,
    interactive: stdin.isTTY === true && stdout.isTTY === true,
    layout: () => ({
      width: stdout.columns || DEFAULT_WIDTH,
      color: stdout.isTTY === true && !env['NO_COLOR'],
      canChoose,
    }),
  };
}
