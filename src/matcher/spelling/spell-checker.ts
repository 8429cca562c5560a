/**
 * Fuse.js has its place here and nowhere else: it is a scorer of short strings against one typed pattern, good at saying which of a few
 * words looks most like what was typed. Over whole phrasings it takes half a second a question and finds the right one half the time;
 * over the whole vocabulary it takes milliseconds a word. So a deletion index picks the few candidates, and Fuse.js ranks those.
 * Nothing is kept between two calls: what a reader typed is gone when `correct` returns.
 */
import Fuse from 'fuse.js';
import { createDeletionIndex, slipsAllowed, type DeletionIndex } from './deletion-index.ts';
import { slipCost, slipsBetween } from './edit-distance.ts';
import { NO_ORDINARY_WORDS, type OrdinaryWords } from './frequent-words.ts';

export interface Spelling {
  /** What was probably meant: a word, or the two that were run together; undefined where it is best left as it is. For words that the FAQ does not use. */
  readonly correct: (typed: string, ordinary?: OrdinaryWords) => readonly string[] | undefined;
}

/** Fuse.js is given at most this many words. */
const MOST_CANDIDATES = 50;
/** Fuse.js drops candidates above this score (0 equal, 1 nothing in common); the index has already held them to two slips. */
const FUSE_THRESHOLD = 0.7;
/** Shorter words are left as they are. */
const SHORTEST_CORRECTED = 3;
/** Shorter short forms are no words to correct to. */
const SHORTEST_CORRECTED_FORM = 4;
/** Longer runs of letters are no slips, and what is left of them without two letters would be many hundreds. */
const LONGEST_CORRECTED = 24;
/**
 * How often a word is typed with one given slip, as a share (0 to 1) of its uses. An ordinary word that the FAQ does not use ("dose") is
 * taken for a slip in one of the FAQ's ("does") where that is likelier than that it was meant: with this, 31 of 16,000 ordinary words are. Chosen: at a
 * tenth 2 of 100 slips fewer are restored, at four times three times as many ordinary words are misread.
 */
const SHARE_OF_A_SLIP = 0.005;
/** Such a slip costs at most this (see `slipCost`): letters swapped, doubled or lost, or a neighbouring key. */
const MOST_COST_OF_A_SLIP = 0.4;
/** Shortest part of two words run together; shorter parts are found in almost every word. */
const SHORTEST_PART = 2;
/** A part that the FAQ does not use, or that has a slip itself, is longer. */
const SHORTEST_UNKNOWN_PART = 4;
/**
 * Least chance, 0 to 1, of two words to stand together, were each drawn by its share of all words: below it what was typed is more likely a word that
 * is not known than two run together. Nine in ten neighbours in questions of strangers are above 1e-8, and most wrong cuts ("key ed", "re funded") below.
 */
const LEAST_CHANCE_OF_TWO = 1e-8;
/** The same where one of the two has a slip. */
const LEAST_CHANCE_OF_TWO_WITH_SLIP = 1e-7;
/** Two words of at least so many letters need not be frequent: hardly any word is made of two such by chance. */
const LONG_PART = 4;
/** A word that only the lexicon has is as rare as this. */
const LEAST_SHARE = 1e-7;
/** A short form ("ppl") is as frequent as this: they are counted as what they stand for. */
const SHARE_OF_SHORT_FORM = 1e-4;
/** Of a reader's words, about this share (0 to 1) are ordinary words that the FAQ does not use. */
const ORDINARY_SHARE = 0.1;
/** How much a word's use speaks for it, beside what its slip costs: by the logarithm of how many phrasings have it, at most so much. Half and twice do as well. */
const USAGE_WEIGHT = 0.15;
const MOST_USAGE = 0.5;

