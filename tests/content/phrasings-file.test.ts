import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPhrasing, readPhrasings } from '../../src/content/phrasings-file.ts';
import { changed, PHRASINGS_YAML } from '../support/small-content.ts';

function read(text: string) {
  return readPhrasings({ name: 'phrasings/en/bridge.yaml', text });
}

describe('a phrasings file', () => {
  it('has a list for each entry, in the order of the file', () => {
    const { value, issues } = read(PHRASINGS_YAML);
    expect(issues).toEqual([]);
    expect(value?.topic).toBe('bridge');
    expect(value?.lists.map(({ entryId }) => entryId)).toEqual(['bridge-when', 'eels', 'bridge-cost', 'bridge-outlet']);
    expect(value?.lists[1]?.phrasings).toEqual([
      'where did the eels go',
      'effect of the noise on fish',
      'are there still eels',
    ]);
  });

  it.each([
    ['an empty line', 'where did the eels go', '', 6, /is empty: write a question/],
    ['empty quotation marks', 'where did the eels go', '" "', 6, /is empty: write a question/],
    ['punctuation only', 'where did the eels go', '"?!"', 6, /has no word in it/],
    ['a line with a colon', 'where did the eels go', 'eels: where did they go', 6, /put quotation marks around it/],
    ['a number', 'where did the eels go', '2021', 6, /put quotation marks around it/],
    ['two phrasings only', '  - where did the eels go\n', '', 5, /needs at least 3 phrasings/],
    ['a text in place of a list', 'eels:\n', 'eels: what\nother:\n', 5, /must have a list of phrasings/],
  ])('tells %s', (_, from, to, line, message) => {
    expect(read(changed(PHRASINGS_YAML, from, to)).issues).toEqual([
      { file: 'phrasings/en/bridge.yaml', line, entry: 'eels', message: expect.stringMatching(message) },
    ]);
  });

  it('tells an entry that it has twice', () => {
    expect(read(changed(PHRASINGS_YAML, 'bridge-cost:', 'eels:')).issues).toEqual([
      expect.objectContaining({ line: 9, message: expect.stringMatching(/not valid YAML/) }),
    ]);
  });

  it('keeps the lists that are right, and knows the ids of all', () => {
    const { value } = read(changed(PHRASINGS_YAML, '  - where did the eels go\n', ''));
    expect(value?.lists.map(({ entryId }) => entryId)).not.toContain('eels');
    expect(value?.ids).toContain('eels');
  });
});

describe('a folded phrasing', () => {
  it.each([
    ['case', 'Where is CNN?', 'where is cnn?'],
    ['punctuation', 'who, me?', 'who me'],
    ['spaces', 'who  me', 'who me'],
    ['the width of letters', 'ＶＰＮ', 'vpn'],
  ])('is the same whatever the %s', (_, one, other) => {
    expect(foldPhrasing(one)).toBe(foldPhrasing(other));
  });

  it('does not change when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldPhrasing(foldPhrasing(text))).toBe(foldPhrasing(text));
      }),
      { examples: [['\u3200\u314f']] }, // a letter in brackets, and a vowel that joins it
    );
  });
});
