// Fuse.js is used here only: among the few words that are exactly two edits away, it says which
// looks most like what was typed.
import Fuse from 'fuse.js';
import { createDeletionIndex, editsAllowed, type DeletionIndex } from './deletion-index.ts';
import { editDistance, typoCost } from './edit-distance.ts';

export interface NearestWord {
  readonly word: string;
  readonly edits: number;
}

/** Finds the word that was probably meant, at most `mostEdits` edits away. */
export type FindNearestWord = (typed: string, mostEdits: 1 | 2) => NearestWord | undefined;

/** @param countOf how often a word is used; of words equally near, the more frequent one wins */
export function createNearestWord(words: readonly string[], countOf: (word: string) => number): FindNearestWord {
  let index: DeletionIndex | undefined; // built at the first typo, so that starting does not wait for it

  /** The words with the fewest edits, the likeliest first. */
  function candidatesFor(typed: string, mostEdits: 1 | 2): readonly NearestWord[] {
    index ??= createDeletionIndex(words);
    const near = index.candidates(typed, mostEdits).flatMap((position) => {
      const word = words[position] ?? '';
      const edits = editDistance(typed, word, mostEdits);
      return edits <= Math.min(mostEdits, editsAllowed(typed, word)) ? [{ word, edits }] : [];
    });
    const fewest = Math.min(...near.map(({ edits }) => edits));
    return near
      .filter(({ edits }) => edits === fewest)
      .map(({ word, edits }) => ({ word, edits, cost: edits === 1 ? typoCost(typed, word) - usage(word) : 0 }))
      .sort((a, b) => a.cost - b.cost || countOf(b.word) - countOf(a.word) || (a.word < b.word ? -1 : 1));
  }

  /** What a word's use speaks for it, in the unit of `typoCost`. */
  function usage(word: string): number {
    return Math.min(MOST_USAGE, USAGE_WEIGHT * Math.log10(1 + countOf(word)));
  }

  return (typed, mostEdits) => {
    if (typed.length < SHORTEST_CORRECTED || typed.length > LONGEST_CORRECTED || /\P{L}/u.test(typed)) return undefined;
    const candidates = candidatesFor(typed, mostEdits);
    const [likeliest] = candidates;
    if (likeliest === undefined || likeliest.edits === 1) return likeliest;
    return mostAlike(typed, candidates.slice(0, MOST_COMPARED)) ?? likeliest;
  };
}

/** Shorter words are left as they are. */
const SHORTEST_CORRECTED = 3;
/** Longer words are left as they are: they have hundreds of remainders to look up. */
const LONGEST_CORRECTED = 24;
/**
 * How much use counts beside the kind of typo: so much for each factor of ten in the number of
 * phrasings that use the word, up to a limit.
 */
const USAGE_WEIGHT = 0.15;
const MOST_USAGE = 0.5;

/** The candidate that Fuse.js finds most alike, if any is alike enough. */
function mostAlike(typed: string, candidates: readonly NearestWord[]): NearestWord | undefined {
  if (candidates.length < 2) return candidates[0];
  const fuse = new Fuse(candidates, {
    keys: ['word'],
    includeScore: true,
    ignoreFieldNorm: true,
    threshold: FUSE_THRESHOLD,
    distance: typed.length * 2,
  });
  return fuse.search(typed, { limit: 1 })[0]?.item;
}

/** Bounds the time that Fuse.js takes. */
const MOST_COMPARED = 50;
/** Fuse.js drops what scores above this, from 0 (equal) to 1 (nothing in common). */
const FUSE_THRESHOLD = 0.7;
