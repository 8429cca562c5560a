/** The presses of /browse: each turns the reader's own message into another view; a chosen question is answered beside it. */

import { readIndex } from '../custom-ids.ts';
import { topicList, topicView } from '../views/topics.ts';
import { replace } from '../reply.ts';
import type { Press } from './component.ts';

/** Back to the topics, or the topic that was chosen from them. */
export const browse: Press = ({ values: [id], bot, translator }) => {
  if (id === undefined) return replace(topicList(bot, translator));
  const topic = bot.faq.topics.find((one) => one.id === id);
  return topic && replace(topicView(topic, 0, bot, translator));
};

/** Another page of a topic. State: the topic's id and the page, from 0. */
export const topicPage: Press = ({ state: [id, number], bot, translator }) => {
  const topic = bot.faq.topics.find((one) => one.id === id);
  const page = readIndex(number);
  return topic && page !== undefined ? replace(topicView(topic, page, bot, translator)) : undefined;
};
