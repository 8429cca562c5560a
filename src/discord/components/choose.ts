/**
 * A menu of questions: whoever picks one gets an answer of their own, and the card that the menu is
 * on stays as it is. Args: the id of the message that asked, if the answer may be posted as a reply
 * to it.
 */

import { parseSnowflake } from '../custom-ids.ts';
import { canPostHere } from '../permissions.ts';
import { reply } from '../reply.ts';
import { answerCard } from '../views/answer-card.ts';
import type { ComponentHandler } from './component-handler.ts';

export const choose: ComponentHandler = ({ interaction, args: [target], values: [id = ''], bot, translator }) => {
  const answer = bot.answerer.choose(id);
  if (!answer) return undefined;
  const message = parseSnowflake(target);
  const postTo = message === undefined ? undefined : { message, asReply: canPostHere(interaction, bot) };
  return reply(answerCard(answer, bot, translator, { visibility: 'private', postTo }));
};
