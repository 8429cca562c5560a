/**
 * Share: posts a private answer to the channel, in the server's locale. Discord shows who shared
 * it, and the button says so. Args: the entry's id; how it is presented.
 */

import { parsePresentation } from '../custom-ids.ts';
import { localeFor } from '../locale.ts';
import { mayWriteHere } from '../permissions.ts';
import { reply } from '../reply.ts';
import { answerCard } from '../views/answer-card.ts';
import { notice } from '../views/notices.ts';
import type { ComponentHandler } from './component-handler.ts';

export const share: ComponentHandler = ({ interaction, args: [id = '', shownAs], bot, translator }) => {
  const presentation = parsePresentation(shownAs);
  const answer = presentation && bot.answerer.choose(id, presentation);
  if (!answer) return undefined;
  // Nobody speaks through the bot where they may not speak themselves.
  if (!mayWriteHere(interaction)) return reply(notice(translator.t('post.notYou')));
  const forAll = bot.translators.for(localeFor(interaction, 'public'));
  return reply(answerCard(answer, bot, forAll, { visibility: 'public' }));
};
