/** What the bot decided about a question. */

import type { Entry, EntryAnswer } from '../content/faq.ts';

/** `candidates` come best first, at most the matcher's `MAX_CHOICES`. */
export type Answer =
  | AnswerFromEntry
  /** The question could mean any of the candidates: two at least. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Entry[] }
  /** The question is about something else, or can't be understood. */
  | { readonly kind: 'unanswered' };

/**
 * One entry answers. `kind`, and what goes with it, is the entry's own: `quoted` with its
 * quotations, `not_stated` with the closest passages, `known` with the fields that answer in place
 * of the text.
 */
export type AnswerFromEntry = EntryAnswer & {
  readonly entry: Entry;
  /** The estimated chance, 0 to 1, that this entry is what was meant. */
  readonly confidence: number;
  /** The runners-up. */
  readonly candidates: readonly Entry[];
};

export function isFromEntry(answer: Answer): answer is AnswerFromEntry {
  return 'entry' in answer;
}
