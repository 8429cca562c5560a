import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/content/lexicon-file.ts';
import { changed, LEXICON_YAML } from '../support/small-content.ts';

const NAME = 'lexicon/en.yaml';

describe('a lexicon file', () => {
  it('has groups, names and short forms', () => {
    expect(readLexicon({ name: NAME, text: LEXICON_YAML })).toEqual({
      value: {
        same: [['bridge', 'crossing']],
        names: [
          ['the Harbour Post', 'Post'],
          ['Rivertown', 'River Town'],
        ],
        abbreviations: { ppl: 'people' },
      },
      issues: [],
    });
  });

  it.each([
    ['a word in two groups', 'crossing]', 'crossing]\n  - [ford, crossing]', 4, /already in a group, on line 3/],
    ['a word twice in a group', 'crossing]', 'crossing, bridge]', 3, /already in a group, on line 3/],
    ['a word with two meanings', 'crossing]', 'bank]', 3, /listed in twoMeanings/],
    ['a group of one', '[bridge, crossing]', '[bridge]', 3, /at least two words/],
    ['a capital', 'crossing]', 'Crossing]', 3, /lower case/],
    ['a short form with a space', 'ppl:', '"p l":', 7, /must be a short form/],
    ['a name without a form', '[Rivertown, River Town]', '[]', 6, /at least one form of the name/],
    ['a name with a sign', 'Rivertown,', 'Rivertown!,', 6, /must be a name, such as Hong Kong/],
  ])('tells %s', (_, from, to, line, message) => {
    const { issues } = readLexicon({ name: NAME, text: changed(LEXICON_YAML, from, to) });
    expect(issues).toEqual([{ file: NAME, line, entry: undefined, message: expect.stringMatching(message) }]);
  });
});
