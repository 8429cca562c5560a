import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/content/content.ts';
import { changed, NEAR_MISSES_YAML, PHRASINGS_YAML, smallContent } from '../support/small-content.ts';

const PHRASINGS = 'phrasings/en/bridge.yaml';
const NEAR_MISSES = 'near-misses/en.yaml';

describe('a question', () => {
  it.each([
    [
      'a phrasing of two entries, but for case, punctuation and spaces',
      { [PHRASINGS]: changed(PHRASINGS_YAML, 'price of the bridge', 'Where did the  EELS go?') },
      { file: PHRASINGS, line: 10, entry: 'bridge-cost' },
      /in entry eels \(content\/phrasings\/en\/bridge\.yaml:6\): keep it where/,
    ],
    [
      'a phrasing and another entry’s question',
      { [PHRASINGS]: changed(PHRASINGS_YAML, 'price of the bridge', 'what happened to the eels') },
      { file: PHRASINGS, line: 10, entry: 'bridge-cost' },
      /in entry eels \(content\/faq\/bridge\.yaml:11\)/,
    ],
    [
      'a phrasing and an off-topic example',
      { [PHRASINGS]: changed(PHRASINGS_YAML, 'price of the bridge', 'How do I bake bread?') },
      { file: PHRASINGS, line: 10, entry: 'bridge-cost' },
      /an off-topic example at content\/off-topic\/en\.yaml:1: keep one/,
    ],
    [
      'a near miss and a phrasing',
      { [NEAR_MISSES]: changed(NEAR_MISSES_YAML, 'who built the bridge', 'Price of the bridge?') },
      { file: NEAR_MISSES, line: 2 },
      /in entry bridge-cost \(content\/phrasings\/en\/bridge\.yaml:10\)/,
    ],
    [
      'a near miss and an entry’s question',
      { [NEAR_MISSES]: changed(NEAR_MISSES_YAML, 'how old is the fisher', 'does the report say what the bridge cost') },
      { file: NEAR_MISSES, line: 5 },
      /in entry bridge-cost \(content\/faq\/bridge\.yaml:16\)/,
    ],
    [
      'a near miss and an off-topic example',
      { [NEAR_MISSES]: changed(NEAR_MISSES_YAML, 'how old is the fisher', 'how do i bake bread') },
      { file: NEAR_MISSES, line: 5 },
      /an off-topic example at content\/off-topic\/en\.yaml:1/,
    ],
    [
      'a near miss of two passages',
      { [NEAR_MISSES]: changed(NEAR_MISSES_YAML, 'how old is the fisher', 'Who built the bridge?') },
      { file: NEAR_MISSES, line: 5 },
      /a near miss at content\/near-misses\/en\.yaml:2: keep one/,
    ],
  ])('must not be %s', (_, change, place, message) => {
    expect(readContent(smallContent(change)).issues).toEqual([
      expect.objectContaining({ ...place, message: expect.stringMatching(message) }),
    ]);
  });
});
