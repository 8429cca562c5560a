/** How every program ends: with a line that says what went wrong, and the exit status for it. */

import { ConfigError } from '../config/config.ts';
import { EXIT, OperatorError, withoutSecrets } from '../config/operator-error.ts';
import { HelpRequest } from './arguments.ts';

/** Runs a program; what it throws becomes lines on the error output and an exit status. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  process.on('uncaughtException', crash);
  try {
    await program();
  } catch (error) {
    if (error instanceof HelpRequest) {
      process.stdout.write(`${error.message}\n`);
      return;
    }
    tell(error);
    process.exitCode = exitStatusOf(error);
  } finally {
    process.off('uncaughtException', crash);
  }
}

/** Ends the program on an error that nobody caught, as Node does, but without showing the token. */
function crash(error: unknown): void {
  tell(error);
  process.exit(EXIT.failed);
}

function tell(error: unknown): void {
  process.stderr.write(`${withoutSecrets(describe(error), process.env['DISCORD_TOKEN'])}\n`);
}

/** What the operator has to fix, or else the stack of an error in the program itself. */
function describe(error: unknown): string {
  if (error instanceof ConfigError) return `Configuration: ${error.message}`;
  if (error instanceof OperatorError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function exitStatusOf(error: unknown): number {
  return error instanceof OperatorError ? error.exitStatus : EXIT.failed;
}
