import { slipsBetween } from './edit-distance.ts';

/** The frequent words of a language: most of them are none of the FAQ's own. */
export interface OrdinaryWords {
  /** How often the word is used, as a share (0 to 1) of all words; 0 for one that is not among the frequent words. */
  readonly shareOf: (word: string) => number;
  /** The word that was probably meant: one slip away, with the same first letter, the most frequent of several. */
  readonly correct: (typed: string) => string | undefined;
}

/** For a matcher without word vectors. */
export const NO_ORDINARY_WORDS: OrdinaryWords = { shareOf: () => 0, correct: () => undefined };

/** Shorter words are one slip from too many others. */
const SHORTEST_CORRECTED = 5;

/**
 * How often the most frequent words are used: the word of rank r (1 the most frequent) is about this share, divided by r, of all words (Zipf's law;
 * for English the constant is near 0.1).
 */
const ZIPF = 0.1;

/**
 * @param words ordinary words, most frequent first; `ranks` has the place of each, from 0. They are too many for the deletion index to be worth its room, and a slip in one that the FAQ does
 *   not use is rare: a look through those of the same first letter takes up to a millisecond.
 */
export function createOrdinaryWords(words: readonly string[], ranks: ReadonlyMap<string, number>): OrdinaryWords {
  const byStart = new Map<string, string[]>();
  for (const word of words) {
    const start = word.charAt(0);
    const alike = byStart.get(start);
    if (alike === undefined) byStart.set(start, [word]);
    else alike.push(word);
  }
  return {
    shareOf(word) {
      const rank = ranks.get(word);
      return rank === undefined ? 0 : ZIPF / (rank + 1);
    },
    correct(typed) {
      if (typed.length < SHORTEST_CORRECTED || /[^a-z]/.test(typed)) return undefined;
      return byStart
        .get(typed.charAt(0))
        ?.find((word) => Math.abs(word.length - typed.length) <= 1 && slipsBetween(typed, word, 1) <= 1);
    },
  };
}
