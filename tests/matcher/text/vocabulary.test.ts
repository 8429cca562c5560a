import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countVocabulary, loadVocabulary } from '../../../src/matcher/text/vocabulary.ts';

describe('the vocabulary', () => {
  const data = countVocabulary(['a PC to use', 'use a computer, use it', 'the desk'], { PC: 'computer', tbl: 'table' });
  const vocabulary = loadVocabulary(data);

  it('counts the phrasings that use a word, short forms expanded', () => {
    expect(vocabulary.countOf('use')).toBe(2);
    expect(vocabulary.countOf('computer')).toBe(2);
    expect(vocabulary.countOf('pc')).toBe(0);
    expect(vocabulary.countOf('constructor')).toBe(0);
  });

  it('completes a prefix with the words that are used most, the first in the alphabet of equal ones', () => {
    const phrasing = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 }));
    const phrasings = fc.array(phrasing.map((words) => words.join(' ')));
    fc.assert(
      fc.property(phrasings, fc.constantFrom('', 'a', 'ab', 'c', 'x'), fc.nat(4), (texts, prefix, most) => {
        const { words, countOf, mostUsed } = loadVocabulary(countVocabulary(['b', ...texts], {}));
        const all = words.filter((word) => word.startsWith(prefix));
        const sorted = all.sort((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1));
        expect(mostUsed(prefix, most)).toEqual(sorted.slice(0, most));
      }),
    );
  });

  it('has the words that short forms stand for, which no phrasing need use', () => {
    expect(vocabulary.words).toContain('table');
    expect(vocabulary.isTrusted('table')).toBe(true);
    expect(vocabulary.isTrusted('chair')).toBe(false);
  });

  it('has the words of names in any form, which no phrasing need use', () => {
    const { words, isTrusted, names } = loadVocabulary(countVocabulary(['the desk'], {}, [['New Haven', 'Newhaven']]));
    expect(words).toEqual(['desk', 'haven', 'new', 'newhaven', 'the']);
    expect(['haven', 'newhaven'].map(isTrusted)).toEqual([true, true]);
    expect(names).toEqual([['New Haven', 'Newhaven']]);
  });

  it('is sorted', () => {
    expect(vocabulary.words).toEqual([...vocabulary.words].sort());
  });

  it('does not trust a rare word among many phrasings', () => {
    const phrasings = ['use it', ...Array.from({ length: 8000 }, () => 'a computer')];
    const many = loadVocabulary(countVocabulary(phrasings, { dsk: 'desk' }));
    expect(many.isTrusted('use')).toBe(false);
    expect(many.isTrusted('computer')).toBe(true);
    expect(many.isTrusted('desk')).toBe(true); // a short form stands for it
  });
});
