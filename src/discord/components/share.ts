/**
 * Share: posts a private answer to the channel, in the server's locale. Discord shows who shared
 * it, and the button says so. Args: the entry's id; how it is presented.
 */

import { parsePresentation } from '../custom-ids.ts';
import { localeFor } from '../locale.ts';
import { reply } from '../reply.ts';
import { answerCard } from '../views/answer-card.ts';
import type { ComponentHandler } from './component-handler.ts';

export const share: ComponentHandler = ({ interaction, args: [id = '', shownAs], bot }) => {
  const presentation = parsePresentation(shownAs);
  const answer = presentation && bot.answerer.choose(id, presentation);
  if (!answer) return undefined;
  const translator = bot.translators.for(localeFor(interaction, 'public'));
  return reply(answerCard(answer, bot, translator, { visibility: 'public' }));
};
