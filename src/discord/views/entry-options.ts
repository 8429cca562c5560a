/** Entries to choose from in a menu. What stands there are questions of the FAQ, never quotations. */

import type { APISelectMenuOption } from 'discord-api-types/v10';
import type { Translator } from '../../i18n/translator.ts';
import { paragraphsOf, type Entry } from '../../content/faq.ts';
import { passageOf, type Report } from '../../content/report.ts';

export function entryOptions(
  entries: readonly Entry[],
  report: Report,
  translator: Translator,
): readonly APISelectMenuOption[] {
  const list = new Intl.ListFormat(translator.locale, { type: 'conjunction' });
  return entries.map((entry) => {
    const paragraphs = paragraphsOf(entry).map((number) =>
      translator.t(passageOf(report, number)?.caption ? 'citation.caption' : 'citation.paragraph', { number }),
    );
    const description =
      paragraphs.length > 0
        ? translator.t('reply.optionQuoted', { paragraphs: list.format(paragraphs) })
        : translator.t('reply.optionNotStated');
    return { label: entry.question, value: entry.id, description };
  });
}
