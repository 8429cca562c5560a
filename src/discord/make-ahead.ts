/** Makes ahead all that replies have in common, so that a reply only puts it together. */

import { contextOf } from '../answers/answer.ts';
import type { Bot } from '../bot/bot.ts';
import { quotationsOf } from '../content/faq.ts';
import { ENTRY_OPTIONS } from './views/entry-options.ts';
import { CONTEXT_BLOCKS, QUOTATION_BLOCKS, SOURCE } from './views/quotations.ts';
import { WHAT_CAN_BE_ASKED } from './views/what-can-be-asked.ts';

/**
 * In the order of the content, a step at a time: each takes a few milliseconds, between which other
 * work may be done. Replies are the same before, after, and in between.
 */
export function* makeAhead({
  report,
  faq,
  translators,
}: Pick<Bot, 'report' | 'faq' | 'translators'>): Generator<void, void> {
  for (const translator of translators.all) {
    translator.makeAhead();
    yield;
    SOURCE.makeAll([report], report, translator);
    WHAT_CAN_BE_ASKED.makeAll([faq], report, translator);
    ENTRY_OPTIONS.makeAll(faq.entries, report, translator);
    yield;
    QUOTATION_BLOCKS.makeAll(faq.entries.flatMap(quotationsOf), report, translator);
    CONTEXT_BLOCKS.makeAll(faq.entries.flatMap(contextOf), report, translator);
    yield;
  }
}
