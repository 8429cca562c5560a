import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/matcher/encoding/hash.ts';
import { findSimilarWords, loadSimilarWords } from '../../../src/matcher/features/similar-words.ts';
import { vectorsOf } from '../vectors.ts';

const FAQ_WORDS = ['book', 'novle', 'open', 'volume'];
const VECTORS = vectorsOf([['the'], ['book', 'novel', 'novle', 'volume'], ['open']]);
const similarWords = loadSimilarWords(
  findSimilarWords(FAQ_WORDS, (word) => word !== 'novle', VECTORS),
  FAQ_WORDS,
);

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

  it('report how much is done', () => {
    const shares: number[] = [];
    findSimilarWords(
      FAQ_WORDS,
      () => true,
      VECTORS,
      (share) => shares.push(share),
    );
    expect(shares).toEqual([0]);
  });
});
