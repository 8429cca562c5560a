/**
 * Cite: one quotation with all that a citation needs, to copy as plain text and as Markdown. State: the entry's id, which of its
 * quotations, and which piece of a long one, from 0.
 */

import type { Translator } from '../../i18n/translator.ts';
import { citationOf } from '../../content/citation.ts';
import { quotedText, splitAtSentences, type Quotation } from '../../content/quotation.ts';
import type { Report } from '../../content/report.ts';
import { colourOf } from '../views/answer-card.ts';
import { customId, readIndex } from '../custom-ids.ts';
import { blockQuote, escapeMarkdown } from '../views/markdown.ts';
import { button, container, message, row, text } from '../views/message.ts';
import { reply } from '../reply.ts';
import { quotationIn, turnButton, type Press } from './component.ts';

export const cite: Press = (pressed) => {
  const { bot, translator } = pressed;
  const { report, faq } = bot;
  const found = quotationIn(pressed);
  if (!found) return undefined;
  const { entry, quotation, next } = found;

  const pieces = splitAtSentences(report, quotation, (piece) => quotedText(report, piece).length <= PIECE_CHARACTERS);
  const at = Math.min(readIndex(pressed.state[2]) ?? 0, pieces.length - 1);
  const piece = pieces[at] ?? quotation;
  const more = next
    ? [button(customId('cite', entry.id, next.at), translator.t('cite.next', { number: next.passage }))]
    : [];
  const components = [
    text(`### ${translator.t('cite.heading', { number: quotation.passage })}`),
    text(`${translator.t('cite.plain')}\n${toCopy(plainCitation(piece, report, translator))}`),
    text(`${translator.t('cite.markdown')}\n${toCopy(markdownCitation(piece, report, translator))}`),
    ...row([...turnButton('cite', pressed, at, pieces.length), ...more]),
  ];
  return reply(message([container(components, colourOf(entry, faq))], 'private'));
};

/** Characters of a quotation that fit into a message twice, with their citations. */
const PIECE_CHARACTERS = 1100;

/** The quotation between quotation marks, who says so, where it stands, and whose words they are. */
function plainCitation(quotation: Quotation, report: Report, translator: Translator): string {
  const { attribution, where, caution } = partsOf(quotation, report, translator);
  return `“${quotedText(report, quotation)}”\n${translator.t('cite.line', { attribution, where, caution })}`;
}

function markdownCitation(quotation: Quotation, report: Report, translator: Translator): string {
  const { attribution, where, caution } = partsOf(quotation, report, translator);
  const link = `[${escapeMarkdown(report.known.title.value)}](${report.known.address.value})`;
  const linked = where.replace(report.known.title.value, () => link);
  return `${blockQuote(quotedText(report, quotation))}\n\n${translator.t('cite.line', { attribution: escapeMarkdown(attribution), where: linked, caution })}`;
}

function partsOf(
  quotation: Quotation,
  report: Report,
  translator: Translator,
): Readonly<Record<'attribution' | 'where' | 'caution', string>> {
  const citation = citationOf(report, quotation);
  const { title, date, link } = citation;
  return {
    attribution: translator.attribution(citation),
    where: translator.t('citation.plain', {
      title,
      date: translator.date(date),
      paragraph: translator.paragraph(citation),
      link,
    }),
    caution: translator.t('citation.republished'),
  };
}

/** Shown letter by letter, with a button of Discord's to copy it. A fence longer than any inside holds whatever the words are. */
function toCopy(words: string): string {
  const longest = Math.max(2, ...[...words.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${words}\n${fence}`;
}
