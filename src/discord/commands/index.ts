/** Every command there is, in the order in which they are registered. */

import type { Wordings } from '../../messages/wordings.ts';
import { ask } from './ask.ts';
import type { Command, CommandDefinition } from './command.ts';
import { report } from './report.ts';

export const COMMANDS: readonly Command[] = [ask, report];

/** The body of the bulk PUT that registers them all. */
export function definitions(wordings: Wordings): CommandDefinition[] {
  return COMMANDS.map((command) => command.define(wordings));
}
