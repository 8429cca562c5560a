/** A paragraph of the report with its attribution, and the questions that it answers. */

import { paragraphsOf } from '../../content/faq.ts';
import type { ReportAndFaq, Visibility } from '../../bot/bot.ts';
import { wholePassage } from '../../content/quotation.ts';
import type { Passage } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';
import { customId } from '../custom-ids.ts';
import { deleteButton } from './delete-button.ts';
import { entryOptions } from './entry-options.ts';
import { actionRow, container, message, selectMenu, separator, text, type MessageBody } from './message.ts';
import { quotationPages, source } from './quotations.ts';

export function passageCard(
  passage: Passage,
  { report, faq }: ReportAndFaq,
  translator: Translator,
  visibility: Visibility,
): MessageBody {
  const { number } = passage;
  const heading = translator.t('passage.heading', { number, count: report.passages.length });
  const blocks = quotationPages([wholePassage(passage)], report, translator).flat();
  const answered = faq.entries.filter((entry) => paragraphsOf(entry).includes(number));
  const components = [
    text(`### ${heading}`),
    ...blocks.map(({ markdown }) => text(markdown)),
    separator(),
    source(report, translator),
    actionRow([visibility === 'public' ? deleteButton(translator) : undefined]),
    selectMenu(
      customId('choose'),
      translator.t('passage.entries', { count: answered.length }),
      entryOptions(answered, report, translator),
    ),
  ];
  return message([container(components)], visibility);
}
