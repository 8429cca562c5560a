/**
 * Paging through what does not fit into one message. Pages count from 0 in code, and from 1 for
 * readers.
 */

import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { quotationsOf, type Entry } from '../../content/faq.ts';
import type { Translator } from '../../i18n/translator.ts';
import { customId } from '../custom-ids.ts';
import { actionRow, button, type ActionRow } from './message.ts';

/** The page with this number, or the last one if there are fewer; `undefined` if there are none. */
export function nearestPage<Page>(pages: readonly Page[], page: number): Page | undefined {
  return pages[Math.min(page, pages.length - 1)];
}

/**
 * Leads to the next page, and from the last one to the first; none if there is just one page.
 * @param lastArgs args that follow the page
 */
export function nextPageButton(
  kind: 'page' | 'context' | 'cite',
  args: readonly (string | number)[],
  page: number,
  pages: number,
  translator: Translator,
  lastArgs: readonly string[] = [],
): APIButtonComponentWithCustomId | undefined {
  if (pages < 2) return undefined;
  const next = (page + 1) % pages;
  return button(customId(kind, ...args, next, ...lastArgs), translator.t('button.page', { page: next + 1, pages }));
}

const NEXT_QUOTATION = { context: 'context.next', cite: 'cite.next' } as const;

/** Lead to the quotation's next page and to the entry's next quotation, where there are others. */
export function quotationButtons(
  kind: 'context' | 'cite',
  entry: Entry,
  index: number,
  page: number,
  pages: number,
  translator: Translator,
): ActionRow | undefined {
  const quotations = quotationsOf(entry);
  const nextIndex = (index + 1) % quotations.length;
  const next = quotations[nextIndex];
  return actionRow([
    nextPageButton(kind, [entry.id, index], page, pages, translator),
    next && quotations.length > 1
      ? button(customId(kind, entry.id, nextIndex), translator.t(NEXT_QUOTATION[kind], { number: next.passage }))
      : undefined,
  ]);
}
