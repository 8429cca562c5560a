import { describe, expect, it } from 'vitest';
import { readTopic } from '../../src/content/topic-file.ts';
import { changed, readSmallContent, TOPIC_YAML } from '../support/small-content.ts';

const { report } = readSmallContent();

function read(text: string, known = true) {
  return readTopic({ name: 'faq/bridge.yaml', text }, known ? report : undefined);
}

function issuesAfter(from: string, to: string) {
  return read(changed(TOPIC_YAML, from, to)).issues;
}

describe('a topic file', () => {
  it('has a topic and entries of each kind', () => {
    const { value, issues } = read(TOPIC_YAML);
    expect(issues).toEqual([]);
    expect(value?.topic).toEqual({ id: 'bridge', title: 'The bridge', color: 0x1f6feb, featured: ['bridge-when'] });
    expect(value?.entries.map(({ entry, answer }) => [entry.id, answer?.kind])).toEqual([
      ['bridge-when', 'quoted'],
      ['eels', 'quoted'],
      ['bridge-cost', 'not_stated'],
      ['bridge-outlet', 'known'],
    ]);
  });

  it.each([
    ['an unknown passage', 'quotations: [1]', 'quotations: [7]', 'bridge-when', 8, /passage 7.*passages 1 to 2/],
    ['half a passage', 'quotations: [1]', 'quotations: [1.5]', 'bridge-when', 8, /passage 1\.5/],
    ['a changed letter', 'the eels away', 'the eel away', 'eels', 13, /not in passage 2 exactly like this/],
    ['a cut sentence', 'A fisher, who asked', 'who asked', 'eels', 13, /cuts a sentence of passage 2/],
    ['no quotation', 'quotations: [1]', 'quotations: ["1"]', 'bridge-when', 8, /must be a passage number/],
    ['five quotations', 'quotations: [1]', 'quotations: [1, 2, 1, 2, 1]', 'bridge-when', 8, /at most 4/],
    ['81 characters', 'When was the bridge opened?', `X${'x'.repeat(79)}?`, 'bridge-when', 7, /at most 80 characters/],
    ['an id of 33 characters', 'bridge-outlet', 'x'.repeat(33), 'x'.repeat(33), 19, /at most 32 characters/],
    ['an id with capitals', 'id: eels', 'id: Eels', 'Eels', 10, /must be lower-case words/],
    ['two kinds of answer', '[1]', '[1]\n    notStated: true', 'bridge-when', 6, /must have exactly one of/],
    ['no kind of answer', '    known: [publisher]\n', '', 'bridge-outlet', 19, /must have exactly one of/],
    ['no closest passage', '    closest: [1]\n', '', 'bridge-cost', 14, /add closest/],
    ['closest beside quotations', '[1]', '[1]\n    closest: [2]', 'bridge-when', 9, /goes with notStated/],
    ['notStated: false', 'notStated: true', 'notStated: false', 'bridge-cost', 17, /must be true/],
    [
      'an unknown field of the report',
      'known: [publisher]',
      'known: [editor]',
      'bridge-outlet',
      21,
      /must be one of title/,
    ],
    [
      'a heading of 81 characters',
      '[1]',
      `[1]\n    heading: ${'x'.repeat(80)}?`,
      'bridge-when',
      9,
      /at most 80 characters/,
    ],
    ['an empty context', '[1]', '[1]\n    context: []', 'bridge-when', 9, /context is an empty list/],
    [
      'a context that is cut',
      '[1]',
      `[2]\n    context: [{ passage: 1, text: "“It took nine years,”" }]`,
      'bridge-when',
      9,
      /cuts a sentence of passage 1/,
    ],
    [
      'a context that is quoted',
      '[1]',
      '[1]\n    context: [{ passage: 1, text: The mayor opened a bridge on Monday. }]',
      'bridge-when',
      9,
      /repeats words of passage 1/,
    ],
    ['a context twice', '[1]', '[1]\n    context: [2, 2]', 'bridge-when', 9, /repeats words of passage 2/],
    [
      'a context of nothing',
      'known: [publisher]',
      'known: [publisher]\n    context: [1]',
      'bridge-outlet',
      22,
      /shows none: remove it/,
    ],
    ['six related entries', '[eels]', '[a, b, c, d, e, f]', 'bridge-when', 9, /at most 5 entries/],
    ['a question that asks for advice', 'When was', 'When should I see', 'bridge-when', 7, /question has “should”/],
    [
      'a heading that is two questions',
      '[1]',
      '[1]\n    heading: When or where was the bridge opened?',
      'bridge-when',
      9,
      /heading joins two questions/,
    ],
    [
      'a denial that presupposes',
      'Does the report say what the bridge cost?',
      'What did the bridge cost?',
      'bridge-cost',
      16,
      /question must not take for granted/,
    ],
    [
      'a heading of a denial that presupposes',
      'closest: [1]',
      'closest: [1]\n    heading: What did the bridge cost?',
      'bridge-cost',
      19,
      /heading must not take for granted/,
    ],
    ['a mistyped key', 'related: [eels]', 'realted: [eels]', 'bridge-when', 9, /no field called “realted”/],
    ['a color by name', '"#1F6FEB"', 'blue', undefined, 3, /must be a color/],
    [
      'a color that YAML reads as a comment',
      '"#1F6FEB"',
      '#1F6FEB',
      undefined,
      3,
      /must be a color in quotation marks/,
    ],
  ])('tells %s, and where', (_, from, to, entry, line, message) => {
    expect(issuesAfter(from, to)).toEqual([
      { file: 'faq/bridge.yaml', line, entry, message: expect.stringMatching(message) },
    ]);
  });

  it('may have a heading, and sentences as context', () => {
    const text = changed(
      TOPIC_YAML,
      'quotations: [1]',
      'heading: When, by the mayor’s account?\n    quotations: [2]\n    context: [1]',
    );
    const { value, issues } = read(text);
    expect(issues).toEqual([]);
    expect(value?.entries.map(({ entry }) => [entry.heading, entry.context.map(({ passage }) => passage)])).toEqual([
      ['When, by the mayor’s account?', [1]],
      [undefined, []],
      [undefined, []],
      [undefined, []],
    ]);
  });

  it('may name no passage as the closest', () => {
    const { value, issues } = read(changed(TOPIC_YAML, 'closest: [1]', 'closest: []'));
    expect(issues).toEqual([]);
    expect(value?.entries[2]?.answer).toEqual({ kind: 'not_stated', closest: [] });
  });

  it('tells every mistake of an entry at once', () => {
    const text = changed(TOPIC_YAML, 'quotations: [1]', 'quotations:\n      - 19\n      - 1.5\n      - 0');
    const issues = read(changed(text, 'When was the bridge opened?', `${'x'.repeat(80)}?`)).issues;
    expect(issues.map(({ line }) => line)).toEqual([7, 9, 10, 11]);
  });

  it('checks each entry on its own, and knows the ids of all', () => {
    const { value, issues } = read(changed(TOPIC_YAML, 'closest: [1]', 'closest: [8]'));
    expect(issues.map(({ entry }) => entry)).toEqual(['bridge-cost']);
    expect(value?.entries.map(({ entry }) => entry.id)).not.toContain('bridge-cost');
    expect(value?.ids).toContain('bridge-cost');
  });

  it('checks its entries although something is wrong with the topic', () => {
    const text = changed(changed(TOPIC_YAML, 'order: 1', 'order: first'), 'closest: [1]', 'closest: [8]');
    expect(read(text).issues.map(({ line }) => line)).toEqual([2, 18]);
  });

  it('is checked without the report as far as possible', () => {
    const unknown = changed(TOPIC_YAML, 'quotations: [1]', 'quotations: [7]');
    expect(read(unknown, false).issues).toEqual([]);
    expect(read(changed(unknown, 'related:', 'realted:'), false).issues).toHaveLength(1);
  });
});
