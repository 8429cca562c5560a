/**
 * Share: posts a private answer to the channel, in the server's locale. Discord shows who shared
 * it, and the button says so. Args: the entry's id.
 */

import { localeFor } from '../locale.ts';
import { reply } from '../reply.ts';
import { answerCard } from '../views/answer-card.ts';
import type { ComponentHandler } from './component-handler.ts';

export const share: ComponentHandler = ({ interaction, args: [id = ''], bot }) => {
  const answer = bot.answerer.choose(id);
  if (!answer) return undefined;
  const translator = bot.translators.for(localeFor(interaction, 'public'));
  return reply(answerCard(answer, bot, translator, { visibility: 'public' }));
};
