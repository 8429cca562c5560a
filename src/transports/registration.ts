/** Tells Discord which commands there are. */

import { Routes, type REST } from 'discord.js';
import { definitions } from '../discord/commands/index.ts';
import type { Wordings } from '../messages/wordings.ts';

/** One bulk PUT, which replaces all that was registered before: everywhere, or in one server for trying out. */
export async function registerCommands(rest: REST, applicationId: string, wordings: Wordings, guildId?: string): Promise<void> {
  const route = guildId === undefined ? Routes.applicationCommands(applicationId) : Routes.applicationGuildCommands(applicationId, guildId);
  await rest.put(route, { body: definitions(wordings) });
}
