/** The handlers that show one of an entry's quotations, page by page. */

import type { Bot } from '../../bot/bot.ts';
import { findEntry, type Entry } from '../../content/faq.ts';
import type { Translator } from '../../i18n/translator.ts';
import { parseIndex } from '../custom-ids.ts';
import { reply } from '../reply.ts';
import type { MessageBody } from '../views/message.ts';
import { nearestPage } from '../views/pages.ts';
import type { ComponentHandler } from './component-handler.ts';

/** Args: the entry's id; which of its quotations, from 0; the page, from 0. */
export function quotationHandler(
  pagesOf: (entry: Entry, index: number, bot: Bot, translator: Translator) => readonly MessageBody[],
): ComponentHandler {
  return ({ args: [id = '', indexArg, pageArg], bot, translator }) => {
    const entry = findEntry(bot.faq, id);
    const index = parseIndex(indexArg);
    if (!entry || index === undefined) return undefined;
    const card = nearestPage(pagesOf(entry, index, bot, translator), parseIndex(pageArg) ?? 0);
    return card && reply(card);
  };
}
