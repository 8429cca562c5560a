/** The FAQ made from the report: topics, and the entries that readers ask for. Read-only once checked. */

import type { Quotation } from './quotation.ts';
import type { FieldName } from './report.ts';

/** What an entry answers with: the report's words; the closest passages where it does not say; or what is known of the report. */
export type EntryAnswer =
  | { readonly kind: 'quoted'; readonly quotations: readonly Quotation[] }
  | { readonly kind: 'not_stated'; readonly closest: readonly Quotation[] }
  | { readonly kind: 'known'; readonly fields: readonly FieldName[] };

/** One thing that readers ask. */
export interface Entry {
  readonly id: string;
  readonly topic: string;
  readonly question: string;
  readonly answer: EntryAnswer;
  /** Ids of entries that a reader of this one may want next. */
  readonly related: readonly string[];
}

/** A group of entries. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** 0xRRGGBB, the stripe of a reply. */
  readonly colour: number;
  /** Ids of its most telling entries, best first. */
  readonly telling: readonly string[];
}

export interface Faq {
  readonly topics: readonly Topic[];
  /** In the order of the topics and of their files. */
  readonly entries: readonly Entry[];
}

/** The quotations that an entry shows: its answer, or the closest passages; none for what is known of the report. */
export function quotationsOf(entry: Entry): readonly Quotation[] {
  switch (entry.answer.kind) {
    case 'quoted':
      return entry.answer.quotations;
    case 'not_stated':
      return entry.answer.closest;
    case 'known':
      return [];
  }
}
