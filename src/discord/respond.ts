/** An interaction in, its response out: pure and synchronous, whatever carries it. */

import {
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import type { App } from './app.ts';
import { askTheReport } from './commands/ask-the-report.ts';
import { COMMANDS } from './commands/index.ts';
import { readCustomId } from './custom-ids.ts';
import { localeFor } from './locale.ts';
import { notice } from './message.ts';
import { HANDLERS } from './presses/index.ts';
import { reply, type Responded } from './responded.ts';

export function respond(interaction: APIInteraction, app: App): Responded {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { response: { type: InteractionResponseType.Pong } };
    case InteractionType.ApplicationCommand:
      return runCommand(interaction, app) ?? unknown(interaction, app);
    case InteractionType.ApplicationCommandAutocomplete: {
      const command = COMMANDS.find(({ name }) => name === interaction.data.name);
      const data = command?.complete?.(interaction, app) ?? { choices: [] };
      return { response: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data } };
    }
    case InteractionType.MessageComponent:
      return press(interaction, app) ?? unknown(interaction, app);
    case InteractionType.ModalSubmit:
      return unknown(interaction, app);
  }
}

function runCommand(interaction: APIApplicationCommandInteraction, app: App): Responded | undefined {
  const { data } = interaction;
  switch (data.type) {
    case ApplicationCommandType.ChatInput: {
      const command = COMMANDS.find(({ name }) => name === data.name);
      return command && reply(command.run({ ...interaction, data }, app));
    }
    case ApplicationCommandType.Message:
      return reply(askTheReport({ ...interaction, data } as Parameters<typeof askTheReport>[0], app));
    default:
      return undefined;
  }
}

function press(interaction: APIMessageComponentInteraction, app: App): Responded | undefined {
  const { data } = interaction;
  const pressed = readCustomId(data.custom_id);
  const values = 'values' in data ? data.values : [];
  return (
    pressed &&
    HANDLERS[pressed.kind]({ interaction, state: pressed.state, values, app, wording: app.wordings.in(localeFor(interaction, 'private')) })
  );
}

/** A command, button or menu of another version of the bot, or one made up: said politely, to who pressed it alone. */
function unknown(interaction: APIInteraction, app: App): Responded {
  return reply(notice(app.wordings.in(localeFor(interaction, 'private')).say('reply.unknownPress', {})));
}
