/**
 * Cite: one quotation with all that a citation needs, to copy as plain text and as Markdown. State: the entry's id, which of its
 * quotations, and which piece of a long one, from 0.
 */

import type { Wording } from '../../messages/wording.ts';
import { citationOf } from '../../report/citation.ts';
import { quotedText, splitAtSentences, type Quotation } from '../../report/quotation.ts';
import type { Report } from '../../report/report.ts';
import { colourOf } from '../card.ts';
import { customId, readIndex } from '../custom-ids.ts';
import { blockQuote, escapeMarkdown } from '../markdown.ts';
import { button, container, message, row, text } from '../message.ts';
import { reply } from '../responded.ts';
import { quotationIn, turnButton, type Press } from './press.ts';

export const cite: Press = (pressed) => {
  const { app, wording } = pressed;
  const { report, faq } = app.published;
  const found = quotationIn(pressed);
  if (!found) return undefined;
  const { entry, quotation, next } = found;

  const pieces = splitAtSentences(report, quotation, (piece) => quotedText(report, piece).length <= PIECE_CHARACTERS);
  const at = Math.min(readIndex(pressed.state[2]) ?? 0, pieces.length - 1);
  const piece = pieces[at] ?? quotation;
  const more = next ? [button(customId('cite', entry.id, next.at), wording.say('cite.next', { number: next.passage }))] : [];
  const components = [
    text(`### ${wording.say('cite.heading', { number: quotation.passage })}`),
    text(`${wording.say('cite.plain', {})}\n${toCopy(plainCitation(piece, report, wording))}`),
    text(`${wording.say('cite.markdown', {})}\n${toCopy(markdownCitation(piece, report, wording))}`),
    ...row([...turnButton('cite', pressed, at, pieces.length), ...more]),
  ];
  return reply(message([container(components, colourOf(entry, faq))], 'private'));
};

/** Characters of a quotation that fit into a message twice, with their citations. */
const PIECE_CHARACTERS = 1100;

/** The quotation between quotation marks, who says so, where it stands, and whose words they are. */
function plainCitation(quotation: Quotation, report: Report, wording: Wording): string {
  const { attribution, where, caution } = partsOf(quotation, report, wording);
  return `“${quotedText(report, quotation)}”\n${wording.say('cite.line', { attribution, where, caution })}`;
}

function markdownCitation(quotation: Quotation, report: Report, wording: Wording): string {
  const { attribution, where, caution } = partsOf(quotation, report, wording);
  const link = `[${escapeMarkdown(report.known.title.value)}](${report.known.address.value})`;
  const linked = where.replace(report.known.title.value, () => link);
  return `${blockQuote(quotedText(report, quotation))}\n\n${wording.say('cite.line', { attribution: escapeMarkdown(attribution), where: linked, caution })}`;
}

function partsOf(quotation: Quotation, report: Report, wording: Wording): Readonly<Record<'attribution' | 'where' | 'caution', string>> {
  const citation = citationOf(report, quotation);
  const { title, date, link } = citation;
  return {
    attribution: wording.attribution(citation),
    where: wording.say('citation.plain', { title, date: wording.date(date), paragraph: wording.paragraph(citation), link }),
    caution: wording.say('citation.republished', {}),
  };
}

/** Shown letter by letter, with a button of Discord's to copy it. A fence longer than any inside holds whatever the words are. */
function toCopy(words: string): string {
  const longest = Math.max(2, ...[...words.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${words}\n${fence}`;
}
