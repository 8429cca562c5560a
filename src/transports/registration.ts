/** Tells Discord which commands there are. */

import type { REST } from '@discordjs/rest';
import { Routes, type RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { definitions } from '../discord/commands/index.ts';
import type { Translators } from '../i18n/translators.ts';
import { NOT_DISCORD } from './gateway/discord-errors.ts';

/**
 * One bulk PUT, which replaces all that was registered before: everywhere, or in one server for
 * trying out.
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  translators: Translators,
  guildId?: string,
): Promise<void> {
  await put(rest, routeOf(applicationId, guildId), definitions(translators));
}

/** Takes all commands away, by a bulk PUT of none. */
export async function removeCommands(rest: REST, applicationId: string, guildId?: string): Promise<void> {
  await put(rest, routeOf(applicationId, guildId), []);
}

/** Discord answers with the commands as it has them now. */
async function put(rest: REST, route: `/${string}`, body: RESTPutAPIApplicationCommandsJSONBody): Promise<void> {
  if (!Array.isArray(await rest.put(route, { body }))) throw new Error(NOT_DISCORD);
}

function routeOf(applicationId: string, guildId: string | undefined): `/${string}` {
  return guildId === undefined
    ? Routes.applicationCommands(applicationId)
    : Routes.applicationGuildCommands(applicationId, guildId);
}
