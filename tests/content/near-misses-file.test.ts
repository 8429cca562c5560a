import { describe, expect, it } from 'vitest';
import { readNearMisses } from '../../src/content/near-misses-file.ts';
import { changed, NEAR_MISSES_YAML, readSmallContent } from '../support/small-content.ts';

const NAME = 'near-misses/en.yaml';
const { report } = readSmallContent();

describe('a near-misses file', () => {
  it('has a list of questions for each passage, and knows where they are', () => {
    const { value, issues } = readNearMisses({ name: NAME, text: NEAR_MISSES_YAML }, report);
    expect(issues).toEqual([]);
    expect(value?.map(({ passage, questions }) => [passage, questions])).toEqual([
      [1, ['who built the bridge', 'was the opening on a tuesday last year as well']],
      [2, ['how old is the fisher']],
    ]);
    expect(value?.[1]?.placeOf(0)).toEqual({ file: NAME, line: 5 });
  });

  it.each([
    ['a passage that the report does not have', '"2":', '"3":', 4, /no passage 3, only passages 1 to 2/],
    ['a key that is not a number', '"2":', 'fisher:', 4, /“fisher” is not the number of a passage/],
    ['an empty line', 'how old is the fisher', '', 5, /is empty: write a question/],
    ['punctuation only', 'how old is the fisher', '"?!"', 5, /has no word in it/],
    ['a line with a colon', 'how old is the fisher', 'fisher: how old', 5, /put quotation marks around it/],
    ['no list', '"2":\n  - how old is the fisher', '"2": how old is the fisher', 4, /must have a list of questions/],
  ])('tells %s', (_, from, to, line, message) => {
    const { value, issues } = readNearMisses({ name: NAME, text: changed(NEAR_MISSES_YAML, from, to) }, report);
    expect(issues).toEqual([{ file: NAME, line, entry: undefined, message: expect.stringMatching(message) }]);
    expect(value?.map(({ passage }) => passage)).toEqual([1]);
  });

  it('does not look up passages without a report', () => {
    const text = changed(NEAR_MISSES_YAML, '"2":', '"3":');
    expect(readNearMisses({ name: NAME, text }, undefined).issues).toEqual([]);
  });
});
