import { describe, expect, it } from 'vitest';
import { withKeywords } from '../../../src/matcher/features/keywords.ts';
import { NO_SIMILAR_WORDS, type SimilarWords } from '../../../src/matcher/features/similar-words.ts';

const SMALL_WORDS = ['who', 'did', 'the', 'at', 'is'];
const LANGUAGE: SimilarWords = {
  ...NO_SIMILAR_WORDS,
  informativeness: (word) => (SMALL_WORDS.includes(word) ? 0.3 : 0.8),
};

const added = (...phrasings: string[]) => withKeywords([{ phrasings }], LANGUAGE)[0]!.phrasings.slice(phrasings.length);

describe('withKeywords', () => {
  it('adds the telling words of a phrasing, in their order', () => {
    expect(added('Who opened the bridge at Mainz?')).toEqual(['opened bridge mainz']);
  });

  it('keeps all phrasings, and does so for one in eight of an entry', () => {
    const phrasings = Array.from({ length: 17 }, (_, at) => `who opened the bridge ${at}`);
    const entries = withKeywords([{ phrasings }], LANGUAGE);
    expect(entries).toEqual([{ phrasings: [...phrasings, 'opened bridge 0', 'opened bridge 8', 'opened bridge 16'] }]);
  });

  it.each([
    ['fewer than three words are telling', 'who is at the new bridge'],
    ['all words are telling', 'new bridge opened'],
  ])('adds nothing where %s', (_, phrasing) => {
    expect(added(phrasing)).toEqual([]);
  });

  it('adds nothing to an entry that denies', () => {
    const entry = { phrasings: ['who opened the new bridge'], needsHighConfidence: true };
    expect(withKeywords([entry], LANGUAGE)).toEqual([entry]);
  });
});
