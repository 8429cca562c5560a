import { describe, expect, it } from 'vitest';
import { NO_FREQUENT_WORDS } from '../../../src/matcher/spelling/frequent-words.ts';
import { createAnalyzer } from '../../../src/matcher/text/analyze.ts';
import { countVocabulary, loadVocabulary } from '../../../src/matcher/text/vocabulary.ts';

const vocabulary = loadVocabulary(
  countVocabulary(['keep a book', 'the library opened', 'is the printed work late'], [['book', 'printed work']], {
    lib: 'the library',
  }),
);
const { analyze } = createAnalyzer(vocabulary, NO_FREQUENT_WORDS, true);
const asTyped = createAnalyzer(vocabulary, NO_FREQUENT_WORDS, false);

describe('analyze', () => {
  it('keeps what was typed beside what was meant', () => {
    expect(analyze('the Libary').tokens).toEqual([
      { typed: 'the', word: 'the', term: 'the', ownStem: '', known: true },
      { typed: 'libary', word: 'library', term: 'librari', ownStem: '', known: true },
    ]);
  });

  it('expands a short form to its words', () => {
    expect(analyze('lib').tokens.map(({ typed, word }) => [typed, word])).toEqual([
      ['lib', 'the'],
      ['lib', 'library'],
    ]);
  });

  it('reads an item of the lexicon as the term of its group, once, and keeps each own stem', () => {
    expect(analyze('printed work late').tokens.map(({ term, ownStem }) => [term, ownStem])).toEqual([
      ['book', 'print'],
      ['', 'work'],
      ['lat', ''],
    ]);
  });

  it('marks words that the FAQ does not use', () => {
    expect(analyze('zebra').tokens[0]?.known).toBe(false);
  });

  it('leaves typos alone when told to', () => {
    expect(asTyped.analyze('libary').tokens[0]?.word).toBe('libary');
  });

  it('corrects 16 unknown words of a text, and leaves the others', () => {
    const { tokens } = analyze('libary '.repeat(20));
    expect(tokens.filter(({ word }) => word === 'library')).toHaveLength(16);
    expect(tokens.slice(16).every(({ word }) => word === 'libary')).toBe(true);
  });

  it('has no token for a text without words', () => {
    expect(analyze('?!').tokens).toEqual([]);
  });
});
