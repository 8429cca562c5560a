import { hashOf } from './hash.ts';

/** Finds words that are a slip or two away without comparing with all of them. */
export interface DeletionIndex {
  /** Positions of words that may be within {@link slipsAllowed} of `typed`; some are not. Each once, in no order. */
  readonly near: (typed: string) => readonly number[];
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
  const hashes: number[] = [];
  const owners: number[] = [];
  words.forEach((word, position) => {
    for (const hash of remaindersOf(word)) {
      hashes.push(hash);
      owners.push(position);
    }
  });
  const bucketBits = Math.max(1, Math.ceil(Math.log2(hashes.length + 1)));
  const bucketOf = (hash: number): number => hash >>> (32 - bucketBits);
  const starts = new Uint32Array(2 ** bucketBits + 1);
  for (const hash of hashes) starts[bucketOf(hash) + 1]! += 1;
  for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket]! += starts[bucket - 1]!;
  const filled = starts.slice();
  const sortedHashes = new Uint32Array(hashes.length);
  const sortedOwners = new Uint32Array(hashes.length);
  hashes.forEach((hash, index) => {
    const slot = filled[bucketOf(hash)]!;
    filled[bucketOf(hash)]! += 1;
    sortedHashes[slot] = hash;
    sortedOwners[slot] = owners[index]!;
  });
  return {
    near(typed) {
      const found = new Set<number>();
      for (const hash of remaindersOf(typed)) {
        const end = starts[bucketOf(hash) + 1]!;
        for (let slot = starts[bucketOf(hash)]!; slot < end; slot += 1) {
          if (sortedHashes[slot] === hash) found.add(sortedOwners[slot]!);
        }
      }
      return [...found];
    },
  };
}

/** Hashes of the word and of what is left of it without one letter, or two where two slips are looked for. */
function remaindersOf(word: string): Set<number> {
  const remainders = new Set([hashOf(word)]);
  // What was typed may be the shorter of the two: three letters meant as four, six meant as seven.
  const deletions = allowedAt(word.length + 1);
  for (let first = 0; deletions > 0 && first < word.length; first += 1) {
    const shorter = word.slice(0, first) + word.slice(first + 1);
    remainders.add(hashOf(shorter));
    for (let second = first; deletions > 1 && second < shorter.length; second += 1) {
      remainders.add(hashOf(shorter.slice(0, second) + shorter.slice(second + 1)));
    }
  }
  return remainders;
}
