/** /ask question: private: — answers a question, or the one that was picked from the suggestions. */

import {
  ApplicationCommandOptionType,
  type APIApplicationCommandAutocompleteInteraction,
  type APICommandAutocompleteInteractionResponseCallbackData,
  type APIChatInputApplicationCommandInteraction,
} from 'discord-api-types/v10';
import type { Translators } from '../../i18n/translators.ts';
import type { Bot } from '../../bot/bot.ts';
import { answerCard } from '../views/answer-card.ts';
import { LIMITS } from '../limits.ts';
import { localeFor } from '../locale.ts';
import { notice, type MessageBody } from '../views/message.ts';
import { readableText } from '../readable-text.ts';
import { everywhere, named, stringOption, type Command, type CommandDefinition } from './command.ts';

const QUESTION = 'question';
/** Characters of a question: longer ones go into a message, on which the menu "Ask the report" works. */
const QUESTION_LENGTH = 500;
const PRIVATE = 'private';

export const ask: Command = { name: 'ask', define, run, complete };

function define(translators: Translators): CommandDefinition {
  return {
    ...everywhere('ask', 'command.ask', translators),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...named(QUESTION, 'command.ask.question', translators),
        required: true,
        autocomplete: true,
        max_length: QUESTION_LENGTH,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        ...named(PRIVATE, 'command.ask.private', translators),
        required: false,
      },
    ],
  };
}

function run(interaction: APIChatInputApplicationCommandInteraction, bot: Bot): MessageBody {
  const { options } = interaction.data;
  const choice = options?.find(({ name }) => name === PRIVATE);
  const asPrivate =
    choice?.type === ApplicationCommandOptionType.Boolean ? choice.value : bot.settings.visibility === 'private';
  const visibility = asPrivate ? 'private' : 'public';
  const translator = bot.translators.for(localeFor(interaction, visibility));

  const question = readableText(stringOption(options, QUESTION, QUESTION_LENGTH));
  if (question === '') return notice(translator.t('reply.empty'));
  return answerCard(bot.answerer.ask(question), bot, translator, { visibility });
}

/** Questions that fit what has been typed so far. The value of a choice is the entry's id: what is picked is answered exactly. */
function complete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  bot: Bot,
): APICommandAutocompleteInteractionResponseCallbackData {
  const typed = stringOption(interaction.data.options, QUESTION, QUESTION_LENGTH);
  const entries = bot.answerer.suggest(typed, LIMITS.choices);
  return { choices: entries.map(({ id, question }) => ({ name: question, value: id })) };
}
