/** What a reader needs to check a quotation against the original. */

import { attributionsIn, type AttributedShare, type Quotation } from './quotation.ts';
import { passageOf, type Report } from './report.ts';

/**
 * Who says the quoted words, and where they appear. The fields are data; nothing is put into words.
 */
export interface Citation {
  readonly attributions: readonly AttributedShare[];
  readonly title: string;
  readonly paragraph: number;
  /** Whether the paragraph is a photo caption. */
  readonly caption: boolean;
  /** The address of the outlet's original. */
  readonly link: string;
}

export function citationOf(report: Report, quotation: Quotation): Citation {
  const { title, address } = report.known;
  return {
    attributions: attributionsIn(report, quotation),
    title: title.value,
    paragraph: quotation.passage,
    caption: passageOf(report, quotation.passage)?.caption ?? false,
    link: address.value,
  };
}
