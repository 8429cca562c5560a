import { HASH_PRIME, HASH_SEED } from '../hash.ts';

/** Finds words that are a slip or two away without comparing with all of them. */
export interface DeletionIndex {
  /**
   * Positions of words that may be within {@link slipsAllowed} of `typed`, and within `most` slips; some are not. Each once, in no order. To look for one slip
   * only takes a fifth of the time.
   */
  readonly near: (typed: string, most?: 1 | 2) => readonly number[];
}

/** Slips looked for between a typed word and one of the FAQ, by the length of the longer: short words are one slip from too many others. */
export function slipsAllowed(typed: string, meant: string): 0 | 1 | 2 {
  return allowedAt(Math.max(typed.length, meant.length));
}

function allowedAt(length: number): 0 | 1 | 2 {
  return length < 4 ? 0 : length < 7 ? 1 : 2;
}

/**
 * An index of words by what is left of them without one or two letters (symmetric deletion, W. Garbe's SymSpell): two words a slip apart
 * share at least one such remainder. Only hashes are kept, in two flat arrays sorted into buckets, about 12 bytes a remainder.
 */
export function createDeletionIndex(words: readonly string[]): DeletionIndex {
  let count = 0;
  for (const word of words) forEachRemainder(word, () => (count += 1));
  const bucketBits = Math.max(1, Math.ceil(Math.log2(count + 1)));
  const bucketOf = (hash: number): number => hash >>> (32 - bucketBits);
  const starts = new Uint32Array(2 ** bucketBits + 1);
  for (const word of words) forEachRemainder(word, (hash) => (starts[bucketOf(hash) + 1]! += 1));
  for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket]! += starts[bucket - 1]!;
  const filled = starts.slice();
  const sortedHashes = new Uint32Array(count);
  const sortedOwners = new Uint32Array(count);
  words.forEach((word, position) =>
    forEachRemainder(word, (hash) => {
      const slot = filled[bucketOf(hash)]!;
      filled[bucketOf(hash)]! += 1;
      sortedHashes[slot] = hash;
      sortedOwners[slot] = position;
    }),
  );
  return {
    near(typed, most = 2) {
      const found = new Set<number>();
      const collect = (hash: number): void => {
        const end = starts[bucketOf(hash) + 1]!;
        for (let slot = starts[bucketOf(hash)]!; slot < end; slot += 1) {
          if (sortedHashes[slot] === hash) found.add(sortedOwners[slot]!);
        }
      };
      forEachRemainder(typed, collect, most);
      return [...found];
    },
  };
}

/** Hashes of the word and of what is left of it without one letter, or two where two slips are looked for and `most` is 2; one may come twice. */
function forEachRemainder(word: string, visit: (hash: number) => void, most: 1 | 2 = 2): void {
  visit(hashWithout(word, -1, -1));
  // What was typed may be the shorter of the two: three letters meant as four, six meant as seven.
  const deletions = Math.min(most, allowedAt(word.length + 1));
  for (let first = 0; deletions > 0 && first < word.length; first += 1) {
    visit(hashWithout(word, first, -1));
    for (let second = first + 1; deletions > 1 && second < word.length; second += 1)
      visit(hashWithout(word, first, second));
  }
}

/** FNV-1a of the word without the letters at two places, without making that word. */
function hashWithout(word: string, first: number, second: number): number {
  let hash = HASH_SEED;
  for (let at = 0; at < word.length; at += 1) {
    if (at !== first && at !== second) hash = Math.imul(hash ^ word.charCodeAt(at), HASH_PRIME);
  }
  return hash >>> 0;
}
