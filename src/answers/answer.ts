/** What the bot decided about a question. */

import type { Entry } from '../content/faq.ts';

/** At most this many entries are offered to choose from. Discord would take 25; more than five is no choice but a list. */
export const MOST_CANDIDATES = 5;

/** `confidence` is the estimated chance, 0 to 1, that `entry` is what was meant. Candidates come best first, at most five. */
export type Answer =
  /** The report answers: the entry's quotations. `candidates` are the runners-up. */
  | {
      readonly kind: 'quoted';
      readonly entry: Entry;
      readonly confidence: number;
      readonly candidates: readonly Entry[];
    }
  /** The report does not say: the entry has the closest passages, or what else is known. `candidates` are the runners-up. */
  | {
      readonly kind: 'not_stated';
      readonly entry: Entry;
      readonly confidence: number;
      readonly candidates: readonly Entry[];
    }
  /** It could mean one of the candidates: two to five. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Entry[] }
  /** It is about something else, or can't be recognised. */
  | { readonly kind: 'unanswered' };
