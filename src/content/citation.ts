/** Where a quotation comes from: what a reader needs to check it. */

import { voicesIn, type Quotation, type VoicedShare } from './quotation.ts';
import { passageOf, type Report } from './report.ts';

/** Who says the quoted words and on what basis, and where they stand. Every field is the report's; nothing is worded here. */
export interface Citation {
  readonly voices: readonly VoicedShare[];
  readonly title: string;
  readonly outlet: string;
  /** ISO date, YYYY-MM-DD. */
  readonly date: string;
  readonly paragraph: number;
  /** Whether the paragraph is a photo's caption. */
  readonly caption: boolean;
  /** The outlet's original. */
  readonly link: string;
}

export function citationOf(report: Report, quotation: Quotation): Citation {
  const { title, publisher, date, address } = report.known;
  return {
    voices: voicesIn(report, quotation),
    title: title.value,
    outlet: publisher.value,
    date: date.value,
    paragraph: quotation.passage,
    caption: passageOf(report, quotation.passage)?.caption ?? false,
    link: address.value,
  };
}
