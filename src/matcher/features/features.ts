import { addToHash, combineHashes, HASH_SEED, hashOf } from '../encoding/hash.ts';
import type { AnalyzedText } from '../text/analyze.ts';
import type { SimilarWords } from './similar-words.ts';

export const FEATURE_KINDS = [
  /** A word, and the words of the FAQ that are used like it: "cop" is a little of "police". */
  'word',
  /** The stems of two words in a row; the start and the end of the question count as stems. */
  'bigram',
  /** The stems of two words of one question not far apart, in any order. */
  'skipBigram',
  /** Three or four letters of a word, which typos and endings leave alone. */
  'charNgram',
] as const;

export type FeatureKind = (typeof FEATURE_KINDS)[number];

/** The place of each kind in {@link FEATURE_KINDS}: features are visited in their thousands. */
const KIND = { word: 0, bigram: 1, skipBigram: 2, charNgram: 3 } as const;

/** How much all features of a kind together count in a question, in the order of the kinds. */
export const KIND_WEIGHTS: readonly number[] = [1.4, 1, 1, 1];

/**
 * Called with each feature of a question: its key, the place of its kind in {@link FEATURE_KINDS},
 * its informativeness (0 to 1), and the first and last of the tokens that it is made of.
 */
export type FeatureVisitor = (key: number, kind: number, informativeness: number, from: number, to: number) => void;

/**
 * Visits every feature of a question; one that occurs twice is visited twice. Keys are hashes of
 * {@link KEY_BITS} bits: strings would take several times the time and room.
 */
export function forEachFeature({ tokens }: AnalyzedText, similarWords: SimilarWords, visit: FeatureVisitor): void {
  const stems: PlacedStem[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const { word, stem } = tokens[at]!;
    const informativeness = Math.sqrt(similarWords.informativeness(word));
    visit(keyOf(hashOf(word), SALT.word), KIND.word, informativeness, at, at);
    similarWords.forEachSimilar(word, (hash, similarity, ofSimilar) =>
      visit(keyOf(hash, SALT.word), KIND.word, similarity * Math.sqrt(ofSimilar), at, at),
    );
    visitCharNgrams(word, at, visit);
    stems.push({ at, hash: hashOf(stem), informativeness });
  }
  visitPairs(stems, visit);
}

/**
 * Fewer bits make the prepared file smaller and let more features share a key. With 24 bits and
 * 110,000 features, one in 150 shares its key with another.
 */
export const KEY_BITS = 24;

/** Words further apart than this are not paired: long questions would drown in chance pairs. */
const SKIP_BIGRAM_WINDOW = 4;
const SHORTEST_NGRAM = 3;
const LONGEST_NGRAM = 4;

/** Keeps the keys of the kinds apart. */
const SALT = { word: 1, bigram: 2, skipBigram: 3, charNgram: 4 } as const;

interface PlacedStem {
  readonly at: number;
  readonly hash: number;
  readonly informativeness: number;
}

function visitPairs(stems: readonly PlacedStem[], visit: FeatureVisitor): void {
  let last: PlacedStem | undefined;
  for (let index = 0; index < stems.length; index += 1) {
    const stem = stems[index]!;
    visitBigram(last ?? placedAt(stem, START), stem, visit);
    for (let earlier = Math.max(0, index - SKIP_BIGRAM_WINDOW); earlier < index; earlier += 1) {
      const first = stems[earlier]!;
      if (first.hash !== stem.hash) visitSkipBigram(first, stem, visit);
    }
    last = stem;
  }
  if (last !== undefined) visitBigram(last, placedAt(last, END), visit);
}

/** The start and the end of a question tell about as much as a word of middling frequency. */
const START = { hash: 0x5eed, informativeness: 0.7 } as const;
const END = { hash: 0xe4d, informativeness: 0.7 } as const;

function placedAt({ at }: PlacedStem, { hash, informativeness }: Omit<PlacedStem, 'at'>): PlacedStem {
  return { at, hash, informativeness };
}

function visitBigram(left: PlacedStem, right: PlacedStem, visit: FeatureVisitor): void {
  const key = keyOf(combineHashes(left.hash, right.hash), SALT.bigram);
  visit(key, KIND.bigram, Math.sqrt(left.informativeness * right.informativeness), left.at, right.at);
}

function visitSkipBigram(first: PlacedStem, second: PlacedStem, visit: FeatureVisitor): void {
  const [low, high] = first.hash < second.hash ? [first, second] : [second, first];
  const key = keyOf(combineHashes(low.hash, high.hash), SALT.skipBigram);
  visit(key, KIND.skipBigram, Math.sqrt(first.informativeness * second.informativeness), first.at, second.at);
}

/** The n-grams of "<word>": the angle brackets tell its start and end from its middle. */
function visitCharNgrams(word: string, at: number, visit: FeatureVisitor): void {
  const marked = `<${word}>`;
  for (let start = 0; start + SHORTEST_NGRAM <= marked.length; start += 1) {
    const end = Math.min(start + LONGEST_NGRAM, marked.length);
    let hash = HASH_SEED; // carried on from one length to the next
    for (let letter = start; letter < end; letter += 1) {
      hash = addToHash(hash, marked.charCodeAt(letter));
      if (letter - start + 1 >= SHORTEST_NGRAM) visit(keyOf(hash, SALT.charNgram), KIND.charNgram, 1, at, at);
    }
  }
}

/**
 * A key of {@link KEY_BITS} bits, each of which depends on every bit of the hash and the salt
 * (mixed like the finalizer of MurmurHash3).
 */
function keyOf(hash: number, salt: number): number {
  let mixed = Math.imul(hash ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> (32 - KEY_BITS);
}
