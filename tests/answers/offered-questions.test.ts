import { describe, expect, it } from 'vitest';
import { answerFrom, notCovered } from '../../src/answers/answer.ts';
import { exampleQuestions, otherQuestions } from '../../src/answers/offered-questions.ts';
import type { Entry, Faq, Topic } from '../../src/content/faq.ts';
import { faq } from '../support/small-bot.ts';

function entryOf(id: string): Entry {
  const entry = faq.entries.find((one) => one.id === id);
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
}

const idsOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id);

describe('other questions', () => {
  const entry = entryOf('bridge-and-eels'); // related to eels and bridge-cost

  it.each<[string, readonly string[], number, readonly string[]]>([
    ['are the runners-up first, then the related entries', ['bridge-when'], 8, ['bridge-when', 'eels', 'bridge-cost']],
    ['have each entry once', ['bridge-cost', 'eels'], 8, ['bridge-cost', 'eels']],
    ['leave out the entry that answers', ['bridge-and-eels'], 8, ['eels', 'bridge-cost']],
    ['are no more than the limit', ['bridge-when'], 2, ['bridge-when', 'eels']],
  ])('%s', (_, candidates, limit, expected) => {
    expect(idsOf(otherQuestions(answerFrom(entry, 1, candidates.map(entryOf)), faq, limit))).toEqual(expected);
  });

  it('begin with the nearest entry where none answers', () => {
    const answer = notCovered(entry, 1, [entryOf('bridge-when')]);
    expect(idsOf(otherQuestions(answer, faq, 3))).toEqual(['bridge-and-eels', 'bridge-when', 'eels']);
  });
});

describe('example questions', () => {
  const [template] = faq.topics;
  if (!template) throw new Error('no topic');
  const topic = (id: string, ids: readonly string[]): Topic => ({ ...template, id, featured: ids });
  const twoTopics: Faq = {
    topics: [topic('one', ['eels', 'bridge-cost']), topic('two', ['bridge-when'])],
    entries: faq.entries,
  };

  it('take one featured entry of each topic in turn', () => {
    expect(idsOf(exampleQuestions(twoTopics, 5))).toEqual(['eels', 'bridge-when', 'bridge-cost']);
  });

  it('are no more than the limit', () => {
    expect(idsOf(exampleQuestions(twoTopics, 2))).toEqual(['eels', 'bridge-when']);
  });
});
