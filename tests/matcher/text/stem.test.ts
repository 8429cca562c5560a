import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem } from '../../../src/matcher/text/stem.ts';

describe('stem', () => {
  it.each([
    ['film', 'films', 'filmed', 'filming'],
    ['carry', 'carries', 'carrying'],
    ['stop', 'stopped', 'stopping'],
    ['house', 'houses'],
    ['locate', 'located', 'locating'],
    ['go', 'going'],
    ['quick', 'quickly'],
    ['punish', 'punishment'],
  ])('gives %s and its forms one stem', (word, ...forms) => {
    for (const form of forms) expect(stem(form)).toBe(stem(word));
  });

  it.each([
    ['class', 'clas'],
    ['thing', 'th'],
    ['press', 'pres'],
  ])('takes no ending off %s that is none', (word, cut) => {
    expect(stem(word)).not.toBe(cut);
  });

  it('leaves two letters at least of a longer word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => {
        expect(stem(word).length).toBeGreaterThanOrEqual(Math.min(2, word.length));
      }),
    );
  });
});
