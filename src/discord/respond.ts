/** An interaction in, a reply out: pure and synchronous, whatever transport carries it. */

import {
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandOptionChoice,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import type { Bot } from '../bot/bot.ts';
import { ALLOWANCE } from './allowance.ts';
import { COMMANDS } from './commands/index.ts';
import { COMPONENT_HANDLERS } from './components/index.ts';
import { parseCustomId } from './custom-ids.ts';
import { localeFor } from './locale.ts';
import { reply, type Reply } from './reply.ts';
import { notice } from './views/notices.ts';

export function respond(interaction: APIInteraction, bot: Bot): Reply {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { response: { type: InteractionResponseType.Pong } };
    case InteractionType.ApplicationCommand:
      return runCommand(interaction, bot) ?? outdated(interaction, bot);
    case InteractionType.ApplicationCommandAutocomplete:
      return complete(interaction, bot);
    case InteractionType.MessageComponent:
      return handleComponent(interaction, bot) ?? outdated(interaction, bot);
    case InteractionType.ModalSubmit:
      return outdated(interaction, bot);
  }
}

/**
 * What a reader past their allowance gets in place of an answer: a private line, or no suggestions.
 */
export function refuse(interaction: APIInteraction, bot: Bot): Reply {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return suggestions([]);
  return reply(
    notice(bot.translators.for(localeFor(interaction, 'private')).t('reply.tooMany', { seconds: ALLOWANCE.seconds })),
  );
}

function runCommand(interaction: APIApplicationCommandInteraction, bot: Bot): Reply | undefined {
  const { type, name } = interaction.data;
  const command = COMMANDS.find((known) => known.type === type && known.name === name);
  switch (command?.type) {
    case ApplicationCommandType.ChatInput:
      return isSlashCommand(interaction) ? reply(command.run(interaction, bot)) : undefined;
    case ApplicationCommandType.Message:
      return isMessageCommand(interaction) ? reply(command.run(interaction, bot)) : undefined;
    case undefined:
      return undefined;
  }
}

function isSlashCommand(
  interaction: APIApplicationCommandInteraction,
): interaction is APIChatInputApplicationCommandInteraction {
  return interaction.data.type === ApplicationCommandType.ChatInput;
}

function isMessageCommand(
  interaction: APIApplicationCommandInteraction,
): interaction is APIMessageApplicationCommandInteraction {
  return interaction.data.type === ApplicationCommandType.Message;
}

function complete(interaction: APIApplicationCommandAutocompleteInteraction, bot: Bot): Reply {
  const command = COMMANDS.find(({ name }) => name === interaction.data.name);
  const complete = command?.type === ApplicationCommandType.ChatInput ? command.complete : undefined;
  return suggestions(complete ? complete(interaction, bot) : []);
}

function suggestions(choices: readonly APIApplicationCommandOptionChoice[]): Reply {
  const data = { choices: [...choices] };
  return { response: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data } };
}

function handleComponent(interaction: APIMessageComponentInteraction, bot: Bot): Reply | undefined {
  const { data } = interaction;
  const parsed = parseCustomId(data.custom_id);
  if (!parsed) return undefined;
  return COMPONENT_HANDLERS[parsed.kind]({
    interaction,
    args: parsed.args,
    values: 'values' in data ? data.values : [],
    bot,
    translator: bot.translators.for(localeFor(interaction, 'private')),
  });
}

/** For a command or component of another version of the bot, or one that somebody made up. */
function outdated(interaction: APIInteraction, bot: Bot): Reply {
  return reply(notice(bot.translators.for(localeFor(interaction, 'private')).t('reply.outdated')));
}
