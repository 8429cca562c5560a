/** Program: `npm run register` — registers the commands, and does nothing else. */

import { config as loadEnvironmentFile } from 'dotenv';
import { REST, Routes, type RESTGetAPIOAuth2CurrentApplicationResult } from 'discord.js';
import { readDiscordAccess } from './config.ts';
import { COMMANDS } from './discord/commands/index.ts';
import { readPrepared, restore } from './prepared.ts';
import { runProgram } from './program.ts';
import { startFailure } from './transports/discord-failures.ts';
import { registerCommands } from './transports/registration.ts';

await runProgram(async () => {
  loadEnvironmentFile({ quiet: true });
  const { token, guildId, apiUrl } = readDiscordAccess(process.env);
  const { wordings } = restore(await readPrepared());
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  try {
    const application = (await rest.get(Routes.oauth2CurrentApplication())) as RESTGetAPIOAuth2CurrentApplicationResult;
    await registerCommands(rest, application.id, wordings, guildId);
  } catch (error) {
    throw startFailure(error);
  }
  const names = COMMANDS.map(({ name }) => `/${name}`).join(', ');
  process.stdout.write(`Registered ${names} ${guildId === undefined ? 'everywhere; it may take a moment until they appear' : 'in the server of DISCORD_GUILD_ID'}.\n`);
});
