import { addToHash, HASH_SEED } from '../encoding/hash.ts';
import { startsOf } from '../encoding/typed-arrays.ts';

/** Finds words one or two edits away without comparing with every word. */
export interface DeletionIndex {
  /**
   * Positions of the words that may be within {@link editsAllowed} and `mostEdits` of `typed`,
   * each once, in no order. Some are further away: check with `editDistance`. Looking for one
   * edit takes a fifth of the time.
   */
  readonly candidates: (typed: string, mostEdits: 1 | 2) => readonly number[];
}

/** Short words are one edit from too many others, so the longer of the two words decides. */
export function editsAllowed(typed: string, meant: string): 0 | 1 | 2 {
  return editsAllowedAt(Math.max(typed.length, meant.length));
}

function editsAllowedAt(length: number): 0 | 1 | 2 {
  if (length < SHORTEST_WITH_ONE_EDIT) return 0;
  return length < SHORTEST_WITH_TWO_EDITS ? 1 : 2;
}

const SHORTEST_WITH_ONE_EDIT = 4;
const SHORTEST_WITH_TWO_EDITS = 7;

/**
 * Indexes words by what remains of them after one or two letters are deleted: two words one edit
 * apart share at least one such remainder (symmetric deletion, as in Wolf Garbe's SymSpell).
 *
 * A few thousand words have more than 100,000 remainders. Only their hashes are kept, sorted into
 * buckets in flat arrays: a Map of strings would take ten times the memory and time to build.
 */
export function createDeletionIndex(words: readonly string[]): DeletionIndex {
  let count = 0;
  for (const word of words) forEachRemainder(word, 2, () => (count += 1));
  const bucketBits = Math.max(1, Math.ceil(Math.log2(count + 1)));
  const bucketOf = (hash: number): number => hash >>> (32 - bucketBits);

  const sizes = new Uint32Array(2 ** bucketBits);
  for (const word of words) forEachRemainder(word, 2, (hash) => (sizes[bucketOf(hash)]! += 1));
  const starts = startsOf(sizes);
  const nextFree = starts.slice();
  const hashes = new Uint32Array(count);
  const owners = new Uint32Array(count);
  for (const [position, word] of words.entries()) {
    forEachRemainder(word, 2, (hash) => {
      const slot = nextFree[bucketOf(hash)]!++;
      hashes[slot] = hash;
      owners[slot] = position;
    });
  }

  return {
    candidates(typed, mostEdits) {
      const found = new Set<number>();
      forEachRemainder(typed, mostEdits, (hash) => {
        const bucket = bucketOf(hash);
        const end = starts[bucket + 1]!;
        for (let slot = starts[bucket]!; slot < end; slot += 1) {
          if (hashes[slot] === hash) found.add(owners[slot]!);
        }
      });
      return [...found];
    },
  };
}

/** Visits the hash of the word, and of each remainder of it; the same hash may come twice. */
function forEachRemainder(word: string, mostDeletions: 1 | 2, visit: (hash: number) => void): void {
  visit(hashWithout(word, NO_LETTER, NO_LETTER));
  // The word may be the shorter of the two that are compared, so the longer length counts.
  const deletions = Math.min(mostDeletions, editsAllowedAt(word.length + 1));
  if (deletions === 0) return;
  for (let first = 0; first < word.length; first += 1) {
    visit(hashWithout(word, first, NO_LETTER));
    if (deletions === 1) continue;
    for (let second = first + 1; second < word.length; second += 1) visit(hashWithout(word, first, second));
  }
}

const NO_LETTER = -1;

/** The hash of the word without the letters at two places, found without building that string. */
function hashWithout(word: string, first: number, second: number): number {
  let hash = HASH_SEED;
  for (let at = 0; at < word.length; at += 1) {
    if (at !== first && at !== second) hash = addToHash(hash, word.charCodeAt(at));
  }
  return hash >>> 0;
}
