import { bytesOf, toText } from '../model/base64.ts';
import { hashOf } from '../hash.ts';
import { createOrdinaryWords, NO_ORDINARY_WORDS, type OrdinaryWords } from '../spelling/frequent-words.ts';
import type { KinshipData } from '../types.ts';
import { unpackVectors, type WordVectors } from './word-vectors/word-vectors.ts';

/** Which words of the FAQ another word is used like, in ordinary language: "cop" like "police" and "officer". */
export interface Kinship {
  /** Calls back with each of its kin: hash, closeness (0 to 1) and tellingness. The word itself is not among them. */
  readonly forEachKin: (word: string, visit: (hash: number, closeness: number, tellingness: number) => void) => void;
  /** How telling a word is by its frequency in ordinary language: 0.2 for "the", 1 for a word that is not among the frequent ones. */
  readonly tellingness: (word: string) => number;
  readonly ordinary: OrdinaryWords;
  /** Whether nothing is known of any word: there were no word vectors. */
  readonly isEmpty: boolean;
}

/** Least cosine of two words' vectors to count as kin, 0 to 1: at 0.4 "address" and "house", below it mere company. */
const LEAST_COSINE = 0.4;
/** A word has at most this many kin; fewer seemed to cost a little on CLINC150 with 10 phrasings. */
const MOST_KIN = 12;
/** A word that the FAQ does not use has fewer, since there are many such words and their kin are half of what is stored. */
const MOST_KIN_OF_OTHERS = 5;
/** Closeness is the cosine to this power. */
const COSINE_POWER = 2;

/** Finds each ordinary word's kin among the FAQ's words that are trusted, by the cosine of their vectors. Takes seconds. */
export function findKin(
  faqWords: readonly string[],
  isTrusted: (word: string) => boolean,
  packed: WordVectors,
): KinshipData {
  const { words, vectors } = unpackVectors(packed);
  const size = packed.dimensions;
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  const targets = faqWords.flatMap((word, position) =>
    ranks.has(word) && isTrusted(word) ? [{ position, start: ranks.get(word)! * size }] : [],
  );
  if (faqWords.length > MOST_WORDS)
    throw new RangeError(`the phrasings have ${faqWords.length} different words, and ${MOST_WORDS} can be told apart`);
  const ofFaq = new Set(faqWords);
  const counts = new Uint8Array(words.length);
  const positions: number[] = [];
  const closeness: number[] = [];
  words.forEach((word, rank) => {
    const kin: { position: number; cosine: number }[] = [];
    const own = vectors.subarray(rank * size, (rank + 1) * size);
    for (const { position, start } of targets) {
      const cosine = cosineOf(own, vectors, start);
      if (cosine >= LEAST_COSINE && faqWords[position] !== word) kin.push({ position, cosine });
    }
    kin.sort((a, b) => b.cosine - a.cosine || a.position - b.position);
    for (const { position, cosine } of kin.slice(0, ofFaq.has(word) ? MOST_KIN : MOST_KIN_OF_OTHERS)) {
      positions.push(position);
      closeness.push(Math.min(CLOSEST, Math.round(CLOSEST * cosine ** COSINE_POWER)));
      counts[rank]! += 1;
    }
  });
  return {
    words: packed.words,
    counts: toText(counts),
    positions: toText(Uint16Array.from(positions)),
    closeness: toText(Uint8Array.from(closeness)),
  };
}

/** Positions of words are stored in 16 bits. */
const MOST_WORDS = 2 ** 16;

/** Of vectors of length 1, the second within a larger array. In four sums, so that the processor need not wait for each addition. */
function cosineOf(own: Float32Array, vectors: Float32Array, start: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < own.length; at += 4) {
    a += own[at]! * vectors[start + at]!;
    b += own[at + 1]! * vectors[start + at + 1]!;
    c += own[at + 2]! * vectors[start + at + 2]!;
    d += own[at + 3]! * vectors[start + at + 3]!;
  }
  return a + b + (c + d);
}

/** Closeness is stored in so many steps: 4 bits are enough, and pack well. */
const CLOSEST = 15;

/** Without word vectors no word has kin and each is as telling as the next. */
export const NO_KINSHIP: Kinship = {
  forEachKin: () => undefined,
  tellingness: () => 1,
  ordinary: NO_ORDINARY_WORDS,
  isEmpty: true,
};

/** Restores kinship; `faqWords` are those that it was found for. */
export function kinshipFrom(data: KinshipData, faqWords: readonly string[]): Kinship {
  const words = data.words.split('\n');
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  const counts = bytesOf(data.counts);
  const positions = new Uint16Array(bytesOf(data.positions).buffer);
  const closeness = bytesOf(data.closeness);
  const starts = new Uint32Array(words.length + 1);
  for (let rank = 0; rank < words.length; rank += 1) starts[rank + 1] = starts[rank]! + counts[rank]!;
  const mostTelling = Math.log(MOST_FREQUENT_OFFSET + words.length);
  const tellingness = (word: string): number => {
    const rank = ranks.get(word);
    return rank === undefined ? 1 : Math.log(MOST_FREQUENT_OFFSET + rank) / mostTelling;
  };
  const hashes = Uint32Array.from(faqWords, hashOf);
  const telling = Float32Array.from(faqWords, tellingness);
  return {
    forEachKin(word, visit) {
      const rank = ranks.get(word);
      if (rank === undefined) return;
      for (let at = starts[rank]!; at < starts[rank + 1]!; at += 1) {
        const position = positions[at]!;
        visit(hashes[position]!, closeness[at]! / CLOSEST, telling[position]!);
      }
    },
    tellingness,
    ordinary: createOrdinaryWords(words, ranks),
    isEmpty: false,
  };
}

/** Keeps the few most frequent words from counting as nothing. */
const MOST_FREQUENT_OFFSET = 10;
