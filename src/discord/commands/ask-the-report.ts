/** The message menu "Ask the report": answers what somebody's message asks, privately, and offers to post the answer below it. */

import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIMessageApplicationCommandInteraction,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Wordings } from '../../messages/wordings.ts';
import type { App } from '../app.ts';
import { answerCard } from '../card.ts';
import { localeFor } from '../locale.ts';
import { notice, type MessageBody } from '../message.ts';
import { postTarget } from '../presses/post.ts';
import { readableText } from '../readable-text.ts';
import { inEach } from './command.ts';

export function defineAskTheReport(wordings: Wordings): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.Message,
    name: wordings.in(undefined).say('command.askTheReport.name', {}),
    name_localizations: inEach('command.askTheReport.name', wordings),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}

export function askTheReport(interaction: APIMessageApplicationCommandInteraction, app: App): MessageBody {
  const wording = app.wordings.in(localeFor(interaction, 'private'));
  const target = interaction.data.resolved.messages[interaction.data.target_id];
  const asked = readableText(target?.content ?? '');
  if (!target || asked === '') return notice(wording.say('askTheReport.empty', {}));
  return answerCard(app.answers.askIn(asked), app.published, wording, {
    visibility: 'private',
    target: postTarget(interaction, target.id, wording),
  });
}
