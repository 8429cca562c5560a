/** Another page of a long answer. Args: the entry's id; the page, from 0. */

import { parseIndex } from '../custom-ids.ts';
import { reply } from '../reply.ts';
import { answerCard } from '../views/answer-card.ts';
import type { ComponentHandler } from './component-handler.ts';

export const page: ComponentHandler = ({ args: [id = '', pageArg], bot, translator }) => {
  const answer = bot.answerer.choose(id);
  const page = parseIndex(pageArg);
  if (!answer || page === undefined) return undefined;
  return reply(answerCard(answer, bot, translator, { visibility: 'private', page }));
};
