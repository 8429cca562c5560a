/** Related: the questions that readers of an entry may want to ask next. Args: the entry's id. */

import { findEntry } from '../../content/faq.ts';
import { reply } from '../reply.ts';
import { relatedCard } from '../views/related-card.ts';
import type { ComponentHandler } from './component-handler.ts';

export const related: ComponentHandler = ({ args: [id = ''], bot, translator }) => {
  const entry = findEntry(bot.faq, id);
  if (!entry || entry.related.length === 0) return undefined;
  return reply(relatedCard(entry, bot, translator));
};
