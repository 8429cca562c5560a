import { hashOf } from '../encoding/hash.ts';
import { startsOf } from '../encoding/typed-arrays.ts';
import { createFrequentWords, NO_FREQUENT_WORDS, type FrequentWords } from '../spelling/frequent-words.ts';
import { unpackVectors, type WordVectors } from './word-vectors/word-vectors.ts';

/** What is known of the words of a language: which are used alike, and how much each tells. */
export interface SimilarWords {
  /**
   * Visits the words of the FAQ that are used like this one in ordinary language, as "police" and
   * "officer" are for "cop": the hash, similarity (0 to 1) and informativeness of each. The word
   * itself is not among them.
   */
  readonly forEachSimilar: (word: string, visit: SimilarWordVisitor) => void;
  /**
   * How much a word tells, by how rare it is in the language: 0.2 for "the", 1 for a word that is
   * not among the frequent ones.
   */
  readonly informativeness: (word: string) => number;
  readonly frequentWords: FrequentWords;
}

/** Least informativeness (0 to 1) of a word that tells something: above "who" and "what". */
export const LEAST_TELLING = 0.5;

export type SimilarWordVisitor = (hash: number, similarity: number, informativeness: number) => void;

/** Each frequent word of the language, with the words of the FAQ that are similar. */
export interface SimilarWordsData {
  /** Most frequent first, one a line. */
  readonly words: string;
  /** How many similar words each word has. */
  readonly counts: Uint8Array;
  /** The similar words, as places in `words`. */
  readonly places: Uint16Array;
  /** The similarity of each, from 0 to {@link MOST_SIMILAR}. */
  readonly similarities: Uint8Array;
}

/** Without word vectors no word is like another, and each tells as much as the next. */
export const NO_SIMILAR_WORDS: SimilarWords = {
  forEachSimilar: () => undefined,
  informativeness: () => 1,
  frequentWords: NO_FREQUENT_WORDS,
};

/**
 * Finds each frequent word's nearest words among those of the FAQ, by the cosine of their
 * vectors. Takes seconds.
 * @param faqWords sorted
 * @param isTrusted whether a word may be found similar; one that may be a typo may not
 * @throws RangeError with more vectors than places can be stored
 */
export function findSimilarWords(
  faqWords: readonly string[],
  isTrusted: (word: string) => boolean,
  packed: WordVectors,
): SimilarWordsData {
  const { words, vectors, lengths } = unpackVectors(packed);
  if (words.length > MOST_WORDS)
    throw new RangeError(`There are ${words.length} word vectors, and at most ${MOST_WORDS} can be used.`);
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  const targets = faqWords.filter(isTrusted).flatMap((word) => ranks.get(word) ?? []);
  const groups = packInGroups(targets, vectors, packed.dimensions);
  const shortest = Math.min(...targets.map((target) => lengths[target]!));
  const ofFaq = new Set(faqWords);
  const most = faqWords.length > MANY_WORDS ? MOST_AMONG_MANY : MOST_AMONG_FEW;
  const counts = new Uint8Array(words.length);
  const places: number[] = [];
  const similarities: number[] = [];
  for (const [rank, word] of words.entries()) {
    const mostOfWord = ofFaq.has(word) ? most.toOwn : most.toOther;
    if (mostOfWord === 0) continue;
    const vector = Float64Array.from(vectors.subarray(rank * packed.dimensions, (rank + 1) * packed.dimensions));
    const similar: { target: number; cosine: number }[] = [];
    for (let index = 0; index < groups.length; index += 1) {
      let products = packedProducts(vector, groups[index]!);
      for (let member = 0; member < GROUP_SIZE; member += 1) {
        const others = Math.round(products / SLOT);
        const product = products - others * SLOT;
        products = others;
        if (product < LEAST_COSINE * lengths[rank]! * shortest) continue;
        const target = targets[index * GROUP_SIZE + member];
        if (target === undefined || target === rank) continue;
        const cosine = product / (lengths[rank]! * lengths[target]!);
        if (cosine >= LEAST_COSINE) similar.push({ target, cosine });
      }
    }
    similar.sort((a, b) => b.cosine - a.cosine);
    const nearest = similar.slice(0, mostOfWord);
    counts[rank] = nearest.length;
    for (const { target, cosine } of nearest) {
      places.push(target);
      similarities.push(Math.min(MOST_SIMILAR, Math.round(MOST_SIMILAR * cosine ** COSINE_POWER)));
    }
  }
  return {
    words: packed.words,
    counts,
    places: Uint16Array.from(places),
    similarities: Uint8Array.from(similarities),
  };
}

