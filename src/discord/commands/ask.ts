/** `/ask question: private:` answers a question, typed or picked from the suggestions. */

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandOptionChoice,
  type APIChatInputApplicationCommandInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Bot } from '../../bot/bot.ts';
import type { Translators } from '../../i18n/translators.ts';
import { LIMITS } from '../limits.ts';
import { localeFor } from '../locale.ts';
import { readableText } from '../readable-text.ts';
import { answerCard } from '../views/answer-card.ts';
import type { MessageBody } from '../views/message.ts';
import { notice } from '../views/notices.ts';
import { baseCommand, booleanOption, localizedName, stringOption, typedOption, type SlashCommand } from './command.ts';

export const ask: SlashCommand = { type: ApplicationCommandType.ChatInput, name: 'ask', define, run, complete };

const QUESTION = 'question';
const PRIVATE = 'private';
/** In characters. Whoever has more to say writes a message and uses "Ask the report" on it. */
const QUESTION_LENGTH = 500;

function define(translators: Translators): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    ...baseCommand('ask', 'command.ask', translators),
    options: [
      typedOption(QUESTION, 'command.ask.question', QUESTION_LENGTH, translators),
      {
        type: ApplicationCommandOptionType.Boolean,
        ...localizedName(PRIVATE, 'command.ask.private', translators),
        required: false,
      },
    ],
  };
}

function run(interaction: APIChatInputApplicationCommandInteraction, bot: Bot): MessageBody {
  const { options } = interaction.data;
  const isPrivate = booleanOption(options, PRIVATE) ?? bot.settings.visibility === 'private';
  const visibility = isPrivate ? 'private' : 'public';
  const translator = bot.translators.for(localeFor(interaction, visibility));

  const question = readableText(stringOption(options, QUESTION, QUESTION_LENGTH));
  if (question === '') return notice(translator.t('reply.empty'));
  return answerCard(bot.answerer.ask(question), bot, translator, { visibility });
}

/**
 * The value of a choice is the entry's id, so that a question which was picked is answered exactly.
 */
function complete(
  interaction: APIApplicationCommandAutocompleteInteraction,
  bot: Bot,
): readonly APIApplicationCommandOptionChoice[] {
  const typed = stringOption(interaction.data.options, QUESTION, QUESTION_LENGTH);
  return bot.answerer.suggest(typed, LIMITS.choices).map(({ id, question }) => ({ name: question, value: id }));
}
