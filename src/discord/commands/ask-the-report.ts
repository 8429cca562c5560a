/**
 * "Ask the report", in the menu of a message: answers what the message asks, privately, and offers
 * to post the answer.
 */

import {
  ApplicationCommandType,
  type APIMessageApplicationCommandInteraction,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Bot } from '../../bot/bot.ts';
import type { Translators } from '../../i18n/translators.ts';
import { LIMITS } from '../limits.ts';
import { localeFor } from '../locale.ts';
import { canPostHere } from '../permissions.ts';
import { readableText } from '../readable-text.ts';
import { answerCard } from '../views/answer-card.ts';
import type { MessageBody } from '../views/message.ts';
import { notice } from '../views/notices.ts';
import { AVAILABILITY, localizations, type MessageCommand } from './command.ts';

const NAME = 'Ask the report';

export const askTheReport: MessageCommand = { type: ApplicationCommandType.Message, name: NAME, define, run };

function define(translators: Translators): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    name: NAME,
    name_localizations: localizations('command.askTheReport.name', translators),
    ...AVAILABILITY,
  };
}

function run(interaction: APIMessageApplicationCommandInteraction, bot: Bot): MessageBody {
  const translator = bot.translators.for(localeFor(interaction, 'private'));
  const { resolved, target_id: id } = interaction.data;
  const written = resolved.messages[id]?.content ?? '';
  const question = readableText(written.slice(0, LIMITS.written));
  if (question === '') return notice(translator.t('askTheReport.empty'));
  const postTo = { message: id, asReply: canPostHere(interaction, bot) };
  return answerCard(bot.answerer.askIn(question), bot, translator, { visibility: 'private', postTo });
}
