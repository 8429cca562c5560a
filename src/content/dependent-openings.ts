/** Finds quotations that do not stand alone, by the word that they begin with. */

import { quotedText, type Quotation } from './quotation.ts';
import type { Report } from './report.ts';

/** First words that refer to what was said before. Languages not listed here are not checked. */
const OPENINGS: Readonly<Partial<Record<string, RegExp>>> = {
  en: /^(?:They|Them|Their|He|Him|His|She|Her|It|Its|This|That|These|Those|But|And|So|Yet|However|Also|Then|Instead)\b/,
};

/**
 * The word at the beginning of a quotation that leans on the words before it, unless some of
 * these are shown as well: `undefined` if the quotation stands as it is.
 * @param shown all that stands beside it: other quotations, and the context
 */
export function dependentOpening(
  report: Report,
  quotation: Quotation,
  shown: readonly Quotation[],
): string | undefined {
  if (quotation.passage === 1 && quotation.start === 0) return undefined; // nothing stands before it
  const language = new Intl.Locale(report.language).language;
  const [word] = OPENINGS[language]?.exec(quotedText(report, quotation)) ?? [];
  return shown.some((other) => isJustBefore(other, quotation)) ? undefined : word;
}

/** Whether it is what a reader of the report has just read: a passage begun, or the one before. */
function isJustBefore(other: Quotation, { passage, start }: Quotation): boolean {
  if (other.passage === passage) return other.start < start;
  return start === 0 && other.passage === passage - 1;
}