/** Places are stored in 16 bits. */
const MOST_WORDS = 2 ** 16;
/**
 * Least cosine of two similar words, 0 to 1: at 0.4 "address" and "house", below it mere company.
 */
const LEAST_COSINE = 0.4;
/** Similarity is the cosine to this power. */
const COSINE_POWER = 2;
/** Similarity is stored in this many steps: four bits, which compress well. */
const MOST_SIMILAR = 15;
/**
 * The most similar words that a word of the FAQ has, and another word. With few phrasings, similar
 * words have more to make up for; with many, hardly any question has another word.
 */
const MOST_AMONG_FEW = { toOwn: 12, toOther: 5 } as const;
const MOST_AMONG_MANY = { toOwn: 5, toOther: 0 } as const;
/** An FAQ with more different words than this has many. */
const MANY_WORDS = 6000;

/**
 * Packs vectors of small whole numbers in groups, so that one multiplication serves four: a number
 * of 53 bits holds four of 13 bits, enough for the dot product of 64 numbers from -7 to 7.
 */
function packInGroups(ranks: readonly number[], vectors: Int8Array, dimensions: number): readonly Float64Array[] {
  return Array.from({ length: Math.ceil(ranks.length / GROUP_SIZE) }, (_, index) => {
    const group = new Float64Array(dimensions);
    for (let member = 0; member < GROUP_SIZE; member += 1) {
      const rank = ranks[index * GROUP_SIZE + member];
      if (rank === undefined) break;
      for (let at = 0; at < dimensions; at += 1) group[at]! += vectors[rank * dimensions + at]! * SLOT ** member;
    }
    return group;
  });
}

const GROUP_SIZE = 4;
const SLOT = 2 ** 13;

/**
 * The dot products of a vector with each vector of a group, packed as these are: the remainder of a
 * division by {@link SLOT}, between minus and plus half of it, is the first. Exact.
 */
function packedProducts(vector: Float64Array, group: Float64Array): number {
  let products = 0;
  for (let at = 0; at < vector.length; at += 1) products += vector[at]! * group[at]!;
  return products;
}

export function loadSimilarWords(data: SimilarWordsData): SimilarWords {
  const { places, similarities } = data;
  const words = data.words.split('\n');
  const ranks = new Map<string, number>();
  const hashes = new Uint32Array(words.length); // each made when first needed: no start waits for them
  const informativeness = new Float64Array(words.length);
  const highest = Math.log(RANK_OFFSET + words.length);
  // By index: pairs take three times as long, and every start waits for it.
  for (let rank = 0; rank < words.length; rank += 1) {
    ranks.set(words[rank]!, rank);
    informativeness[rank] = Math.log(RANK_OFFSET + rank) / highest;
  }
  const starts = startsOf(data.counts);
  return {
    forEachSimilar(word, visit) {
      const rank = ranks.get(word);
      if (rank === undefined) return;
      for (let at = starts[rank]!; at < starts[rank + 1]!; at += 1) {
        const place = places[at]!;
        visit((hashes[place] ||= hashOf(words[place]!)), similarities[at]! / MOST_SIMILAR, informativeness[place]!);
      }
    },
    informativeness(word) {
      const rank = ranks.get(word);
      return rank === undefined ? 1 : informativeness[rank]!;
    },
    frequentWords: createFrequentWords(words, ranks),
  };
}

/** Keeps the most frequent words from counting as nothing. */
const RANK_OFFSET = 10;
