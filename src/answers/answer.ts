/** What the bot decided about a question. */

import { MAX_CHOICES } from '../matcher/index.ts';
import { quotationsOf, type Entry, type EntryAnswer } from '../content/faq.ts';
import type { Quotation } from '../content/quotation.ts';
import type { SmallTalk } from './conversation.ts';

/** `candidates` come best first, at most the matcher's `MAX_CHOICES`. */
export type Answer =
  | AnswerFromEntry
  | NotCovered
  /** The question could mean any of the candidates: two at least. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Entry[] }
  /** A greeting or the like, or a call for help: no question about the report. */
  | { readonly kind: 'small_talk'; readonly about: SmallTalk }
  /** The question is about something else, or can't be understood. */
  | { readonly kind: 'unanswered' };

/**
 * One entry answers. `kind`, and what goes with it, is the entry's own: `quoted` with its
 * quotations, `not_stated` with the closest passages, `known` with the fields that answer in place
 * of the text.
 */
export type AnswerFromEntry = ((Extract<EntryAnswer, { kind: 'quoted' }> & QuotedAs) | Denial) & {
  readonly entry: Entry;
  /** The estimated chance, 0 to 1, that this entry is what was meant. */
  readonly confidence: number;
  /** The runners-up. */
  readonly candidates: readonly Entry[];
} & NamesAsked;

/** Names in the question that stand nowhere in the report, as the lexicon writes them. */
interface NamesAsked {
  readonly notMentioned: readonly string[];
}

/** How an answer's quotations are shown. */
export interface QuotedAs {
  /** Whether they may not answer exactly what was asked. */
  readonly hedged: boolean;
  /** Whether who says it, and on what basis, stands above them: a reader asked if it is true. */
  readonly basisFirst: boolean;
}
type Denial = Exclude<EntryAnswer, { kind: 'quoted' }>;

/** The question is about the report, but no entry answers it. */
export interface NotCovered extends NamesAsked {
  readonly kind: 'not_covered';
  /**
   * The entry whose passages come closest: it answers another question, or probably denies just
   * this one. `undefined` if none comes near.
   */
  readonly nearest: Entry | undefined;
  /** What it quotes, or names as the closest; empty if no passage comes near. */
  readonly closest: readonly Quotation[];
  /** The estimated chance, 0 to 1, that the report does not say. */
  readonly confidence: number;
  /** The nearest entry, then the runners-up. */
  readonly candidates: readonly Entry[];
}

/**
 * As what an entry's quotations are shown: the answer, a hedged one, either with the basis in
 * front, or the closest passages; or as a denial without any.
 */
export const PRESENTATIONS = ['answer', 'hedged', 'basis', 'hedged-basis', 'closest', 'none-near'] as const;
export type Presentation = (typeof PRESENTATIONS)[number];

/** `hedged` and `basisFirst` make a difference only if the entry quotes the report. */
export function answerFrom(
  entry: Entry,
  confidence: number,
  candidates: readonly Entry[],
  { hedged = false, basisFirst = false, notMentioned = [] }: Partial<QuotedAs & NamesAsked> = {},
): AnswerFromEntry {
  const { answer } = entry;
  // Field by field: copying objects that come from JSON takes longer than all else of an answer.
  switch (answer.kind) {
    case 'quoted': {
      const { kind, quotations } = answer;
      return { kind, quotations, hedged, basisFirst, entry, confidence, candidates, notMentioned };
    }
    case 'not_stated': {
      const { kind, closest } = answer;
      return { kind, closest, entry, confidence, candidates, notMentioned };
    }
    case 'known': {
      const { kind, fields } = answer;
      return { kind, fields, entry, confidence, candidates, notMentioned };
    }
  }
}

export function notCovered(
  nearest: Entry | undefined,
  confidence: number,
  runnersUp: readonly Entry[],
  notMentioned: readonly string[] = [],
): NotCovered {
  return {
    kind: 'not_covered',
    nearest,
    closest: nearest ? quotationsOf(nearest) : [],
    confidence,
    candidates: [...(nearest ? [nearest] : []), ...runnersUp].slice(0, MAX_CHOICES),
    notMentioned,
  };
}

export function isFromEntry(answer: Answer): answer is AnswerFromEntry {
  return 'entry' in answer;
}

/** The entry whose passages are shown; `undefined` if the answer shows none. */
export function shownEntry(answer: AnswerFromEntry): Entry;
export function shownEntry(answer: Answer): Entry | undefined;
export function shownEntry(answer: Answer): Entry | undefined {
  if (answer.kind === 'not_covered') return answer.nearest;
  return isFromEntry(answer) ? answer.entry : undefined;
}

/**
 * Whether a denial says what it took the question to mean. A name that the report lacks says more
 * than the entry's question, which may be about others.
 */
export function tellsReading({ notMentioned }: NamesAsked): boolean {
  return notMentioned.length === 0;
}

/** What stands above an entry's answer. */
export function headingOf(entry: Entry): string {
  return entry.heading ?? entry.question;
}

/** The sentences that make an entry's quotations plain, whatever they are shown as. */
export function contextOf(entry: Entry | undefined): readonly Quotation[] {
  return entry?.context ?? [];
}

export function presentationOf(answer: AnswerFromEntry | NotCovered): Presentation {
  if (answer.kind === 'not_covered') return answer.nearest ? 'closest' : 'none-near';
  if (answer.kind !== 'quoted') return 'answer';
  if (answer.basisFirst) return answer.hedged ? 'hedged-basis' : 'basis';
  return answer.hedged ? 'hedged' : 'answer';
}

/** The reverse, for answers that quote. */
export function quotedAs(presentation: Presentation): QuotedAs {
  return {
    hedged: presentation === 'hedged' || presentation === 'hedged-basis',
    basisFirst: presentation === 'basis' || presentation === 'hedged-basis',
  };
}
