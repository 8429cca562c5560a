/** /ask question: private: — answers a question, or the one that was picked from the suggestions. */

import {
  ApplicationCommandOptionType,
  type APIApplicationCommandAutocompleteInteraction,
  type APICommandAutocompleteInteractionResponseCallbackData,
  type APIChatInputApplicationCommandInteraction,
} from 'discord-api-types/v10';
import type { Wordings } from '../../messages/wordings.ts';
import type { App } from '../app.ts';
import { answerCard } from '../card.ts';
import { LIMITS } from '../limits.ts';
import { localeFor } from '../locale.ts';
import { notice, type MessageBody } from '../message.ts';
import { readableText } from '../readable-text.ts';
import { everywhere, named, stringOption, type Command, type CommandDefinition } from './command.ts';

const QUESTION = 'question';
/** Characters of a question: longer ones go into a message, on which the menu "Ask the report" works. */
const QUESTION_LENGTH = 500;
const PRIVATE = 'private';

export const ask: Command = { name: 'ask', define, run, complete };

function define(wordings: Wordings): CommandDefinition {
  return {
    ...everywhere('ask', 'command.ask', wordings),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...named(QUESTION, 'command.ask.question', wordings),
        required: true,
        autocomplete: true,
        max_length: QUESTION_LENGTH,
      },
      { type: ApplicationCommandOptionType.Boolean, ...named(PRIVATE, 'command.ask.private', wordings), required: false },
    ],
  };
}

function run(interaction: APIChatInputApplicationCommandInteraction, app: App): MessageBody {
  const { options } = interaction.data;
  const choice = options?.find(({ name }) => name === PRIVATE);
  const asPrivate = choice?.type === ApplicationCommandOptionType.Boolean ? choice.value : app.visibility === 'private';
  const visibility = asPrivate ? 'private' : 'public';
  const wording = app.wordings.in(localeFor(interaction, visibility));

  const question = readableText(stringOption(options, QUESTION, QUESTION_LENGTH));
  if (question === '') return notice(wording.say('reply.empty', {}));
  return answerCard(app.answers.ask(question), app.published, wording, { visibility });
}

/** Questions that fit what has been typed so far. The value of a choice is the entry's id: what is picked is answered exactly. */
function complete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  app: App,
): APICommandAutocompleteInteractionResponseCallbackData {
  const typed = stringOption(interaction.data.options, QUESTION, QUESTION_LENGTH);
  const entries = app.answers.suggest(typed, LIMITS.choices);
  return { choices: entries.map(({ id, question }) => ({ name: question, value: id })) };
}
