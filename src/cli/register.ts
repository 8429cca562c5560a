/** Program: `npm run register` registers the commands, `npm run register -- --remove` takes them away; neither does anything else. */

import { config as loadEnvironmentFile } from 'dotenv';
import { REST, Routes, type RESTGetAPIOAuth2CurrentApplicationResult } from 'discord.js';
import { readDiscordAccess } from '../config/config.ts';
import { definitions } from '../discord/commands/index.ts';
import { createBot } from '../bot/bot.ts';
import { readPrepared } from '../bot/prepared.ts';
import { OperatorError } from '../config/operator-error.ts';
import { runProgram } from './program.ts';
import { startFailure } from '../transports/gateway/discord-errors.ts';
import { registerCommands, removeCommands } from '../transports/registration.ts';

await runProgram(async () => {
  loadEnvironmentFile({ quiet: true });
  const [option] = process.argv.slice(2);
  if (option !== undefined && option !== '--remove')
    throw new OperatorError(`“${option}” is not known. Usage: npm run register   or   npm run register -- --remove`);
  const { token, guildId, apiUrl } = readDiscordAccess(process.env);
  const { translators } = createBot(await readPrepared());
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token);
  try {
    const application = (await rest.get(Routes.oauth2CurrentApplication())) as RESTGetAPIOAuth2CurrentApplicationResult;
    await (option === '--remove'
      ? removeCommands(rest, application.id, guildId)
      : registerCommands(rest, application.id, translators, guildId));
  } catch (error) {
    throw startFailure(error);
  }
  const names = definitions(translators).map(({ name }) => name);
  const where =
    guildId === undefined ? 'everywhere (it may take a moment until that shows)' : 'in the server of DISCORD_GUILD_ID';
  process.stdout.write(
    `${option === '--remove' ? 'Removed all commands' : `Registered ${names.join(', ')}`} ${where}.\n`,
  );
});
