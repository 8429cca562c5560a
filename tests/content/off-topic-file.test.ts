import { describe, expect, it } from 'vitest';
import { readOffTopic } from '../../src/content/off-topic-file.ts';

const NAME = 'off-topic/en.yaml';

describe('an off-topic file', () => {
  it('has questions, without the spaces around them, and knows where they are', () => {
    const { value } = readOffTopic({ name: NAME, text: 'questions:\n  - " how do I bake bread "' });
    expect(value?.questions).toEqual(['how do I bake bread']);
    expect(value?.placeOf(0)).toEqual({ file: NAME, line: 2 });
  });

  it.each([
    ['no list', 'questions:\n', /questions is empty/],
    ['an empty line', 'questions: [how are you, ""]\n', /is empty: write a question/],
    ['punctuation only', 'questions: ["?"]\n', /has no word in it/],
  ])('tells %s', (_, text, message) => {
    expect(readOffTopic({ name: NAME, text }).issues).toEqual([
      { file: NAME, line: 1, entry: undefined, message: expect.stringMatching(message) },
    ]);
  });
});
