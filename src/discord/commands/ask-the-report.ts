/** The message menu "Ask the report": answers what somebody's message asks, privately, and offers to post the answer below it. */

import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIMessageApplicationCommandInteraction,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Translators } from '../../i18n/translators.ts';
import type { Bot } from '../../bot/bot.ts';
import { answerCard } from '../views/answer-card.ts';
import { localeFor } from '../locale.ts';
import { notice, type MessageBody } from '../views/message.ts';
import { postTarget } from '../components/post.ts';
import { readableText } from '../readable-text.ts';
import { inEach } from './command.ts';

export function defineAskTheReport(translators: Translators): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    name: translators.default.t('command.askTheReport.name'),
    name_localizations: inEach('command.askTheReport.name', translators),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}

export function askTheReport(interaction: APIMessageApplicationCommandInteraction, bot: Bot): MessageBody {
  const translator = bot.translators.for(localeFor(interaction, 'private'));
  const target = interaction.data.resolved.messages[interaction.data.target_id];
  const asked = readableText(target?.content ?? '');
  if (!target || asked === '') return notice(translator.t('askTheReport.empty'));
  return answerCard(bot.answerer.askIn(asked), bot, translator, {
    visibility: 'private',
    target: postTarget(interaction, target.id, translator),
  });
}
