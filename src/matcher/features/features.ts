import { HASH_PRIME, HASH_SEED, hashOf, mix } from '../hash.ts';
import type { Kinship } from './similar-words.ts';
import type { Reading } from '../text/analyze.ts';
import type { Step } from '../steps.ts';

/** What a feature is made of, and how much all features of that kind together count; found by trial on CLINC150 and BANKING77. */
export const KIND_WEIGHTS = {
  /** What a word means: its stem, or what the lexicon reads it as. */
  meaning: 0.5,
  /** A word as it is, and its kin among the FAQ's words: "cop" is a little of "police". */
  kindred: 1.4,
  /** Two meanings next to each other, in their order; the ends of the question count as well. */
  neighbours: 1,
  /** Two meanings in the same question, in any order. */
  pair: 1,
  /** Three to five letters of a word, which slips and endings leave alone. */
  letters: 1,
} as const;

export type FeatureKind = keyof typeof KIND_WEIGHTS;
export const FEATURE_KINDS = Object.keys(KIND_WEIGHTS) as readonly FeatureKind[];

/** What features are read with. */
export interface FeatureContext {
  readonly kinship: Kinship;
  readonly without: readonly Step[];
}

/**
 * Called with each feature of a question: its key, how telling it is in ordinary language (0 to 1), and the first and last word
 * (in `reading.tokens`) that it is made of.
 */
export type FeatureVisitor = (key: number, kind: FeatureKind, tellingness: number, from: number, to: number) => void;

/** Shows the visitor every feature of a question; one that occurs twice is shown twice. Keys are hashes of {@link KEY_BITS} bits. */
export function forEachFeature(reading: Reading, { kinship, without }: FeatureContext, visit: FeatureVisitor): void {
  const meanings = reading.tokens.flatMap(({ meaning, word }, at) => {
    return meaning === '' ? [] : [{ at, hash: hashOf(meaning), telling: Math.sqrt(kinship.tellingness(word)) }];
  });
  for (const { at, hash, telling } of meanings) visit(keyOf(hash, MEANING), 'meaning', telling, at, at);
  if (!without.includes('word-pairs')) visitPairs(meanings, visit);
  reading.tokens.forEach(({ word, surface }, at) => {
    const telling = Math.sqrt(kinship.tellingness(word));
    if (surface !== '') visit(keyOf(hashOf(surface), MEANING), 'meaning', telling * SURFACE_SHARE, at, at);
    if (!without.includes('letters')) visitLetters(word, (key) => visit(key, 'letters', 1, at, at));
    if (kinship.isEmpty) return;
    visit(keyOf(hashOf(word), KINDRED), 'kindred', telling, at, at);
    kinship.forEachKin(word, (hash, closeness, kinTelling) =>
      visit(keyOf(hash, KINDRED), 'kindred', closeness * Math.sqrt(kinTelling), at, at),
    );
  });
}

/** Hashes are cut to this many bits: fewer make the stored matcher smaller; at 24, one in 150 of 110,000 features meets another. */
export const KEY_BITS = 24;

/** A word that the lexicon gave another meaning still counts as itself, in part. */
const SURFACE_SHARE = 0.5;
/** Meanings further apart than this many words are not paired: long questions would drown in chance pairs. */
const PAIR_WINDOW = 8;
const SHORTEST_LETTERS = 3;
const LONGEST_LETTERS = 5;

const MEANING = 1;
const NEIGHBOURS = 2;
const PAIR = 3;
const LETTERS = 4;
const KINDRED = 5;
const START = 0x5eed;
const END = 0xe4d;

interface PlacedMeaning {
  readonly at: number;
  readonly hash: number;
  readonly telling: number;
}

function visitPairs(meanings: readonly PlacedMeaning[], visit: FeatureVisitor): void {
  for (let index = 0; index <= meanings.length; index += 1) {
    const left = meanings[index - 1];
    const right = meanings[index];
    if (left === undefined && right === undefined) return;
    const key = keyOf(mix(left?.hash ?? START, right?.hash ?? END), NEIGHBOURS);
    const telling = Math.sqrt((left?.telling ?? END_TELLING) * (right?.telling ?? END_TELLING));
    visit(key, 'neighbours', telling, left?.at ?? right!.at, right?.at ?? left!.at);
    if (right === undefined) return;
    for (let earlier = Math.max(0, index - PAIR_WINDOW); earlier < index; earlier += 1) {
      const { at, hash, telling: other } = meanings[earlier]!;
      if (hash === right.hash) continue;
      const [low, high] = hash < right.hash ? [hash, right.hash] : [right.hash, hash];
      visit(keyOf(mix(low, high), PAIR), 'pair', Math.sqrt(other * right.telling), at, right.at);
    }
  }
}

/** The beginning and the end of a question are about as telling as a word of middling frequency. */
const END_TELLING = 0.7;

/** The n-grams of "<word>", whose angle brackets tell its beginning and end from its middle. */
function visitLetters(word: string, visit: (key: number) => void): void {
  const length = word.length + 2;
  for (let start = 0; start + SHORTEST_LETTERS <= length; start += 1) {
    let hash = HASH_SEED;
    const end = Math.min(start + LONGEST_LETTERS, length);
    for (let at = start; at < end; at += 1) {
      const code = at === 0 ? LESS_THAN : at === length - 1 ? GREATER_THAN : word.charCodeAt(at - 1);
      hash = Math.imul(hash ^ code, HASH_PRIME);
      if (at - start + 1 >= SHORTEST_LETTERS) visit(keyOf(hash, LETTERS));
    }
  }
}

const LESS_THAN = 60;
const GREATER_THAN = 62;

/** A key of {@link KEY_BITS} bits whose every bit depends on every bit of the hash and the kind (mixed as in the finaliser of MurmurHash3). */
function keyOf(hash: number, kind: number): number {
  let mixed = Math.imul(hash ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> (32 - KEY_BITS);
}
