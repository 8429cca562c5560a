import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/content/content.ts';
import { ContentError, describeFault, type Fault } from '../../src/content/content-issue.ts';
import { LEXICON_YAML, REPORT_YAML, smallContent, TOPIC_YAML } from '../support/small-content.ts';

function faultsOf(texts: Readonly<Record<string, string | undefined>>): readonly Fault[] {
  try {
    readContent(smallContent(texts));
  } catch (error) {
    if (error instanceof ContentError) return error.faults;
    throw error;
  }
  return [];
}

/** The topic with one place changed; the place must be there, or the test would test nothing. */
function topic(from: string, to: string): Record<string, string> {
  return { 'faq/bridge.yaml': changed(TOPIC_YAML, from, to) };
}

function changed(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}

describe('content', () => {
  it('is read whole where nothing is wrong', () => {
    const { faq, phrasings } = readContent(smallContent());
    expect(faq.entries.map(({ id, answer }) => [id, answer.kind])).toEqual([
      ['bridge-when', 'quoted'],
      ['eels', 'quoted'],
      ['bridge-cost', 'not_stated'],
      ['bridge-outlet', 'known'],
    ]);
    expect(phrasings.get('eels')?.[0]).toBe('What happened to the eels?');
  });

  const cases: readonly [string, () => Readonly<Record<string, string | undefined>>, Partial<Fault>, RegExp][] = [
    [
      'an unknown passage',
      () => topic('quotations: [1]', 'quotations: [7]'),
      { entry: 'bridge-when', line: 8 },
      /no passage 7.*1 to 2/,
    ],
    [
      'a quotation with a changed letter',
      () => topic('the eels away', 'the eel away'),
      { entry: 'eels' },
      /not in passage 2 letter by letter/,
    ],
    [
      'a quotation that cuts a sentence',
      () => topic('A fisher, who asked', 'who asked'),
      { entry: 'eels' },
      /cut a sentence of passage 2/,
    ],
    [
      'four quotations',
      () => topic('quotations: [1]', 'quotations: [1, 2, 1, 2]'),
      { entry: 'bridge-when' },
      /at most 3/,
    ],
    [
      'a phrasing in two entries, but for case, punctuation and spacing',
      () => topic('price of the bridge', 'Where did the  EELS go?'),
      { entry: 'bridge-cost', line: 27 },
      /stands in entry eels \(content\/faq\/bridge.yaml:19\)/,
    ],
    [
      'a phrasing that is another entry’s question',
      () => topic('price of the bridge', 'what happened to the eels'),
      { entry: 'bridge-cost' },
      /stands in entry eels/,
    ],
    [
      'a phrasing that stands among the off-topic questions',
      () => topic('price of the bridge', 'How do I bake bread?'),
      { entry: 'bridge-cost' },
      /off-topic\.yaml/,
    ],
    [
      'a related entry that does not exist',
      () => topic('related: [eels]', 'related: [herons]'),
      { entry: 'bridge-when', line: 9 },
      /related entry herons does not exist/,
    ],
    [
      'a telling entry that does not exist',
      () => topic('telling: [bridge-when]', 'telling: [ferry]'),
      { file: 'faq/bridge.yaml' },
      /telling names ferry/,
    ],
    [
      'fewer than three phrasings',
      () => topic('      - date of the opening\n', ''),
      { entry: 'bridge-when' },
      /at least 3 phrasings/,
    ],
    [
      'an id twice',
      () => topic('id: bridge-cost', 'id: eels'),
      { entry: 'eels' },
      /id stands in content\/faq\/bridge.yaml already/,
    ],
    [
      'a question of 81 characters',
      () => topic('When was the bridge opened?', `${'x'.repeat(80)}?`),
      { entry: 'bridge-when' },
      /at most 80 characters/,
    ],
    [
      'an id of 33 characters',
      () => topic('id: bridge-outlet', `id: ${'x'.repeat(33)}`),
      { entry: 'x'.repeat(33) },
      /at most 32 characters/,
    ],
    [
      'an entry that both quotes and does not state',
      () => topic('quotations: [1]', 'quotations: [1]\n    notStated: true'),
      { entry: 'bridge-when' },
      /exactly one of/,
    ],
    [
      'not stated without a closest passage',
      () => topic('    closest: [1]\n', ''),
      { entry: 'bridge-cost' },
      /add closest/,
    ],
    [
      'an unknown field',
      () => topic('known: [publisher]', 'known: [editor]'),
      { entry: 'bridge-outlet' },
      /expected one of title, publisher/,
    ],
    ['a mistyped key', () => topic('related: [eels]', 'realted: [eels]'), { entry: 'bridge-when' }, /realted/],
    [
      'YAML that cannot be read',
      () => topic('telling: [bridge-when]', 'telling: [bridge-when'),
      { file: 'faq/bridge.yaml' },
      /not valid YAML/,
    ],
    [
      'a changed letter in a passage',
      () => ({ 'report.yaml': changed(REPORT_YAML, 'opened a bridge', 'opened the bridge') }),
      { file: 'report.yaml' },
      /a letter of the report was changed/,
    ],
    [
      'an unknown basis',
      () => ({ 'report.yaml': changed(REPORT_YAML, 'basis: told,', 'basis: gossip,') }),
      { file: 'report.yaml' },
      /expected one of reporting/,
    ],
    [
      'passages out of order',
      () => ({ 'report.yaml': changed(REPORT_YAML, 'number: 2', 'number: 3') }),
      { file: 'report.yaml' },
      /must be 2/,
    ],
    [
      'a word of the lexicon in two groups',
      () => ({
        'lexicon.yaml': changed(LEXICON_YAML, '- [bridge, crossing]', '- [bridge, crossing]\n  - [ford, crossing]'),
      }),
      { file: 'lexicon.yaml', line: 4 },
      /stands in a group already, on line 3/,
    ],
    [
      'a word with two meanings in a group',
      () => ({ 'lexicon.yaml': changed(LEXICON_YAML, 'crossing', 'bank') }),
      { file: 'lexicon.yaml', line: 3 },
      /two meanings/,
    ],
    ['a missing file', () => ({ 'lexicon.yaml': undefined }), { file: 'lexicon.yaml' }, /missing/],
    ['no FAQ', () => ({ 'faq/bridge.yaml': undefined }), { file: 'faq' }, /no FAQ/],
  ];
  it.each(cases)('faults %s, and says where', (_, texts, place, message) => {
    const faults = faultsOf(texts());
    expect(faults).toEqual([expect.objectContaining({ ...place, message: expect.stringMatching(message) })]);
  });

  it('tells all faults at once', () => {
    const faults = faultsOf({
      'faq/bridge.yaml': TOPIC_YAML.replace('quotations: [1]', 'quotations: [9]').replace(
        'closest: [1]',
        'closest: [8]',
      ),
      'lexicon.yaml': LEXICON_YAML.replace('crossing', 'bank'),
    });
    expect(faults.map(({ entry, file }) => entry ?? file)).toEqual(['lexicon.yaml', 'bridge-when', 'bridge-cost']);
  });

  it('holds each entry to the rules by itself, and names no entry as missing that is only faulty', () => {
    const faults = faultsOf({
      'faq/bridge.yaml': TOPIC_YAML.replace('What happened to the eels?', 'x'.repeat(81)).replace(
        'closest: [1]',
        'closest: [8]',
      ),
    });
    expect(faults.map(({ entry }) => entry)).toEqual(['eels', 'bridge-cost']);
  });

  it('describes a fault with its place', () => {
    expect(describeFault({ file: 'faq/a.yaml', line: 3, entry: 'b', message: 'Wrong.' })).toBe(
      'content/faq/a.yaml:3, entry b: Wrong.',
    );
  });
});
