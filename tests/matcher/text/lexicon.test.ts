import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../../src/matcher/text/lexicon.ts';

describe('createLexicon', () => {
  const lexicon = createLexicon([
    ['book', 'volume', 'printed work'],
    ['late', 'overdue', 'volume'],
  ]);

  it('reads an item as the first of its group', () => {
    expect(lexicon.longestAt(['volum'], 0)).toEqual({ term: 'book', length: 1 });
  });

  it('finds an item of several words as a whole', () => {
    expect(lexicon.longestAt(['a', 'print', 'work'], 1)).toEqual({ term: 'book', length: 2 });
    expect(lexicon.longestAt(['print', 'shop'], 0)).toBeUndefined();
    expect(lexicon.longestAt(['print'], 0)).toBeUndefined();
  });

  it('gives an item of two groups to the first', () => {
    expect(lexicon.longestAt(['volum'], 0)?.term).toBe('book');
  });

  it('finds nothing beyond the end', () => {
    expect(lexicon.longestAt([], 0)).toBeUndefined();
  });
});
