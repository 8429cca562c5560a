/** Quotations as text of a card: whole, attributed, and on as many pages as they need. */

import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { Translator } from '../../i18n/translator.ts';
import { citationOf } from '../../content/citation.ts';
import { quotedText, splitAtSentences, type Quotation } from '../../content/quotation.ts';
import type { Report } from '../../content/report.ts';
import { blockQuote, escapeMarkdown } from './markdown.ts';
import { text } from './message.ts';

/** What quotations may take of a card, so that heading, source and menus fit beside them. Discord takes 4,000 characters of text in all. */
const PAGE_CHARACTERS = 2400;
/** The same in UTF-8 bytes: Discord takes about 10,000 of payload in all, and letters beyond Latin take two to four. */
const PAGE_BYTES = 5000;

/** A quotation, whole, and right below it who says so: a screen reader reads them in this order. `mark` stands above it. */
export function quoted(
  quotation: Quotation,
  report: Report,
  translator: Translator,
  mark?: string,
): APIComponentInContainer {
  return text(quotedMarkdown(quotation, report, translator, mark));
}

/** The report's title, outlet and date as a link to the original, and whose words these are. */
export function source(report: Report, translator: Translator): APIComponentInContainer {
  const { title, address, date } = report.known;
  const words = translator.t('citation.source', {
    title: escapeMarkdown(title.value),
    date: translator.date(date.value),
  });
  const notes = [
    translator.t('citation.republished'),
    ...(translator.speaks(report.language) ? [] : [translator.t('citation.language')]),
  ];
  return text(`[${words}](${address.value})\n${notes.map((note) => `-# ${note}`).join('\n')}`);
}

/**
 * Spreads quotations over pages. One that is too long for a page is parted at sentence ends, and each part is a quotation of its own, with
 * its own attribution; nothing is ever left out. A single sentence that fills more than a page stands alone on one.
 */
export function pagesOf(
  quotations: readonly Quotation[],
  report: Report,
  translator: Translator,
): readonly (readonly Quotation[])[] {
  const pieces = quotations.flatMap((quotation) =>
    splitAtSentences(report, quotation, (piece) => fits([piece], report, translator)),
  );
  const pages: Quotation[][] = [];
  for (const piece of pieces) {
    const last = pages.at(-1);
    if (last && fits([...last, piece], report, translator)) last.push(piece);
    else pages.push([piece]);
  }
  return pages;
}

function fits(quotations: readonly Quotation[], report: Report, translator: Translator): boolean {
  const markdown = quotations.map((quotation) => quotedMarkdown(quotation, report, translator)).join('\n');
  return markdown.length <= PAGE_CHARACTERS && Buffer.byteLength(markdown) <= PAGE_BYTES;
}

function quotedMarkdown(quotation: Quotation, report: Report, translator: Translator, mark?: string): string {
  const citation = citationOf(report, quotation);
  const attributions = translator.attributions(citation).map((attribution) => `**${escapeMarkdown(attribution)}**`);
  const above = mark === undefined ? [] : [mark];
  return [
    ...above,
    blockQuote(quotedText(report, quotation)),
    ...attributions,
    `-# ${translator.paragraph(citation)}`,
  ].join('\n');
}
