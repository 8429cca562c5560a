import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/content/content.ts';
import { changed, LEXICON_YAML, PHRASINGS_YAML, smallContent, TOPIC_YAML } from '../support/small-content.ts';

describe('content', () => {
  it('is read if nothing is wrong', () => {
    const { content, issues } = readContent(smallContent());
    expect(issues).toEqual([]);
    expect(content?.faq.entries.map(({ id, topic }) => [id, topic])).toEqual([
      ['bridge-when', 'bridge'],
      ['eels', 'bridge'],
      ['bridge-cost', 'bridge'],
      ['bridge-outlet', 'bridge'],
    ]);
    expect(content?.offTopic).toEqual(['how do I bake bread']);
    expect([...(content?.nearMisses ?? [])]).toEqual([
      [1, ['who built the bridge', 'was the opening on a tuesday last year as well']],
      [2, ['how old is the fisher']],
    ]);
  });

  it('may lack near misses', () => {
    const { content } = readContent(smallContent({ 'near-misses/en.yaml': undefined }));
    expect(content?.nearMisses).toEqual(new Map());
  });

  it('has the phrasings in the order of the FAQ, each entry’s own question first', () => {
    const reversed = PHRASINGS_YAML.split(/(?=^\S)/m)
      .reverse()
      .join('');
    const { content } = readContent(smallContent({ 'phrasings/en/bridge.yaml': reversed }));
    expect([...(content?.phrasings ?? [])].map(([id, [first]]) => [id, first])).toEqual(
      content?.faq.entries.map(({ id, question }) => [id, question]),
    );
    expect(content?.phrasings.get('eels')).toHaveLength(4);
  });

  it('has the topics in their own order', () => {
    const other =
      'title: Other\norder: 0\ncolor: "#000000"\nfeatured: [other]\nentries:\n  - { id: other, question: O?, known: [date] }\n';
    const files = { 'faq/other.yaml': other, 'phrasings/en/other.yaml': 'other: [one, two, three]' };
    const { content } = readContent(smallContent(files));
    expect(content?.faq.topics.map(({ id }) => id)).toEqual(['other', 'bridge']);
    expect(content?.faq.entries[0]?.id).toBe('other');
  });

  it.each([
    ['a missing report', { 'report.yaml': undefined }, 'report.yaml', /missing/],
    ['a missing lexicon', { 'lexicon/en.yaml': undefined }, 'lexicon/en.yaml', /missing/],
    ['a file that ends in .yml', { 'faq/more.yml': TOPIC_YAML }, 'faq/more.yml', /rename it so that it ends in \.yaml/],
    ['a file that nothing reads', { 'notes.txt': 'Mind the gap.' }, 'notes.txt', /Nothing reads this file/],
    ['a folder too deep', { 'faq/old/bridge.yaml': TOPIC_YAML }, 'faq/old/bridge.yaml', /Nothing reads this file/],
    ['another language', { 'phrasings/fr/a.yaml': 'a: []' }, 'phrasings/fr/a.yaml', /Nothing reads this file/],
  ])('tells %s', (_, change, file, message) => {
    expect(readContent(smallContent(change)).issues).toEqual([{ file, message: expect.stringMatching(message) }]);
  });

  it('needs a topic', () => {
    const { issues } = readContent(
      smallContent({ 'faq/bridge.yaml': undefined, 'phrasings/en/bridge.yaml': undefined }),
    );
    expect(issues).toEqual([{ file: 'faq/', message: expect.stringMatching(/There are no topics/) }]);
  });

  it('tells the issues of all files at once, those of a broken report among them', () => {
    const { content, report, issues } = readContent(
      smallContent({
        'report.yaml': 'language: [',
        'lexicon/en.yaml': changed(LEXICON_YAML, 'ppl', 'Ppl'),
        'faq/bridge.yaml': changed(TOPIC_YAML, 'related: [eels]', 'related: [ferry]'),
        'phrasings/en/bridge.yaml': changed(PHRASINGS_YAML, 'are there still eels', '"?"'),
      }),
    );
    expect({ content, report }).toEqual({ content: undefined, report: undefined });
    expect(issues.map(({ file }) => file)).toEqual([
      'report.yaml',
      'lexicon/en.yaml',
      'phrasings/en/bridge.yaml',
      'faq/bridge.yaml',
    ]);
  });

  it('gives the report also if something else is wrong', () => {
    expect(readContent(smallContent({ 'faq/bridge.yaml': 'title: [' })).report?.passages).toHaveLength(2);
  });
});
