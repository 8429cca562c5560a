/**
 * Context: the passages around a quotation. Args: the entry's id; which of its quotations, from 0;
 * the page, from 0.
 */

import { findEntry } from '../../content/faq.ts';
import { parseIndex } from '../custom-ids.ts';
import { reply } from '../reply.ts';
import { contextPages } from '../views/context-card.ts';
import { nearestPage } from '../views/pages.ts';
import type { ComponentHandler } from './component-handler.ts';

export const context: ComponentHandler = ({ args: [id = '', indexArg, pageArg], bot, translator }) => {
  const entry = findEntry(bot.faq, id);
  const index = parseIndex(indexArg);
  if (!entry || index === undefined) return undefined;
  const card = nearestPage(contextPages(entry, index, bot, translator), parseIndex(pageArg) ?? 0);
  return card && reply(card);
};
