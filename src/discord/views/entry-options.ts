/** Entries as options of a select menu: the FAQ's questions, never quotations. */

import type { APISelectMenuOption } from 'discord-api-types/v10';
import { paragraphsOf } from '../../content/faq.ts';
import type { Entry } from '../../content/faq.ts';
import { passageOf, type Report } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';
import { madeAhead } from './made-ahead.ts';

/** Each option's value is the entry's id, and its description says where the report answers it. */
export function entryOptions(
  entries: readonly Entry[],
  report: Report,
  translator: Translator,
): readonly APISelectMenuOption[] {
  return entries.map((entry) => ENTRY_OPTIONS.of(entry, report, translator));
}

export const ENTRY_OPTIONS = madeAhead(entryOption);

function entryOption(entry: Entry, report: Report, translator: Translator): APISelectMenuOption {
  return { label: entry.question, value: entry.id, description: whereAnswered(entry, report, translator) };
}

function whereAnswered(entry: Entry, report: Report, translator: Translator): string {
  if (entry.answer.kind === 'known') return translator.t('reply.optionKnown');
  const paragraphs = paragraphsOf(entry).map((paragraph) =>
    translator.paragraph({ paragraph, caption: passageOf(report, paragraph)?.caption ?? false }),
  );
  if (paragraphs.length === 0) return translator.t('reply.optionNotStated');
  return translator.t('reply.optionQuoted', { paragraphs: translator.list(paragraphs) });
}
