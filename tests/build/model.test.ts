import { describe, expect, it } from 'vitest';
import { matcherEntries, matcherOptions, trainingFingerprint } from '../../src/build/model.ts';
import { readSmallContent } from '../support/small-content.ts';

const content = readSmallContent();
const withNames = (...names: readonly (readonly string[])[]) => ({
  ...content,
  lexicon: { ...content.lexicon, names },
});

describe('matcherEntries', () => {
  const entries = new Map(matcherEntries(content).map((entry) => [entry.id, entry]));

  it('deny where the report does not say, but not where they are about the report itself', () => {
    const denials = [...entries].filter(([, { denies }]) => denies).map(([id]) => id);
    expect(denials).toEqual(['bridge-cost']);
  });

  it('are about the first passage that they quote, and about none if they deny', () => {
    const topics = [...entries].map(([id, { topic, needsHighConfidence }]) => [id, topic, needsHighConfidence]);
    expect(topics).toEqual([
      ['bridge-when', '1', false],
      ['eels', '2', false],
      ['bridge-cost', undefined, true],
      ['bridge-outlet', undefined, true],
    ]);
  });

  it('have the phrasings of the content, the question among them', () => {
    expect(entries.get('eels')?.phrasings).toEqual(content.phrasings.get('eels'));
  });
});

describe('matcherOptions', () => {
  it('has near misses with the passage that comes closest as their topic', () => {
    expect(matcherOptions(content).nearMisses).toEqual([
      { question: 'who built the bridge', topic: '1' },
      { question: 'was the opening on a tuesday last year as well', topic: '1' },
      { question: 'how old is the fisher', topic: '2' },
    ]);
  });

  it.each([
    ['stands in a passage', 'Monday'],
    ['stands in a passage in another case', 'mayor'],
    ['stands in the title', 'A bridge opens'],
    ['is the publisher', 'Harbour Post'],
  ])('leaves out a name that %s', (_, name) => {
    expect(matcherOptions(withNames([name], ['Rivertown'])).names).toEqual([['Rivertown']]);
  });

  it('leaves out a name that the report has in another form', () => {
    expect(matcherOptions(withNames(['Day of the Moon', 'Monday'])).names).toEqual([]);
  });

  it('keeps a name that is only a part of a word of the report', () => {
    expect(matcherOptions(withNames(['Ridge'], ['Harbour Postman'])).names).toEqual([['Ridge'], ['Harbour Postman']]);
  });
});

describe('the training fingerprint', () => {
  it('changes with the names that the report does not have', () => {
    const before = trainingFingerprint(withNames(['Rivertown']));
    expect(trainingFingerprint(withNames(['Rivertown']))).toBe(before);
    expect(trainingFingerprint(withNames(['Rivertown'], ['Laketown']))).not.toBe(before);
  });

  it('changes with the passage of near misses', () => {
    const moved = new Map([...content.nearMisses].map(([passage, questions]) => [3 - passage, questions]));
    expect(trainingFingerprint({ ...content, nearMisses: moved })).not.toBe(trainingFingerprint(content));
  });
});
