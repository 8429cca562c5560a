/**
 * Turns the reader's own /browse message into the topic chosen from its menu, or back into the list
 * of topics. No args.
 */

import { findTopic } from '../../content/faq.ts';
import { update } from '../reply.ts';
import { nearestPage } from '../views/pages.ts';
import { topicList, topicPages } from '../views/topics.ts';
import type { ComponentHandler } from './component-handler.ts';

export const browse: ComponentHandler = ({ values: [id], bot, translator }) => {
  if (id === undefined) return update(topicList(bot, translator));
  const topic = findTopic(bot.faq, id);
  const card = topic && nearestPage(topicPages(topic, bot, translator), 0);
  return card && update(card);
};
