/**
 * Turns the reader's own /browse message into another page of a topic. Args: the topic's id; the
 * page, from 0.
 */

import { findTopic } from '../../content/faq.ts';
import { parseIndex } from '../custom-ids.ts';
import { update } from '../reply.ts';
import { nearestPage } from '../views/pages.ts';
import { topicPages } from '../views/topics.ts';
import type { ComponentHandler } from './component-handler.ts';

export const topic: ComponentHandler = ({ args: [id = '', pageArg], bot, translator }) => {
  const topic = findTopic(bot.faq, id);
  const page = parseIndex(pageArg);
  if (!topic || page === undefined) return undefined;
  const card = nearestPage(topicPages(topic, bot, translator), page);
  return card && update(card);
};
