/** Presses that answer with an entry's card: the menus, another page, and Share. */

import { answerCard } from '../views/answer-card.ts';
import { readIndex } from '../custom-ids.ts';
import { localeFor } from '../locale.ts';
import { reply } from '../reply.ts';
import { isSnowflake, postTarget } from './post.ts';
import { entryIn, type Press } from './component.ts';

/** Whoever chooses from a menu gets an answer of their own; nobody changes another's card. State: the message that asked, or nothing. */
export const choose: Press = ({ interaction, state: [message], values: [id = ''], bot, translator }) => {
  const answer = bot.answerer.choose(id);
  const target =
    message !== undefined && isSnowflake(message) ? { target: postTarget(interaction, message, translator) } : {};
  return answer && reply(answerCard(answer, bot, translator, { visibility: 'private', ...target }));
};

/** Another page of a long answer. State: the entry's id and the page, from 0. */
export const page: Press = ({ state: [id = '', number], bot, translator }) => {
  const [answer, at] = [bot.answerer.choose(id), readIndex(number)];
  return answer && at !== undefined
    ? reply(answerCard(answer, bot, translator, { visibility: 'private', page: at }))
    : undefined;
};

/** Posts a private answer to the channel, in the server's language. Discord shows who did; the button says so. State: the entry's id. */
export const share: Press = (pressed) => {
  const { interaction, bot } = pressed;
  const entry = entryIn(pressed, pressed.state[0]);
  const answer = entry && bot.answerer.choose(entry.id);
  return (
    answer &&
    reply(answerCard(answer, bot, bot.translators.for(localeFor(interaction, 'public')), { visibility: 'public' }))
  );
};
