/** The passages before and after a quotation, with the quoted one marked. */

import { contextOf } from '../../answers/answer.ts';
import type { ReportAndFaq } from '../../bot/bot.ts';
import { quotationsOf, type Entry } from '../../content/faq.ts';
import { wholePassage } from '../../content/quotation.ts';
import { passageOf } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';
import { escapeMarkdown } from './markdown.ts';
import { container, message, separator, text, type MessageBody } from './message.ts';
import { quotationButtons } from './pages.ts';
import { quotationPages, source } from './quotations.ts';
import { topicColor } from './topic-color.ts';

/**
 * The passages around one quotation at a time, as those of several would not fit into a message.
 * @param index which of the entry's quotations, from 0
 * @returns one message for each page; none if the entry has no such quotation
 */
export function contextPages(
  entry: Entry,
  index: number,
  { report, faq }: ReportAndFaq,
  translator: Translator,
): readonly MessageBody[] {
  const quotation = quotationsOf(entry)[index];
  if (!quotation) return [];

  const around = [quotation.passage - 1, quotation.passage, quotation.passage + 1];
  const passages = around.flatMap((number) => passageOf(report, number) ?? []);
  const context = contextOf(entry).filter(({ passage }) => !around.includes(passage));
  const pages = quotationPages(passages.map(wholePassage), report, translator, { context });
  const heading = translator.t('context.heading', { number: quotation.passage });
  const mark = `**${translator.t('context.quoted')}**`;
  return pages.map((blocks, page) => {
    const shown = blocks.map((block) =>
      text(block.quotation.passage === quotation.passage ? `${mark}\n${block.markdown}` : block.markdown),
    );
    const components = [
      text(`### ${escapeMarkdown(heading)}`),
      ...shown,
      separator(),
      source(report, translator),
      quotationButtons('context', entry, index, page, pages.length, translator),
    ];
    return message([container(components, topicColor(entry, faq))], 'private');
  });
}
