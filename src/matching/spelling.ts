/**
 * Fuse.js has its place here and nowhere else: it is a scorer of short strings against one typed pattern, good at saying which of a few
 * words looks most like what was typed. Over whole phrasings it takes half a second a question and finds the right one half the time;
 * over the whole vocabulary it takes milliseconds a word. So a deletion index picks the few candidates, and Fuse.js ranks those.
 * Nothing is kept between two calls: what a reader typed is gone when `correct` returns.
 */
import Fuse from 'fuse.js';
import { createDeletionIndex, slipsAllowed, type DeletionIndex } from './deletion-index.ts';
import { slipCost, slipsBetween } from './edit-distance.ts';
import type { OrdinarySpelling } from './ordinary-spelling.ts';

export interface Spelling {
  /** The word, or the two words run together, that were probably meant; undefined where nothing is near. `ordinary` is asked for words that are none of these. */
  readonly correct: (typed: string, ordinary?: OrdinarySpelling) => readonly string[] | undefined;
}

/** Fuse.js is given at most this many words. */
const MOST_CANDIDATES = 50;
/** Fuse.js drops candidates above this score (0 equal, 1 nothing in common); the index has already held them to two slips. */
const FUSE_THRESHOLD = 0.7;
/** Shorter words are left as they are. */
const SHORTEST_CORRECTED = 3;
/** Longer runs of letters are no slips, and what is left of them without two letters would be many hundreds. */
const LONGEST_CORRECTED = 24;
/** Shortest part of two words run together; shorter parts are found in almost every word. */
const SHORTEST_PART = 2;

/** Corrects words by a vocabulary; `countOf` says how many phrasings use a word, and the more frequent wins where two are as near. */
export function createSpelling(words: readonly string[], countOf: (word: string) => number): Spelling {
  // Made at the first slip that is met: a start need not wait for it.
  let index: DeletionIndex | undefined;
  const known = new Set(words);

  /** How much a word's use speaks for it, 0 to 0.3: a thousand times as often used outweighs one kind of slip. */
  function usage(word: string): number {
    return Math.min(0.3, Math.log10(1 + countOf(word)) / 10);
  }

  function nearest(typed: string): { readonly word: string; readonly slips: number } | undefined {
    if (typed.length < SHORTEST_CORRECTED || typed.length > LONGEST_CORRECTED || /\P{L}/u.test(typed)) return undefined;
    index ??= createDeletionIndex(words);
    const near = index
      .near(typed)
      .map((position) => words[position]!)
      .map((word) => ({ word, slips: slipsBetween(typed, word, slipsAllowed(typed, word)) }))
      .filter(({ word, slips }) => slips <= slipsAllowed(typed, word));
    const fewest = Math.min(...near.map(({ slips }) => slips));
    const candidates = near
      .filter(({ slips }) => slips === fewest)
      .map((candidate) => ({ ...candidate, cost: fewest === 1 ? slipCost(typed, candidate.word) - usage(candidate.word) : 0 }))
      .sort((a, b) => a.cost - b.cost || countOf(b.word) - countOf(a.word) || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_CANDIDATES);
    const [likeliest] = candidates;
    // One slip tells by its kind which word was meant; of words two slips away, Fuse.js says which looks most like it.
    if (likeliest === undefined || fewest === 1 || candidates.length < 2) return likeliest;
    const fuse = new Fuse(candidates, {
      keys: ['word'],
      includeScore: true,
      ignoreFieldNorm: true,
      threshold: FUSE_THRESHOLD,
      distance: typed.length * 2,
    });
    return fuse.search(typed, { limit: 1 })[0]?.item ?? candidates[0];
  }

  /** Two words of the vocabulary run together; the pair whose rarer word is most frequent. */
  function split(typed: string): readonly string[] | undefined {
    let best: { readonly parts: readonly string[]; readonly count: number } | undefined;
    for (let at = 1; at < typed.length; at += 1) {
      const parts = [typed.slice(0, at), typed.slice(at)] as const;
      if (!parts.every((part) => known.has(part) && (part.length >= SHORTEST_PART || part === 'a' || part === 'i'))) continue;
      const count = Math.min(...parts.map(countOf));
      if (best === undefined || count > best.count) best = { parts, count };
    }
    return best?.parts;
  }

  return {
    correct(typed, ordinary) {
      const near = nearest(typed);
      if (near?.slips === 1) return [near.word];
      const elsewhere = ordinary?.(typed);
      if (elsewhere !== undefined) return [elsewhere];
      return split(typed) ?? (near === undefined ? undefined : [near.word]);
    },
  };
}
