/** The FAQ made from the report: topics, and what readers ask. Read-only once checked. */

import { isWithin, type Quotation } from './quotation.ts';
import type { FieldName } from './report.ts';

/**
 * Quotations; the closest passages, if the report does not say, or none if no passage comes near;
 * or facts about the report itself.
 */
export type EntryAnswer =
  | { readonly kind: 'quoted'; readonly quotations: readonly Quotation[] }
  | { readonly kind: 'not_stated'; readonly closest: readonly Quotation[] }
  | { readonly kind: 'known'; readonly fields: readonly FieldName[] };

/** One thing readers ask. */
export interface Entry {
  readonly id: string;
  /** Ids that this entry used to have. They still appear in messages that were sent before. */
  readonly aliases: readonly string[];
  /** The id of its topic. */
  readonly topic: string;
  /** What readers pick from a menu, or see while they type. */
  readonly question: string;
  /** What stands above the answer, where that is not the question. */
  readonly heading?: string;
  readonly answer: EntryAnswer;
  /**
   * Sentences of the report, shown beside what the entry quotes to make it plain. They are no part
   * of the answer, and overlap none of its quotations.
   */
  readonly context: readonly Quotation[];
  /** Ids of entries that its readers may want next. */
  readonly related: readonly string[];
}

/** A group of entries. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** 0xRRGGBB: the stripe beside a reply. */
  readonly color: number;
  /** Ids of entries to suggest to readers who have not asked anything yet, best first. */
  readonly featured: readonly string[];
}

export interface Faq {
  readonly topics: readonly Topic[];
  /** Ordered by topic, then as in the topic's file. */
  readonly entries: readonly Entry[];
}

/** The entry with this id or alias, or `undefined` if there is none. */
export function findEntry(faq: Faq, id: string): Entry | undefined {
  return faq.entries.find((entry) => entry.id === id) ?? faq.entries.find(({ aliases }) => aliases.includes(id));
}

/** The topic with this id, or `undefined` if there is none. */
export function findTopic(faq: Faq, id: string): Topic | undefined {
  return faq.topics.find((topic) => topic.id === id);
}

/**
 * The quotations an entry shows: its answer or the closest passages. None for facts about the
 * report.
 */
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

/**
 * Whether all that the other entry answers with is among the quotations that this one shows. Never
 * for an entry that quotes no answer.
 */
export function quotesAllOf(entry: Entry, other: Entry): boolean {
  if (other.answer.kind !== 'quoted') return false;
  const shown = quotationsOf(entry);
  return other.answer.quotations.every((one) => shown.some((whole) => isWithin(one, whole)));
}

/**
 * The paragraphs that answer an entry, each number once, in the order quoted. Empty if the report
 * does not say.
 */
export function paragraphsOf(entry: Entry): readonly number[] {
  if (entry.answer.kind !== 'quoted') return [];
  return [...new Set(entry.answer.quotations.map(({ passage }) => passage))];
}
