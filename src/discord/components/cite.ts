/**
 * Cite: a quotation and its citation, to copy. Args: the entry's id; which of its quotations, from
 * 0; the page, from 0.
 */

import { findEntry } from '../../content/faq.ts';
import { parseIndex } from '../custom-ids.ts';
import { reply } from '../reply.ts';
import { citationPages } from '../views/citation-card.ts';
import { nearestPage } from '../views/pages.ts';
import type { ComponentHandler } from './component-handler.ts';

export const cite: ComponentHandler = ({ args: [id = '', indexArg, pageArg], bot, translator }) => {
  const entry = findEntry(bot.faq, id);
  const index = parseIndex(indexArg);
  if (!entry || index === undefined) return undefined;
  const card = nearestPage(citationPages(entry, index, bot, translator), parseIndex(pageArg) ?? 0);
  return card && reply(card);
};
