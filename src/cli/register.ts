/** Program: registers the bot's commands with Discord or removes them, and does nothing else. */

import { Routes, type RESTGetAPIOAuth2CurrentApplicationResult } from 'discord-api-types/v10';
import { createBot } from '../bot/bot.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { readDiscordAccess } from '../config/config.ts';
import { definitions } from '../discord/commands/index.ts';
import { inviteLink } from '../discord/invite.ts';
import { NOT_DISCORD, registrationFailure } from '../transports/gateway/discord-errors.ts';
import { createRest } from '../transports/gateway/rest.ts';
import { registerCommands, removeCommands } from '../transports/registration.ts';
import { readArguments } from './arguments.ts';
import { loadEnvironment } from './environment-file.ts';
import { runProgram } from './program.ts';

await runProgram(async () => {
  const { options } = readArguments({
    usage: ['npm run register', 'npm run register -- --remove'],
    summary:
      'Registers the bot’s commands with Discord: everywhere, or only in the server of DISCORD_GUILD_ID.\n' +
      '`npm start` does this too.',
    options: { remove: { type: 'boolean', help: 'Remove all of the bot’s commands instead.' } },
  });
  const { token, guildId, apiUrl } = readDiscordAccess(loadEnvironment());
  const { translators } = createBot(await loadPrepared());
  const rest = createRest(token, apiUrl);
  let link = 'the bot’s invite link';
  try {
    const application = (await rest.get(
      Routes.oauth2CurrentApplication(),
    )) as Partial<RESTGetAPIOAuth2CurrentApplicationResult>;
    if (application.id === undefined) throw new Error(NOT_DISCORD);
    link = inviteLink(application.id);
    await (options.remove
      ? removeCommands(rest, application.id, guildId)
      : registerCommands(rest, application.id, translators, guildId));
  } catch (error) {
    throw registrationFailure(error, guildId, link);
  }
  const names = definitions(translators).map(({ name }) => name);
  const done = options.remove ? 'Removed all commands' : `Registered ${names.join(', ')}`;
  const where =
    guildId === undefined ? 'everywhere (Discord may take a moment to show it)' : `in server ${guildId} only`;
  process.stdout.write(`${done} ${where}.\n`);
});
