import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/content/lexicon-file.ts';
import { changed, LEXICON_YAML } from '../support/small-content.ts';

const NAME = 'lexicon/en.yaml';

describe('a lexicon file', () => {
  it('has names and short forms', () => {
    expect(readLexicon({ name: NAME, text: LEXICON_YAML })).toEqual({
      value: {
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
    ['a short form with a space', 'ppl:', '"p l":', 5, /must be a short form/],
    ['a capital in what a short form stands for', 'people', 'People', 5, /lower case/],
    ['a name without a form', '[Rivertown, River Town]', '[]', 4, /at least one form of the name/],
    ['a name with a sign', 'Rivertown,', 'Rivertown!,', 4, /must be a name, such as Hong Kong/],
  ])('tells %s', (_, from, to, line, message) => {
    const { issues } = readLexicon({ name: NAME, text: changed(LEXICON_YAML, from, to) });
    expect(issues).toEqual([{ file: NAME, line, entry: undefined, message: expect.stringMatching(message) }]);
  });
});
