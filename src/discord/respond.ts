/** An interaction in, its response out: pure and synchronous, whatever carries it. */

import {
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import type { Bot } from '../bot/bot.ts';
import { askTheReport } from './commands/ask-the-report.ts';
import { COMMANDS } from './commands/index.ts';
import { readCustomId } from './custom-ids.ts';
import { localeFor } from './locale.ts';
import { notice } from './views/message.ts';
import { HANDLERS } from './components/index.ts';
import { reply, type Responded } from './reply.ts';

export function respond(interaction: APIInteraction, bot: Bot): Responded {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { response: { type: InteractionResponseType.Pong } };
    case InteractionType.ApplicationCommand:
      return runCommand(interaction, bot) ?? unknown(interaction, bot);
    case InteractionType.ApplicationCommandAutocomplete: {
      const command = COMMANDS.find(({ name }) => name === interaction.data.name);
      const data = command?.complete?.(interaction, bot) ?? { choices: [] };
      return { response: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data } };
    }
    case InteractionType.MessageComponent:
      return press(interaction, bot) ?? unknown(interaction, bot);
    case InteractionType.ModalSubmit:
      return unknown(interaction, bot);
  }
}

function runCommand(interaction: APIApplicationCommandInteraction, bot: Bot): Responded | undefined {
  const { data } = interaction;
  switch (data.type) {
    case ApplicationCommandType.ChatInput: {
      const command = COMMANDS.find(({ name }) => name === data.name);
      return command && reply(command.run({ ...interaction, data }, bot));
    }
    case ApplicationCommandType.Message:
      return reply(askTheReport({ ...interaction, data } as Parameters<typeof askTheReport>[0], bot));
    default:
      return undefined;
  }
}

function press(interaction: APIMessageComponentInteraction, bot: Bot): Responded | undefined {
  const { data } = interaction;
  const pressed = readCustomId(data.custom_id);
  const values = 'values' in data ? data.values : [];
  return (
    pressed &&
    HANDLERS[pressed.kind]({
      interaction,
      state: pressed.state,
      values,
      bot,
      translator: bot.translators.for(localeFor(interaction, 'private')),
    })
  );
}

/** A command, button or menu of another version of the bot, or one made up: said politely, to who pressed it alone. */
function unknown(interaction: APIInteraction, bot: Bot): Responded {
  return reply(notice(bot.translators.for(localeFor(interaction, 'private')).t('reply.unknownPress')));
}
