import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, isWithinOneEdit, TYPO_COST, typoCost } from '../../../src/matcher/spelling/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdeghil'), maxLength: 8 });

describe('editDistance', () => {
  it.each([
    ['house', 'house', 0],
    ['huose', 'house', 1],
    ['hose', 'house', 1],
    ['housse', 'house', 1],
    ['hpuse', 'house', 1],
    ['hpusee', 'house', 2],
    ['horse', 'sea', 3],
    ['', 'sea', 3],
  ])('from %j to %j is %i', (typed, meant, edits) => {
    expect(editDistance(typed, meant, 2)).toBe(edits);
  });

  it('is the same both ways, and 0 only for equal words', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9));
        expect(editDistance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  it('gives up one beyond the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(limit + 1, editDistance(a, b, 99)));
      }),
    );
  });
});

describe('isWithinOneEdit', () => {
  // Most of two words by chance are far apart: the other is the first with up to three edits.
  const edited = fc
    .tuple(
      word,
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'a', 'b', 'ab'), fc.nat({ max: 2 })), { maxLength: 3 }),
    )
    .map(([start, edits]) => {
      const end = edits.reduce((letters, [place, added, removed]) => {
        const at = place % (letters.length + 1);
        return letters.slice(0, at) + added + letters.slice(at + removed);
      }, start);
      return [start, end] as const;
    });

  it('is whether the edit distance is at most 1', () => {
    fc.assert(
      fc.property(fc.oneof(edited, fc.tuple(word, word)), ([typed, meant]) => {
        expect(isWithinOneEdit(typed, meant)).toBe(editDistance(typed, meant, 9) <= 1);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['two letters transposed at the end', 'houes', 'house', true],
    ['two letters transposed and one more', 'houess', 'house', false],
    ['letters transposed across another', 'hsuoe', 'house', false],
    ['two empty words', '', '', true],
  ])('knows %s', (_, typed, meant, expected) => {
    expect(isWithinOneEdit(typed, meant)).toBe(expected);
  });
});

describe('typoCost', () => {
  it.each([
    ['transposed letters', 'huose', TYPO_COST.transposed],
    ['a doubled letter', 'housse', TYPO_COST.doubled],
    ['a skipped letter', 'hose', TYPO_COST.skipped],
    ['an adjacent key', 'jouse', TYPO_COST.adjacentKey],
    ['an inserted letter', 'houqse', TYPO_COST.inserted],
    ['another key', 'houqe', TYPO_COST.otherKey],
  ])('knows %s', (_, typed, cost) => {
    expect(typoCost(typed, 'house')).toBe(cost);
  });

  it('knows one of two equal letters skipped', () => {
    expect(typoCost('leter', 'letter')).toBe(TYPO_COST.doubled);
  });
});
