import { describe, expect, it } from 'vitest';
import { createFrequentWords } from '../../../src/matcher/spelling/frequent-words.ts';

const WORDS = ['the', 'mouse', 'house', 'horse', 'rabbit'];

describe('createFrequentWords', () => {
  const frequent = createFrequentWords(WORDS, new Map(WORDS.map((word, rank) => [word, rank])));

  it('gives more frequent words a greater share, and others none', () => {
    const shares = WORDS.map(frequent.shareOf);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
    expect(frequent.shareOf('zebra')).toBe(0);
  });

  it.each([
    ['a typo', 'rabit', 'rabbit'],
    ['a typo near two words, the more frequent', 'hoose', 'house'],
    ['a typo in the first letter', 'gabbit', undefined],
    ['a short word', 'teh', undefined],
    ['a word with a digit', 'rabb1t', undefined],
  ])('corrects %s: %s → %s', (_, typed, meant) => {
    expect(frequent.correct(typed)).toBe(meant);
  });
});
