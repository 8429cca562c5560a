/** An interaction in, its response out: pure and synchronous, whatever carries it. */

import {
  ComponentType,
  InteractionResponseType,
  InteractionType,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import { ApplicationCommandType } from 'discord-api-types/v10';
import type { App } from './app.ts';
import { answerCard } from './card.ts';
import { COMMANDS } from './commands/index.ts';
import { CHOOSE, OTHER } from './custom-ids.ts';
import { localeFor } from './locale.ts';
import type { MessageBody } from './message.ts';
import { notice } from './notice.ts';

export interface Responded {
  readonly response: APIInteractionResponse;
}

export function respond(interaction: APIInteraction, app: App): Responded {
  return { response: responseTo(interaction, app) };
}

function responseTo(interaction: APIInteraction, app: App): APIInteractionResponse {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { type: InteractionResponseType.Pong };
    case InteractionType.ApplicationCommand:
      return reply(runCommand(interaction, app));
    case InteractionType.ApplicationCommandAutocomplete: {
      const command = COMMANDS.find(({ name }) => name === interaction.data.name);
      const data = command?.complete?.(interaction, app) ?? { choices: [] };
      return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data };
    }
    case InteractionType.MessageComponent:
      return reply(pressed(interaction, app));
    case InteractionType.ModalSubmit:
      return reply(unknownPress(interaction, app));
  }
}

function runCommand(interaction: APIApplicationCommandInteraction, app: App): MessageBody {
  const command = COMMANDS.find(({ name }) => name === interaction.data.name);
  if (!command || interaction.data.type !== ApplicationCommandType.ChatInput) return unknownPress(interaction, app);
  return command.run({ ...interaction, data: interaction.data }, app);
}

/** Whoever chooses from a menu gets an answer of their own; nobody changes another's card. */
function pressed(interaction: APIMessageComponentInteraction, app: App): MessageBody {
  const { data } = interaction;
  if (data.component_type === ComponentType.StringSelect && (data.custom_id === CHOOSE || data.custom_id === OTHER)) {
    const answer = app.answers.choose(data.values[0] ?? '');
    if (answer) return answerCard(answer, app.published, app.wordings.in(localeFor(interaction, 'private')), 'private');
  }
  return unknownPress(interaction, app);
}

/** A command, button or menu of another version of the bot, or one made up: said politely, to who pressed it alone. */
function unknownPress(interaction: APIInteraction, app: App): MessageBody {
  return notice(app.wordings.in(localeFor(interaction, 'private')).say('reply.unknownPress', {}), 'private');
}

function reply(data: MessageBody): APIInteractionResponse {
  return { type: InteractionResponseType.ChannelMessageWithSource, data };
}
