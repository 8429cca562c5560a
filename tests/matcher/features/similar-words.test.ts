import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/matcher/encoding/hash.ts';
import { findSimilarWords, loadSimilarWords } from '../../../src/matcher/features/similar-words.ts';
import { packVectors, vectorsOf } from '../vectors.ts';

const FAQ_WORDS = ['book', 'novle', 'open', 'volume'];
const VECTORS = vectorsOf([['the'], ['book', 'novel', 'novle', 'volume'], ['open']]);
const similarWords = loadSimilarWords(findSimilarWords(FAQ_WORDS, (word) => word !== 'novle', VECTORS));

function similarTo(word: string): readonly number[] {
  const hashes: number[] = [];
  similarWords.forEachSimilar(word, (hash) => hashes.push(hash));
  return hashes;
}

describe('similar words', () => {
  it('are the trusted words of the FAQ that are used alike, without the word itself', () => {
    expect(similarTo('novel')).toEqual([hashOf('book'), hashOf('volume')]);
    expect(similarTo('book')).toEqual([hashOf('volume')]);
    expect(similarTo('the')).toEqual([]);
    expect(similarTo('zebra')).toEqual([]);
  });

  it('are as similar as can be where the vectors point the same way', () => {
    similarWords.forEachSimilar('novel', (_, similarity) => expect(similarity).toBe(1));
    expect.assertions(2);
  });

  it('count rarer words as more informative, and unknown ones the most', () => {
    const { informativeness } = similarWords;
    expect(informativeness('the')).toBeLessThan(informativeness('book'));
    expect(informativeness('book')).toBeLessThan(informativeness('open'));
    expect(informativeness('zebra')).toBe(1);
  });

  it('refuse more vectors than places can be stored', () => {
    const words = Array.from({ length: 2 ** 16 + 1 }, (_, at) => `w${at}`);
    const many = packVectors(
      words,
      words.map(() => [1, 1]),
    );
    expect(() => findSimilarWords(['w1'], () => true, many)).toThrow(RangeError);
  });
});

describe('the packed dot products', () => {
  const LANGUAGE = [...'qwertyuiopasdfghjklzxcvbnm'];
  const dimensions = fc.constantFrom(2, 4, 16, 64);
  const vectors = dimensions.chain((count) => {
    const number = fc.integer({ min: -7, max: 7 });
    const extreme = fc.constantFrom(-7, 7);
    const vector = (one: fc.Arbitrary<number>) => fc.array(one, { minLength: count, maxLength: count });
    return fc.array(fc.oneof(vector(number), vector(extreme)), {
      minLength: LANGUAGE.length,
      maxLength: LANGUAGE.length,
    });
  });

  it('find the words that a plain loop over cosines finds', () => {
    fc.assert(
      fc.property(vectors, fc.subarray(LANGUAGE, { minLength: 1 }), (all, some) => {
        fc.pre(!hasCosineAtTheLeast(all));
        const faqWords = [...some].sort();
        const found = loadSimilarWords(findSimilarWords(faqWords, () => true, packVectors(LANGUAGE, all)));
        for (const word of LANGUAGE) {
          const seen: [number, number][] = [];
          found.forEachSimilar(word, (hash, similarity) => seen.push([hash, similarity]));
          expect(seen).toEqual(nearestByCosine(word, faqWords, all));
        }
      }),
      { numRuns: 50 },
    );
  });

  /** Hash and similarity, in fifteenths, of at most 12 words, or 5 for one not of the FAQ. */
  function nearestByCosine(word: string, faqWords: readonly string[], all: readonly (readonly number[])[]) {
    const vectorOf = (one: string): readonly number[] => all[LANGUAGE.indexOf(one)]!;
    return faqWords
      .filter((other) => other !== word)
      .map((other) => ({ other, cosine: cosineOf(vectorOf(word), vectorOf(other)) }))
      .filter(({ cosine }) => cosine >= 0.4)
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, faqWords.includes(word) ? 12 : 5)
      .map(({ other, cosine }) => [hashOf(other), Math.min(15, Math.round(15 * cosine ** 2)) / 15]);
  }

  /** Whether rounding decides if two words are similar. */
  function hasCosineAtTheLeast(all: readonly (readonly number[])[]): boolean {
    return all.some((one) => all.some((other) => Math.abs(cosineOf(one, other) - 0.4) < 1e-9));
  }

  function cosineOf(a: readonly number[], b: readonly number[]): number {
    const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, at) => sum + value * y[at]!, 0);
    return dot(a, b) / (Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b)));
  }
});
