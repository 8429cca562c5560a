import { describe, expect, it } from 'vitest';
import { answerFrom, notCovered } from '../../src/answers/answer.ts';
import { exampleQuestions, otherQuestions, relatedQuestions } from '../../src/answers/offered-questions.ts';
import type { Entry, Faq, Topic } from '../../src/content/faq.ts';
import { MAX_CHOICES } from '../../src/matcher/index.ts';
import { faq } from '../support/small-bot.ts';

function entryOf(id: string): Entry {
  const entry = faq.entries.find((one) => one.id === id);
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
}

/** An entry that the report does not answer. */
function unstated(id: string): Entry {
  return { ...entryOf('bridge-cost'), id };
}

const idsOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id);

describe('other questions', () => {
  const entry = entryOf('bridge-and-eels'); // related to eels and bridge-cost

  it.each<[string, readonly string[], readonly string[]]>([
    ['are the runners-up first, then the related entries', ['bridge-when'], ['bridge-when', 'eels', 'bridge-cost']],
    ['have each entry once', ['eels'], ['eels', 'bridge-cost']],
    [
      'have those first that the report answers',
      ['bridge-cost', 'bridge-when'],
      ['bridge-when', 'eels', 'bridge-cost'],
    ],
    ['leave out the entry that answers', ['bridge-and-eels'], ['eels', 'bridge-cost']],
    [
      'have no more than two that the report does not answer',
      ['bridge-outlet', 'bridge-who', 'bridge-why'],
      ['eels', 'bridge-outlet', 'bridge-who'],
    ],
  ])('%s', (_, candidates, expected) => {
    const offered = candidates.map((id) =>
      id.startsWith('bridge-w') && id !== 'bridge-when' ? unstated(id) : entryOf(id),
    );
    expect(idsOf(otherQuestions(answerFrom(entry, 1, offered), faq))).toEqual(expected);
  });

  it('are no more than can be read at a glance', () => {
    const stated = Array.from({ length: 9 }, (_, index) => ({ ...entryOf('eels'), id: `eels-${index}` }));
    expect(otherQuestions(answerFrom(entry, 1, stated), faq)).toEqual(stated.slice(0, MAX_CHOICES));
  });

  it('begin with the nearest entry where none answers', () => {
    const answer = notCovered(entry, 1, [entryOf('bridge-when')]);
    expect(idsOf(otherQuestions(answer, faq)).slice(0, 3)).toEqual(['bridge-and-eels', 'bridge-when', 'eels']);
  });

  it('leave out what shows nothing new, but only if enough is left that the report answers', () => {
    const eels = entryOf('eels');
    const again = { ...eels, id: 'eels-again' };
    const news = ['one', 'two'].map((id) => ({ ...entryOf('bridge-when'), id }));
    const offered = (candidates: readonly Entry[]) =>
      idsOf(otherQuestions(answerFrom({ ...eels, related: [] }, 1, candidates), faq));
    expect(offered([again, ...news])).toEqual(['one', 'two']);
    expect(offered([again, ...news.slice(1)])).toEqual(['eels-again', 'two']);
  });

  it('have the nearest entry although its passages are shown', () => {
    const news = ['one', 'two'].map((id) => ({ ...entryOf('bridge-when'), id }));
    expect(idsOf(otherQuestions(notCovered(entryOf('eels'), 1, news), faq))).toEqual(['eels', 'one', 'two']);
  });

  it.each([
    ['of an entry', answerFrom(entryOf('bridge-cost'), 1, [unstated('one'), entryOf('eels')])],
    ['of no entry', notCovered(entryOf('eels'), 1, [unstated('one')])],
  ])('have no denial below that %s', (_, answer) => {
    expect(idsOf(otherQuestions(answer, faq))).toEqual(['eels']);
  });

  it('are none where no passage comes near', () => {
    expect(otherQuestions(notCovered(undefined, 1, [entryOf('eels')]), faq)).toEqual([]);
    const denial: Entry = { ...entryOf('bridge-cost'), answer: { kind: 'not_stated', closest: [] } };
    expect(otherQuestions(answerFrom(denial, 1, [entryOf('eels')]), faq)).toEqual([]);
  });
});

describe('related questions', () => {
  it('are in the author’s order, but those first that the report answers', () => {
    const related = ['bridge-cost', 'eels', 'bridge-when'];
    expect(idsOf(relatedQuestions({ ...entryOf('bridge-outlet'), related }, faq))).toEqual([
      'eels',
      'bridge-when',
      'bridge-cost',
    ]);
  });

  it('are found by their former ids, too', () => {
    expect(idsOf(relatedQuestions({ ...entryOf('eels'), related: ['bridge-price', 'gone'] }, faq))).toEqual([
      'bridge-cost',
    ]);
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
