import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/content/content.ts';
import { changed, PHRASINGS_YAML, smallContent, TOPIC_YAML } from '../support/small-content.ts';

const SECOND_TOPIC = `title: The harbor
order: 2
color: "#2E7D32"
featured: [harbor-size]
entries:
  - id: harbor-size
    question: Does the report say how large the harbor is?
    notStated: true
    closest: [2]
`;
const SECOND_PHRASINGS = `harbor-size:
  - area of the harbor
  - is it a big harbor
  - how many ships fit in
`;

/** The issues of two topics whose files are changed. */
function issuesOf(change: Readonly<Record<string, string | undefined>>) {
  return readContent(
    smallContent({ 'faq/harbor.yaml': SECOND_TOPIC, 'phrasings/en/harbor.yaml': SECOND_PHRASINGS, ...change }),
  ).issues;
}

describe('content files side by side', () => {
  it('may have several topics', () => {
    expect(issuesOf({})).toEqual([]);
  });

  it.each([
    [
      'an id in two topics',
      {
        'faq/harbor.yaml': changed(
          SECOND_TOPIC,
          'id: harbor-size',
          'id: harbor-size\n    question: What?\n    known: [title]\n  - id: eels',
        ),
      },
      { file: 'faq/harbor.yaml', line: 9, entry: 'eels' },
      /already used at content\/faq\/bridge\.yaml:10/,
    ],
    [
      'an alias that is an id',
      { 'faq/bridge.yaml': changed(TOPIC_YAML, '[bridge-price]', '[harbor-size]') },
      { file: 'faq/bridge.yaml', line: 15, entry: 'bridge-cost' },
      /alias harbor-size/,
    ],
    [
      'an alias of two entries',
      { 'faq/harbor.yaml': changed(SECOND_TOPIC, 'question:', 'aliases: [bridge-price]\n    question:') },
      { file: 'faq/harbor.yaml', line: 7, entry: 'harbor-size' },
      /alias bridge-price/,
    ],
    [
      'a featured entry that does not exist',
      { 'faq/bridge.yaml': changed(TOPIC_YAML, 'featured: [bridge-when]', 'featured: [ferry]') },
      { file: 'faq/bridge.yaml', line: 4 },
      /no entry ferry/,
    ],
    [
      'a related entry that does not exist',
      { 'faq/bridge.yaml': changed(TOPIC_YAML, 'related: [eels]', 'related: [ferry]') },
      { file: 'faq/bridge.yaml', line: 9, entry: 'bridge-when' },
      /no entry ferry/,
    ],
    [
      'an entry related to itself',
      { 'faq/bridge.yaml': changed(TOPIC_YAML, 'related: [eels]', 'related: [eels, bridge-when]') },
      { file: 'faq/bridge.yaml', line: 9, entry: 'bridge-when' },
      /related to itself/,
    ],
    [
      'a related entry twice',
      { 'faq/bridge.yaml': changed(TOPIC_YAML, 'related: [eels]', 'related: [eels, eels]') },
      { file: 'faq/bridge.yaml', line: 9, entry: 'bridge-when' },
      /eels is in related twice/,
    ],
    [
      'a related entry that the report answers, after one that it does not',
      { 'faq/bridge.yaml': changed(TOPIC_YAML, 'related: [eels]', 'related: [bridge-cost, eels]') },
      { file: 'faq/bridge.yaml', line: 9, entry: 'bridge-when' },
      /Move eels before/,
    ],
    [
      'three related entries that the report does not answer',
      {
        'faq/bridge.yaml': changed(
          changed(TOPIC_YAML, 'related: [eels]', 'related: [eels, bridge-cost, harbor-size, bridge-age]'),
          'entries:',
          'entries:\n  - { id: bridge-age, question: Does the report say how old the bridge is?, notStated: true, closest: [] }',
        ),
        'phrasings/en/bridge.yaml': `${PHRASINGS_YAML}bridge-age: [age of the bridge, is it old, bridge birthday]\n`,
      },
      { file: 'faq/bridge.yaml', line: 10, entry: 'bridge-when' },
      /More than 2 entries.*remove bridge-age/,
    ],
    [
      'phrasings of an entry that does not exist',
      { 'phrasings/en/harbor.yaml': `${SECOND_PHRASINGS}ferry: [a ferry, a boat, a ship]\n` },
      { file: 'phrasings/en/harbor.yaml', line: 5, entry: 'ferry' },
      /no entry ferry/,
    ],
    [
      'phrasings in the file of another topic',
      {
        'phrasings/en/harbor.yaml': `${SECOND_PHRASINGS}eels: [a ferry, a boat, a ship]\n`,
        'phrasings/en/bridge.yaml': changed(
          PHRASINGS_YAML,
          /eels:\n(?: .*\n)+/.exec(PHRASINGS_YAML)?.[0] ?? 'none',
          '',
        ),
      },
      { file: 'phrasings/en/harbor.yaml', line: 5, entry: 'eels' },
      /move its phrasings to content\/phrasings\/en\/bridge\.yaml/,
    ],
    [
      'an entry without phrasings',
      {
        'faq/harbor.yaml': `${SECOND_TOPIC}  - id: harbor-name\n    question: What is the name?\n    known: [title]\n`,
      },
      { file: 'faq/harbor.yaml', line: 10, entry: 'harbor-name' },
      /no phrasings: add a list of them to content\/phrasings\/en\/harbor\.yaml/,
    ],
    [
      'a topic without phrasings',
      { 'phrasings/en/harbor.yaml': undefined },
      { file: 'phrasings/en/harbor.yaml' },
      /This file is missing/,
    ],
  ])('must not have %s', (_, change, place, message) => {
    expect(issuesOf(change)).toEqual([expect.objectContaining({ ...place, message: expect.stringMatching(message) })]);
  });

  it.each([
    ['a topic', { 'faq/bridge.yaml': 'title: [' }],
    ['phrasings', { 'phrasings/en/bridge.yaml': 'eels: [' }],
    ['an entry', { 'faq/bridge.yaml': changed(TOPIC_YAML, 'What happened to the eels?', 'x'.repeat(81)) }],
  ])('are not said to lack what %s that can’t be read may have', (_, change) => {
    expect(new Set(issuesOf(change).map(({ file }) => file))).toEqual(new Set(Object.keys(change)));
  });
});
