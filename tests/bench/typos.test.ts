import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, seededRandom } from '../../src/matcher/training.ts';
import { withTypos } from '../../src/bench/typos.ts';

const questions = fc
  .array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 8 })
  .map((words) => words.join(' '));
const seeds = fc.nat();

describe('withTypos', () => {
  it('makes at most two typos', () => {
    fc.assert(
      fc.property(questions, seeds, (question, seed) => {
        expect(editDistance(withTypos(question, seededRandom(seed)), question, 9)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('makes the same typos from the same seed', () => {
    fc.assert(
      fc.property(questions, seeds, (question, seed) => {
        expect(withTypos(question, seededRandom(seed))).toBe(withTypos(question, seededRandom(seed)));
      }),
    );
  });

  it.each([
    ['a dropped letter', 'police', 'polce'],
    ['a doubled letter', 'police', 'poliice'],
    ['two swapped letters', 'police', 'polcie'],
    ['an adjacent key', 'police', 'pokice'],
    ['a lost space', 'to me', 'tome'],
  ])('makes %s sooner or later', (_, question, typed) => {
    const made = Array.from({ length: 300 }, (_unused, seed) => withTypos(question, seededRandom(seed)));
    expect(made).toContain(typed);
  });

  it('leaves the first letter of each word, unless it may hit first letters too', () => {
    const made = (firstLetters: boolean): readonly string[] =>
      Array.from({ length: 300 }, (_, seed) => withTypos('police', seededRandom(seed), { firstLetters }));
    expect(made(false).filter((typed) => !typed.startsWith('p'))).toEqual([]);
    expect(made(true)).toEqual(expect.arrayContaining(['olice', 'ppolice', 'oplice', 'oolice']));
  });

  it('makes at most two typos in first letters, too', () => {
    fc.assert(
      fc.property(questions, seeds, (question, seed) => {
        const typed = withTypos(question, seededRandom(seed), { firstLetters: true });
        expect(editDistance(typed, question, 9)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('leaves punctuation after a word where it is', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(withTypos('police?', seededRandom(seed))).toMatch(/^\w+\?$/);
      }),
    );
  });
});
