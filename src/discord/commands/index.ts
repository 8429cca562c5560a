/** Every command there is, in the order in which they are registered. */

import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { Translators } from '../../i18n/translators.ts';
import { ask } from './ask.ts';
import { defineAskTheReport } from './ask-the-report.ts';
import { browse } from './browse.ts';
import type { Command } from './command.ts';
import { passage } from './passage.ts';
import { report } from './report.ts';

/** The slash commands; the message menu is the one more that `definitions` adds. */
export const COMMANDS: readonly Command[] = [ask, browse, passage, report];

/** The body of the bulk PUT that registers them all. */
export function definitions(translators: Translators): RESTPutAPIApplicationCommandsJSONBody {
  return [...COMMANDS.map((command) => command.define(translators)), defineAskTheReport(translators)];
}
