import { describe, expect, it } from 'vitest';
import { splitRunTogether, splitWithTypo } from '../../../src/matcher/spelling/run-together.ts';

const SHARES = new Map([
  ['a', 0.02],
  ['camera', 1e-3],
  ['ed', 1e-7],
  ['house', 1e-3],
  ['key', 1e-2],
  ['the', 0.05],
]);
const shareOf = (word: string): number => SHARES.get(word) ?? 0;

describe('splitRunTogether', () => {
  it.each([
    ['thehouse', ['the', 'house']],
    ['ahouse', ['a', 'house']],
    ['keyed', undefined],
    ['thezebra', undefined],
    ['house', undefined],
  ])('splits %s into %j', (typed, words) => {
    expect(splitRunTogether(typed, shareOf)).toEqual(words);
  });
});

describe('splitWithTypo', () => {
  const correct = (part: string): string | undefined => (part === 'hosue' ? 'house' : undefined);

  it.each([
    ['thehosue', ['the', 'house']],
    ['hosuecamera', ['house', 'camera']],
    ['thehouse', undefined],
    ['thezebra', undefined],
  ])('splits %s into %j', (typed, words) => {
    expect(splitWithTypo(typed, shareOf, correct)).toEqual(words);
  });
});
