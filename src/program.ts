/** How every program ends: with a line that says what went wrong, and the exit status that goes with it. */

import { ConfigError } from './config.ts';
import { ContentError } from './report/fault.ts';

/** 0 done, 2 configuration or a refused token, 1 anything else. */
export const EXIT = { done: 0, failed: 1, configuration: 2 } as const;

/** Something that the operator has to mend: its message says what and how, and no stack is shown. */
export class OperatorError extends Error {
  readonly exitStatus: number;

  constructor(message: string, exitStatus: number = EXIT.failed) {
    super(message);
    this.name = 'OperatorError';
    this.exitStatus = exitStatus;
  }
}

/** Runs a program; what it throws becomes lines on the error output and an exit status. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    process.stderr.write(`${withoutSecrets(describe(error))}\n`);
    process.exitCode = exitStatusOf(error);
  }
}

/** The text without the bot's token, wherever a library may have put it. */
export function withoutSecrets(text: string): string {
  const token = process.env['DISCORD_TOKEN']?.trim();
  return token ? text.replaceAll(token, '[token]') : text;
}

function describe(error: unknown): string {
  if (error instanceof ContentError) {
    return `${error.message}\nThe content has ${error.faults.length === 1 ? 'this fault' : `these ${error.faults.length} faults`}; nothing was prepared.`;
  }
  if (error instanceof ConfigError) return `Configuration: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}

function exitStatusOf(error: unknown): number {
  if (error instanceof ConfigError) return EXIT.configuration;
  return error instanceof OperatorError ? error.exitStatus : EXIT.failed;
}
