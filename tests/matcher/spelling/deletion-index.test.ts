import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeletionIndex, editsAllowed } from '../../../src/matcher/spelling/deletion-index.ts';
import { editDistance } from '../../../src/matcher/spelling/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 9 });

describe('createDeletionIndex', () => {
  it.each([1, 2] as const)('finds every word within %i edits that its length allows', (most) => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), word, (words, typed) => {
        const candidates = createDeletionIndex(words).candidates(typed, most);
        for (const [position, meant] of words.entries()) {
          const allowed = Math.min(most, editsAllowed(typed, meant));
          if (editDistance(typed, meant, allowed) <= allowed) expect(candidates).toContain(position);
        }
      }),
    );
  });

  it('gives each position once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), word, (words, typed) => {
        const candidates = createDeletionIndex(words).candidates(typed, 2);
        expect(new Set(candidates).size).toBe(candidates.length);
      }),
    );
  });

  it('does not return most other words', () => {
    const index = createDeletionIndex(['camera', 'officer', 'protest', 'telephone']);
    expect(index.candidates('cmaera', 2)).toEqual([0]);
  });
});

describe('editsAllowed', () => {
  it.each([
    ['abc', 'abc', 0],
    ['abc', 'abcd', 1],
    ['abcdef', 'abcde', 1],
    ['abcdef', 'abcdefg', 2],
  ])('between %s and %s is %i', (typed, meant, edits) => {
    expect(editsAllowed(typed, meant)).toBe(edits);
  });
});
