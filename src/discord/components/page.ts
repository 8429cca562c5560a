/** Another page of a long answer. Args: the entry's id; the page, from 0; how it is presented. */

import { parseIndex, parsePresentation } from '../custom-ids.ts';
import { reply } from '../reply.ts';
import { answerCard } from '../views/answer-card.ts';
import type { ComponentHandler } from './component-handler.ts';

export const page: ComponentHandler = ({ args: [id = '', pageArg, shownAs], bot, translator }) => {
  const presentation = parsePresentation(shownAs);
  const answer = presentation && bot.answerer.choose(id, presentation);
  const page = parseIndex(pageArg);
  if (!answer || page === undefined) return undefined;
  return reply(answerCard(answer, bot, translator, { visibility: 'private', page }));
};
