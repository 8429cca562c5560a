import { isWithinOneEdit } from './edit-distance.ts';

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
  let byStart: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    shareOf(word) {
      const rank = ranks.get(word);
      return rank === undefined ? 0 : ZIPF / (rank + 1);
    },
    // A scan of a few hundred words: a deletion index of tens of thousands would be large, and
    // typos in words that the FAQ does not use are rare.
    correct(typed) {
      if (typed.length < SHORTEST_CORRECTED || /[^a-z]/.test(typed)) return undefined;
      byStart ??= groupByStart(words); // not before a word needs it: a start is quicker without
      let best: string | undefined;
      for (let length = typed.length - 1; length <= typed.length + 1; length += 1) {
        const near = byStart.get(startOf(typed, length))?.find((word) => isWithinOneEdit(typed, word));
        if (near !== undefined && (best === undefined || ranks.get(near)! < ranks.get(best)!)) best = near;
      }
      return best;
    },
  };
}

function groupByStart(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const start = startOf(word, word.length);
    const others = groups.get(start);
    if (others === undefined) groups.set(start, [word]);
    else others.push(word);
  }
  return groups;
}

/** Words are kept by their first letter and length. */
function startOf(word: string, length: number): string {
  return `${word.charAt(0)}${length}`;
}

/** Shorter words are one edit from too many others. */
const SHORTEST_CORRECTED = 5;

/**
 * Zipf's law: the word of rank r, 1 being the most frequent, makes up about this share, divided
 * by r, of all words. For English the constant is near 0.1.
 */
const ZIPF = 0.1;
