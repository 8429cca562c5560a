import { describe, expect, it } from 'vitest';
import { createAnswerer } from '../../src/answers/answerer.ts';
import { MAX_CHOICES, type Match } from '../../src/matcher/index.ts';
import { faq, tableMatcher } from '../support/small-bot.ts';

const answerer = createAnswerer(faq, tableMatcher);
const nothing: Match = { ranked: [], decision: { kind: 'none' } };
/** An answerer whose matcher says the same of every question. */
const answering = (match: Match): typeof answerer => createAnswerer(faq, { ...tableMatcher, match: () => match });

describe('asking', () => {
  it.each(faq.entries.map(({ id, question }) => [id, question]))(
    'lets entry %s answer its own question and its id, whatever the matcher says',
    (id, question) => {
      const { ask } = answering(nothing);
      for (const asked of [question, question.toUpperCase(), ` ${question}\n`, id])
        expect(ask(asked)).toMatchObject({ entry: { id }, confidence: 1, candidates: [] });
    },
  );

  it.each([
    ['quoted', 'bridge-when', 'what day did the bridge open'],
    ['not_stated', 'bridge-cost', 'price of the bridge'],
    ['known', 'bridge-outlet', 'which paper is this from'],
  ])('gives the kind %s as the entry %s has it', (kind, id, question) => {
    expect(answerer.ask(question)).toMatchObject({ kind, entry: { id }, confidence: 0.9 });
  });

  it('offers the runners-up that have a chance, best first, without the entry itself', () => {
    const answer = answerer.ask('what day did the bridge open');
    expect(answer.kind === 'quoted' && answer.candidates.map(({ id }) => id)).toEqual(['eels']);
  });

  it('takes the matcher’s confidence where the entry is not ranked', () => {
    const match: Match = { ranked: [], decision: { kind: 'match', id: 'eels', confidence: 0.7 } };
    expect(answering(match).ask('x')).toMatchObject({ confidence: 0.7 });
  });

  it('offers what the question could mean', () => {
    const answer = answerer.ask('bridge');
    expect(answer.kind === 'ambiguous' && answer.candidates.map(({ id }) => id)).toEqual([
      'bridge-when',
      'bridge-cost',
    ]);
  });

  it('offers no more runners-up than can be read at a glance', () => {
    const ranked = Array.from({ length: 9 }, () => ({ id: 'bridge-cost', score: 0.1 }));
    const answer = answering({ ranked, decision: { kind: 'match', id: 'eels', confidence: 0.7 } }).ask('x');
    expect(answer.kind === 'quoted' && answer.candidates).toHaveLength(MAX_CHOICES);
  });

  it.each(['how do I bake bread', '', '   ', 'constructor', '__proto__'])('does not answer “%s”', (question) => {
    expect(answerer.ask(question)).toEqual({ kind: 'unanswered' });
  });

  it('does not answer with an entry that the FAQ does not have', () => {
    const match: Match = { ranked: [], decision: { kind: 'match', id: 'gone', confidence: 1 } };
    expect(answering(match).ask('x')).toEqual({ kind: 'unanswered' });
  });
});

describe('asking in a message', () => {
  it.each([
    ['the whole message', 'what day did the bridge open', 'bridge-when'],
    ['the sentence that asks', 'Lovely day. Where did the eels go? Price of the bridge.', 'eels'],
    ['a line that tells', 'hello all\nprice of the bridge\nbye', 'bridge-cost'],
  ])('answers %s', (_, message, id) => {
    expect(answerer.askIn(message)).toMatchObject({ entry: { id } });
  });

  it('keeps what the whole message could mean where no sentence has an answer', () => {
    expect(answerer.askIn('Bridge?').kind).toBe('ambiguous');
  });

  it('reads the first sixty sentences only', () => {
    const chat = Array.from({ length: 60 }, (_, index) => `Line ${index}.`).join('\n');
    expect(answerer.askIn(`${chat}\nwhere did the eels go?`)).toEqual({ kind: 'unanswered' });
  });
});

describe('choosing', () => {
  it('gives the entry’s answer, and no candidates', () => {
    expect(answerer.choose('eels')).toMatchObject({
      kind: 'quoted',
      entry: { id: 'eels' },
      confidence: 1,
      candidates: [],
    });
  });

  it.each(['gone', '', '__proto__'])('finds no entry “%s”', (id) => {
    expect(answerer.choose(id)).toBeUndefined();
  });
});

describe('suggesting', () => {
  it('gives the featured entries while nothing is typed', () => {
    expect(answerer.suggest('  ', 25).map(({ id }) => id)).toEqual(['bridge-when']);
  });

  it('gives what the matcher finds, up to the limit', () => {
    expect(answerer.suggest('bridge', 1).map(({ id }) => id)).toEqual(['bridge-when']);
  });
});

describe('explaining', () => {
  it('says whether the question was an entry’s own', () => {
    expect(answerer.explain('eels')).toMatchObject({ exact: true, answer: { entry: { id: 'eels' } } });
    expect(answerer.explain('where did the eels go')).toMatchObject({
      exact: false,
      answer: { entry: { id: 'eels' } },
    });
  });
});
