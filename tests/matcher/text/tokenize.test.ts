import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/matcher/text/tokenize.ts';

describe('tokenize', () => {
  it.each([
    ['expands contractions', "They didn't, we'll see", ['they', 'did', 'not', 'we', 'will', 'see']],
    ['reads a typographic apostrophe', 'can’t', ['can', 'not']],
    ['joins dotted short forms', 'the U.S. side', ['the', 'us', 'side']],
    ['drops accents and punctuation', 'Café—open?', ['cafe', 'open']],
    ['keeps numbers', 'room 12', ['room', '12']],
    ['tells quotation marks from apostrophes', "the 'secret' one, John's", ['the', 'secret', 'one', 'john', "'s"]],
    ['reads styled letters as plain ones', '𝐇𝐨𝐰 late', ['how', 'late']],
    ['finds no word in punctuation', '?! …', []],
  ])('%s', (_, text, words) => {
    expect(tokenize(text)).toEqual(words);
  });

  it('reads at most 200 words of at most 40 letters, whatever is typed', () => {
    expect(tokenize('word '.repeat(300))).toHaveLength(200);
    expect(tokenize('a'.repeat(99))).toEqual(['a'.repeat(40)]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const word of tokenize(text)) expect(word.length).toBeLessThanOrEqual(40);
      }),
    );
  });

  it('finds its own words again', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 10 }), (words) => {
        expect(tokenize(words.join(' '))).toEqual(words);
      }),
    );
  });
});
