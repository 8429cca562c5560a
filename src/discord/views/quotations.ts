/** Quotations on a card: whole, attributed, and on as many pages as they need. */

import type { APITextDisplayComponent } from 'discord-api-types/v10';
import { citationOf } from '../../content/citation.ts';
import { quotedText, splitAtSentences, type Quotation } from '../../content/quotation.ts';
import type { Report } from '../../content/report.ts';
import type { Translator } from '../../i18n/translator.ts';
import { blockQuote, escapeMarkdown } from './markdown.ts';
import { madeAhead } from './made-ahead.ts';
import { text } from './message.ts';

/**
 * What the quotations on a page may take of a message, in characters, so that all else on the card
 * fits beside them.
 */
const PAGE_CHARACTERS = 2400;
/** The same in UTF-8 bytes: letters beyond Latin take two to four. */
const PAGE_BYTES = 5000;

/** A quotation as it stands on a page. */
export interface QuotationBlock {
  readonly quotation: Quotation;
  /**
   * The quoted words, and right below or above them who says so, in the order in which a screen
   * reader reads them. Context begins with a mark that says so.
   */
  readonly markdown: string;
}

export interface QuotationOptions {
  /** What makes the quotations plain, marked as context below them. */
  readonly context?: readonly Quotation[];
  /** Whether who says so stands above the quoted words. Of context, it always stands below. */
  readonly basisFirst?: boolean;
}

/**
 * Renders quotations and spreads them over pages. A quotation too long for a page is split at
 * sentence ends, and each piece is a quotation of its own with its own attribution: nothing is left
 * out. A sentence too long for a page stands alone on one.
 */
export function quotationPages(
  quotations: readonly Quotation[],
  report: Report,
  translator: Translator,
  { context = [], basisFirst = false }: QuotationOptions = {},
): readonly (readonly QuotationBlock[])[] {
  const blocks = [
    ...quotations.flatMap((quotation) =>
      basisFirst ? blocksBelowBasis(quotation, report, translator) : QUOTATION_BLOCKS.of(quotation, report, translator),
    ),
    ...contextBlocks(context, report, translator),
  ];
  const pages: QuotationBlock[][] = [];
  for (const block of blocks) {
    const last = pages.at(-1);
    if (last && fits([...last, block])) last.push(block);
    else pages.push([block]);
  }
  return pages;
}

/**
 * Sentences that make quotations plain, each with its attribution and a mark that it is context.
 */
export function contextBlocks(
  context: readonly Quotation[],
  report: Report,
  translator: Translator,
): readonly QuotationBlock[] {
  return context.flatMap((quotation) => CONTEXT_BLOCKS.of(quotation, report, translator));
}

/**
 * The report's title, outlet and date as a link to the original, and a reminder of whose words
 * these are.
 */
export function source(report: Report, translator: Translator): APITextDisplayComponent {
  return text(SOURCE.of(report, report, translator));
}

export const SOURCE = madeAhead(sourceMarkdown);
/** With who says so below them, as on most cards. */
export const QUOTATION_BLOCKS = madeAhead(blocksAboveBasis);
export const CONTEXT_BLOCKS = madeAhead(blocksOfContext);

function sourceMarkdown(report: Report, _: Report, translator: Translator): string {
  const { title, address } = report.known;
  const words = translator.t('citation.source', {
    title: escapeMarkdown(title.value),
    date: translator.reportDate,
  });
  const republished = `-# ${translator.t('citation.republished')}`;
  const lines = [`[${words}](${address.value})`, republished];
  if (!translator.isLanguage(report.language)) lines.push(`-# ${translator.t('citation.language')}`);
  return lines.join('\n');
}

function blocksAboveBasis(quotation: Quotation, report: Report, translator: Translator): readonly QuotationBlock[] {
  return quotationBlocks(quotation, report, (piece) => quotationMarkdown(piece, report, translator));
}

function blocksBelowBasis(quotation: Quotation, report: Report, translator: Translator): readonly QuotationBlock[] {
  return quotationBlocks(quotation, report, (piece) => quotationMarkdown(piece, report, translator, true));
}

function blocksOfContext(quotation: Quotation, report: Report, translator: Translator): readonly QuotationBlock[] {
  const mark = `**${translator.t('reply.context')}**`;
  return quotationBlocks(quotation, report, (piece) => `${mark}\n${quotationMarkdown(piece, report, translator)}`);
}

/** One block, or several if the quotation does not fit on a page. */
function quotationBlocks(
  quotation: Quotation,
  report: Report,
  markdownOf: (piece: Quotation) => string,
): readonly QuotationBlock[] {
  const render = (piece: Quotation): QuotationBlock => ({ quotation: piece, markdown: markdownOf(piece) });
  const whole = render(quotation);
  if (fits([whole])) return [whole];
  return splitAtSentences(report, quotation, (piece) => fits([render(piece)])).map(render);
}

function quotationMarkdown(quotation: Quotation, report: Report, translator: Translator, basisFirst = false): string {
  const citation = citationOf(report, quotation);
  const attributions = translator.attributions(citation).map((attribution) => `**${escapeMarkdown(attribution)}**`);
  const quote = blockQuote(quotedText(report, quotation));
  const quoteAndBasis = basisFirst ? [...attributions, quote] : [quote, ...attributions];
  return [...quoteAndBasis, `-# ${translator.paragraph(citation)}`].join('\n');
}

function fits(blocks: readonly QuotationBlock[]): boolean {
  const markdown = blocks.map((block) => block.markdown).join('\n');
  return markdown.length <= PAGE_CHARACTERS && Buffer.byteLength(markdown) <= PAGE_BYTES;
}
