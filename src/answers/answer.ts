/** What the bot decided about a question. */

import { MAX_CHOICES } from '../matcher/index.ts';
import { quotationsOf, type Entry, type EntryAnswer } from '../content/faq.ts';
import type { Quotation } from '../content/quotation.ts';

/** `candidates` come best first, at most the matcher's `MAX_CHOICES`. */
export type Answer =
  | AnswerFromEntry
  | NotCovered
  /** The question could mean any of the candidates: two at least. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Entry[] }
  /** The question is about something else, or can't be understood. */
  | { readonly kind: 'unanswered' };

/**
 * One entry answers. `kind`, and what goes with it, is the entry's own: `quoted` with its
 * quotations, `not_stated` with the closest passages, `known` with the fields that answer in place
 * of the text.
 */
export type AnswerFromEntry = (Hedgeable<Extract<EntryAnswer, { kind: 'quoted' }>> | Denial) & {
  readonly entry: Entry;
  /** The estimated chance, 0 to 1, that this entry is what was meant. */
  readonly confidence: number;
  /** The runners-up. */
  readonly candidates: readonly Entry[];
};

type Hedgeable<Quoted> = Quoted & {
  /** Whether the quotations may not answer exactly what was asked. */
  readonly hedged: boolean;
};
type Denial = Exclude<EntryAnswer, { kind: 'quoted' }>;

/** The question is about the report, but no entry answers it. */
export interface NotCovered {
  readonly kind: 'not_covered';
  /** The entry that comes closest. It answers another question. */
  readonly nearest: Entry;
  /** Its quotations. */
  readonly closest: readonly Quotation[];
  /** The estimated chance, 0 to 1, that the report does not say. */
  readonly confidence: number;
  /** The nearest entry, then the runners-up. */
  readonly candidates: readonly Entry[];
}

/** As what an entry's quotations are shown: the answer, a hedged one, or the closest passages. */
export type Presentation = 'answer' | 'hedged' | 'closest';

/** @param hedged makes a difference only if the entry quotes the report */
export function answerFrom(
  entry: Entry,
  confidence: number,
  candidates: readonly Entry[],
  hedged = false,
): AnswerFromEntry {
  const { answer } = entry;
  const rest = { entry, confidence, candidates };
  return answer.kind === 'quoted' ? { ...answer, hedged, ...rest } : { ...answer, ...rest };
}

export function notCovered(nearest: Entry, confidence: number, runnersUp: readonly Entry[]): NotCovered {
  return {
    kind: 'not_covered',
    nearest,
    closest: quotationsOf(nearest),
    confidence,
    candidates: [nearest, ...runnersUp].slice(0, MAX_CHOICES),
  };
}

export function isFromEntry(answer: Answer): answer is AnswerFromEntry {
  return 'entry' in answer;
}

/** The entry whose passages are shown; `undefined` if the answer shows none. */
export function shownEntry(answer: AnswerFromEntry | NotCovered): Entry;
export function shownEntry(answer: Answer): Entry | undefined;
export function shownEntry(answer: Answer): Entry | undefined {
  if (answer.kind === 'not_covered') return answer.nearest;
  return isFromEntry(answer) ? answer.entry : undefined;
}

export function presentationOf(answer: AnswerFromEntry | NotCovered): Presentation {
  if (answer.kind === 'not_covered') return 'closest';
  return answer.kind === 'quoted' && answer.hedged ? 'hedged' : 'answer';
}
