/** All commands, in the order in which they are registered. */

import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Translators } from '../../i18n/translators.ts';
import { ask } from './ask.ts';
import { askTheReport } from './ask-the-report.ts';
import { browse } from './browse.ts';
import type { Command } from './command.ts';
import { passage } from './passage.ts';
import { report } from './report.ts';

export const COMMANDS: readonly Command[] = [ask, browse, passage, report, askTheReport];

/** The body of the request that registers all commands at once. */
export function definitions(translators: Translators): RESTPutAPIApplicationCommandsJSONBody {
  return COMMANDS.map((command) => command.define(translators));
}
