/** A quotation with all that a citation needs, to copy as plain text and as Markdown. */

import { contextOf } from '../../answers/answer.ts';
import type { ReportAndFaq } from '../../bot/bot.ts';
import { citationOf } from '../../content/citation.ts';
import { quotationsOf, type Entry } from '../../content/faq.ts';
import { quotedText, splitAtSentences, type Quotation } from '../../content/quotation.ts';
import type { Report } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';
import { blockQuote, codeBlock, escapeMarkdown } from './markdown.ts';
import { container, message, text, type MessageBody } from './message.ts';
import { quotationButtons } from './pages.ts';
import { contextBlocks } from './quotations.ts';
import { topicColor } from './topic-color.ts';

/**
 * How much of a quotation fits into a message twice, each time with its citation. In characters.
 */
const PIECE_CHARACTERS = 1100;

/**
 * One quotation at a time, and below it its context, which is not copied with it. One that is too
 * long for a message is split at sentence ends, a piece to a page.
 * @param index which of the entry's quotations, from 0
 * @returns one message for each page; none if the entry has no such quotation
 */
export function citationPages(
  entry: Entry,
  index: number,
  { report, faq }: ReportAndFaq,
  translator: Translator,
): readonly MessageBody[] {
  const quotation = quotationsOf(entry)[index];
  if (!quotation) return [];

  const pieces = splitAtSentences(report, quotation, (piece) => quotedText(report, piece).length <= PIECE_CHARACTERS);
  const context = contextBlocks(contextOf(entry), report, translator);
  return pieces.map((piece, page) => {
    const components = [
      text(`### ${translator.t('cite.heading', { number: quotation.passage })}`),
      text(`${translator.t('cite.plain')}\n${codeBlock(plainCitation(piece, report, translator))}`),
      text(`${translator.t('cite.markdown')}\n${codeBlock(markdownCitation(piece, report, translator))}`),
      ...(page === 0 ? context : []).map(({ markdown }) => text(markdown)),
      quotationButtons('cite', entry, index, page, pieces.length, translator),
    ];
    return message([container(components, topicColor(entry, faq))], 'private');
  });
}

function plainCitation(quotation: Quotation, report: Report, translator: Translator): string {
  const citation = citationOf(report, quotation);
  const line = citationLine(translator.attribution(citation), translator.citation(citation), translator);
  return `“${quotedText(report, quotation)}”\n${line}`;
}

function markdownCitation(quotation: Quotation, report: Report, translator: Translator): string {
  const citation = citationOf(report, quotation);
  const attribution = escapeMarkdown(translator.attribution(citation));
  const linkedTitle = `[${escapeMarkdown(citation.title)}](${citation.link})`;
  const line = citationLine(attribution, translator.citation(citation, linkedTitle), translator);
  return `${blockQuote(quotedText(report, quotation))}\n\n${line}`;
}

function citationLine(attribution: string, where: string, translator: Translator): string {
  return translator.t('cite.line', { attribution, where, caution: translator.t('citation.republished') });
}