/** Corrects words by a vocabulary; `countOf` says how many phrasings use a word, and the more frequent wins where two are as near. */
export function createSpelling(
  words: readonly string[],
  countOf: (word: string) => number,
  shortForms: ReadonlySet<string> = new Set(),
): Spelling {
  // Made at the first slip that is met: a start need not wait for it.
  let index: DeletionIndex | undefined;
  const known = new Set(words);
  // A slip can be in a short form too ("ifo" for "info"), but of the shortest any letters are one slip from one.
  const targets = [
    ...words,
    ...[...shortForms].filter((form) => form.length >= SHORTEST_CORRECTED_FORM && !known.has(form)),
  ];
  const uses = Math.max(
    1,
    words.reduce((sum, word) => sum + countOf(word), 0),
  );
  /** Share (0 to 1) of all words of the phrasings. */
  const shareInFaq = (word: string): number => countOf(word) / uses;

  function usage(word: string): number {
    return Math.min(MOST_USAGE, USAGE_WEIGHT * Math.log10(1 + countOf(word)));
  }

  function nearest(typed: string, most: 1 | 2): { readonly word: string; readonly slips: number } | undefined {
    if (typed.length < SHORTEST_CORRECTED || typed.length > LONGEST_CORRECTED || /\P{L}/u.test(typed)) return undefined;
    index ??= createDeletionIndex(targets);
    const near = index
      .near(typed, most)
      .map((position) => targets[position]!)
      .map((word) => ({ word, slips: slipsBetween(typed, word, most) }))
      .filter(({ word, slips }) => slips <= Math.min(most, slipsAllowed(typed, word)));
    const fewest = Math.min(...near.map(({ slips }) => slips));
    const candidates = near
      .filter(({ slips }) => slips === fewest)
      .map((candidate) => ({
        ...candidate,
        cost: fewest === 1 ? slipCost(typed, candidate.word) - usage(candidate.word) : 0,
      }))
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

  /** Whether a word of the FAQ, typed with a slip, is likelier than that the ordinary word was meant which stands there. */
  function isLikelier(word: string, typed: string, genuine: number): boolean {
    return slipCost(typed, word) <= MOST_COST_OF_A_SLIP && SHARE_OF_A_SLIP * shareInFaq(word) > genuine;
  }

  /** The likeliest of the ways to read it as two words run together: both as they are, or one of them with a slip. */
  function split(typed: string, withSlip: boolean, shareOf: (part: string) => number): readonly string[] | undefined {
    let best: readonly string[] | undefined;
    const least = withSlip ? LEAST_CHANCE_OF_TWO_WITH_SLIP : LEAST_CHANCE_OF_TWO;
    let highest = 0;
    for (let at = 1; at < typed.length; at += 1) {
      const parts = [typed.slice(0, at), typed.slice(at)];
      if (parts[1]!.length < SHORTEST_PART || (at < SHORTEST_PART && parts[0] !== 'a' && parts[0] !== 'i')) continue;
      const wrong = parts.findIndex((part) => shareOf(part) === 0);
      if (withSlip ? wrong < 0 : wrong >= 0) continue;
      if (withSlip) {
        if (parts[wrong]!.length < SHORTEST_UNKNOWN_PART || shareOf(parts[1 - wrong]!) === 0) continue;
        const near = nearest(parts[wrong]!, 1);
        if (near === undefined) continue;
        parts[wrong] = near.word;
      }
      const chance = shareOf(parts[0]!) * shareOf(parts[1]!);
      const isLong = parts.every((part) => part.length >= LONG_PART);
      if (chance <= highest || (chance < least && !isLong)) continue;
      highest = chance;
      best = parts;
    }
    return best;
  }

  return {
    correct(typed, ordinary = NO_ORDINARY_WORDS) {
      const shareOf = (part: string): number => {
        if (shortForms.has(part)) return SHARE_OF_SHORT_FORM;
        if (known.has(part)) return Math.max(LEAST_SHARE, shareInFaq(part));
        return part.length < SHORTEST_UNKNOWN_PART ? 0 : ORDINARY_SHARE * ordinary.shareOf(part);
      };
      const genuine = ordinary.shareOf(typed);
      if (genuine > 0) {
        const meant = nearest(typed, 1);
        return meant !== undefined && isLikelier(meant.word, typed, genuine) ? [meant.word] : undefined;
      }
      const near = nearest(typed, 2);
      if (near?.slips === 1) return [near.word];
      if (countOf(typed) > 0) return undefined; // a few phrasings have it: rare, but no chance letters
      const apart = split(typed, false, shareOf);
      if (apart !== undefined) return apart;
      const elsewhere = ordinary.correct(typed);
      if (elsewhere !== undefined) return [elsewhere];
      return split(typed, true, shareOf) ?? (near === undefined ? undefined : [near.word]);
    },
  };
}
