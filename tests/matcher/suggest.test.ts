import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/matcher/training.ts';
import { lastLetters } from '../../src/matcher/suggest.ts';
import { LIBRARY, LIBRARY_OPTIONS } from './library.ts';

const matcher = createMatcher(LIBRARY, LIBRARY_OPTIONS);

describe('suggest', () => {
  it.each([
    ['a half-typed last word', 'how long can i ke', 'loan-period'],
    ['a typo before it', 'hwo long can I keep a bo', 'loan-period'],
    ['the beginning of a single word', 'compu', 'computers'],
  ])('finds the entry by %s', (_, typed, id) => {
    expect(matcher.suggest(typed, 3)).toContain(id);
  });

  it('takes what follows an apostrophe for no half-typed word', () => {
    expect(matcher.suggest("how long can't", 3)).toEqual(matcher.suggest('how long can not', 3));
  });

  it.each(['', '  ', '?', '🙂'])('has nothing for %j, which has no word', (typed) => {
    expect(matcher.suggest(typed, 2)).toEqual([]);
  });

  it('takes the last word for complete, too, where it may be', () => {
    expect(matcher.suggest('is there a late', 5)).toContain('late-fee');
  });

  it('has nothing for words that the FAQ does not know', () => {
    expect(matcher.suggest('zebra giraffe rhin', 5)).toEqual([]);
  });

  it('has nothing where an off-topic example is likelier', () => {
    const offTopic = ['how do I bake banana bread', 'a recipe for banana bread', 'banana bread with walnuts'];
    const withOffTopic = createMatcher(LIBRARY, { ...LIBRARY_OPTIONS, offTopic });
    expect(withOffTopic.suggest('how do I bake banana br', 5)).toEqual([]);
    expect(withOffTopic.suggest('how do I renew my ca', 5)).toContain('renew-card');
  });

  it('gives at most as many as asked for, each once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 0, max: 25 }), (typed, limit) => {
        const ids = matcher.suggest(typed, limit);
        expect(ids.length).toBeLessThanOrEqual(limit);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('the last letters', () => {
  it('are what the plain expression finds, which takes quadratic time', () => {
    const typed = fc.string({
      unit: fc.constantFrom('a', 'ж', '𐐀', "'", '’', ' ', '!', '1', '\n', '\ud801'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(typed, (text) => {
        expect(lastLetters(text)).toBe(/(?<!['’])\p{L}+$/u.exec(text)?.[0]);
      }),
    );
  });
});
