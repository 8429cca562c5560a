import { describe, expect, it } from 'vitest';
import { NO_FREQUENT_WORDS } from '../../../src/matcher/spelling/frequent-words.ts';
import { createAnalyzer } from '../../../src/matcher/text/analyze.ts';
import { countVocabulary, loadVocabulary } from '../../../src/matcher/text/vocabulary.ts';

const vocabulary = loadVocabulary(
  countVocabulary(['keep a book', 'the library opened', 'is the printed work late'], { lib: 'the library' }),
);
const { analyze, analyzeEach } = createAnalyzer(vocabulary, NO_FREQUENT_WORDS, true);
const asTyped = createAnalyzer(vocabulary, NO_FREQUENT_WORDS, false);

describe('analyze', () => {
  it('keeps what was typed beside what was meant', () => {
    expect(analyze('the Libary').tokens).toEqual([
      { typed: 'the', word: 'the', stem: 'the', known: true },
      { typed: 'libary', word: 'library', stem: 'librari', known: true },
    ]);
  });

  it('expands a short form to its words', () => {
    expect(analyze('lib').tokens.map(({ typed, word }) => [typed, word])).toEqual([
      ['lib', 'the'],
      ['lib', 'library'],
    ]);
  });

  it('marks words that the FAQ does not use', () => {
    expect(analyze('zebra').tokens[0]?.known).toBe(false);
  });

  it('leaves typos alone when told to', () => {
    expect(asTyped.analyze('libary').tokens[0]?.word).toBe('libary');
  });

  it('corrects 8 unknown words of a text, and leaves the others', () => {
    const { tokens } = analyze('libary '.repeat(20));
    expect(tokens.map(({ word }) => word)).toEqual([...Array(8).fill('library'), ...Array(12).fill('libary')]);
  });

  it('expands short forms and corrects typos in frequent words, however many unknown words come before', () => {
    const frequentWords = {
      shareOf: (word: string) => (word === 'boook' ? 1e-7 : 0),
      correct: () => undefined,
    };
    const { tokens } = createAnalyzer(vocabulary, frequentWords, true).analyze(`${'qqqq '.repeat(20)} lib boook`);
    expect(tokens.slice(-3).map(({ word }) => word)).toEqual(['the', 'library', 'book']);
  });

  it('has no token for a text without words', () => {
    expect(analyze('?!').tokens).toEqual([]);
  });
});

describe('analyzeEach', () => {
  it('reads the same as the text with each last word', () => {
    const lastWords = ['library', 'libary', 'lib', 'work', ''];
    expect(analyzeEach('is the printed ', lastWords)).toEqual(
      lastWords.map((last) => analyze(`is the printed ${last}`)),
    );
  });

  it('reads a last word by itself', () => {
    expect(analyzeEach('', ['libary'])).toEqual([analyze('libary')]);
  });
});
