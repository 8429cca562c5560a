/**
 * Post: puts the answer to somebody's message in the channel. Where the app is installed, that is a
 * reply to the message; elsewhere the bot can only answer the interaction, with a link to the
 * message. Args: the entry's id; the message's id; how the entry is presented.
 */

import { parsePresentation, parseSnowflake } from '../custom-ids.ts';
import { localeFor } from '../locale.ts';
import { canPostHere, mayWriteHere, missingBotPermission } from '../permissions.ts';
import { postedReply, reply } from '../reply.ts';
import { userIdOf } from '../user-id.ts';
import { answerCard } from '../views/answer-card.ts';
import { notice } from '../views/notices.ts';
import type { ComponentHandler } from './component-handler.ts';

export const post: ComponentHandler = ({ interaction, args: [id = '', target, shownAs], bot, translator }) => {
  const presentation = parsePresentation(shownAs);
  const answer = presentation && bot.answerer.choose(id, presentation);
  const message = parseSnowflake(target);
  const owner = userIdOf(interaction);
  if (!answer || message === undefined || owner === undefined) return undefined;
  // Nobody speaks through the bot where they may not speak themselves.
  if (!mayWriteHere(interaction)) return reply(notice(translator.t('post.notYou')));

  const channel = interaction.channel.id;
  const forAll = bot.translators.for(localeFor(interaction, 'public'));
  if (!canPostHere(interaction, bot)) {
    const link = `https://discord.com/channels/${interaction.guild_id ?? '@me'}/${channel}/${message}`;
    const intro = forAll.t('post.linked', { link });
    return reply(answerCard(answer, bot, forAll, { visibility: 'public', intro }));
  }

  const missing = missingBotPermission(interaction);
  if (missing !== undefined) return reply(notice(translator.t('post.missing', { permission: missing })));

  const intro = forAll.t('post.by', { user: `<@${owner}>` });
  const card = answerCard(answer, bot, forAll, { visibility: 'public', owner, intro });
  return {
    ...reply(notice(translator.t('post.done'))),
    after: [postedReply({ id: message, channel }, card, interaction.id)],
    ifAfterFails: notice(translator.t('post.failed')),
  };
};
