import { editDistance } from './edit-distance.ts';

/** The frequent words of a language, most of which the FAQ does not use. */
export interface FrequentWords {
  /** How often the word is used, as a share (0 to 1) of all words; 0 for words not listed. */
  readonly shareOf: (word: string) => number;
  /** The most frequent word one edit away with the same first letter, if there is one. */
  readonly correct: (typed: string) => string | undefined;
}

/** For a matcher without word vectors. */
export const NO_FREQUENT_WORDS: FrequentWords = { shareOf: () => 0, correct: () => undefined };

/**
 * @param words most frequent first
 * @param ranks the place of each word among them, from 0
 */
export function createFrequentWords(words: readonly string[], ranks: ReadonlyMap<string, number>): FrequentWords {
  const byFirstLetter = new Map<string, string[]>();
  for (const word of words) {
    const others = byFirstLetter.get(word.charAt(0));
    if (others === undefined) byFirstLetter.set(word.charAt(0), [word]);
    else others.push(word);
  }
  return {
    shareOf(word) {
      const rank = ranks.get(word);
      return rank === undefined ? 0 : ZIPF / (rank + 1);
    },
    // A linear scan: tens of thousands of words would make a large deletion index, and typos in
    // words that the FAQ does not use are rare.
    correct(typed) {
      if (typed.length < SHORTEST_CORRECTED || /[^a-z]/.test(typed)) return undefined;
      return byFirstLetter
        .get(typed.charAt(0))
        ?.find((word) => Math.abs(word.length - typed.length) <= 1 && editDistance(typed, word, 1) <= 1);
    },
  };
}

/** Shorter words are one edit from too many others. */
const SHORTEST_CORRECTED = 5;

/**
 * Zipf's law: the word of rank r, 1 being the most frequent, makes up about this share, divided
 * by r, of all words. For English the constant is near 0.1.
 */
const ZIPF = 0.1;
