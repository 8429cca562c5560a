import { describe, expect, it } from 'vitest';
import { scoreDataset, scoreQuestions } from '../../src/bench/ablation-sets.ts';
import type { LabeledQuestion } from '../../src/bench/labeled-questions.ts';
import type { Match } from '../../src/matcher/index.ts';
import { denying, hedging, offering, quoting, unanswered } from '../support/answer-json.ts';

const labeled = (q: string, kind: LabeledQuestion['kind']): LabeledQuestion => ({
  id: q,
  lang: 'en',
  q,
  kind,
  gold: kind === 'answerable' ? [1] : [],
});

describe('scores of labeled questions', () => {
  const scoreWith = (kind: LabeledQuestion['kind'], answer: typeof unanswered, set: string) =>
    scoreQuestions([labeled('the question', kind)], () => answer)
      .get(set)
      ?.get('the question');

  it.each([
    ['an answerable one quoted', 'answerable', quoting(1), 'answerable', 1],
    ['an answerable one quoted with a hedge', 'answerable', hedging(1), 'answerable', 1],
    ['an answerable one quoted wrongly', 'answerable', quoting(2), 'answerable', 0],
    ['an answerable one offered', 'answerable', offering(1), 'answerable', 0],
    ['one that is not stated, denied', 'not_stated', denying(1), 'not stated', 1],
    ['one that is not stated, hedged', 'not_stated', hedging(1), 'not stated', 1],
    ['one that is not stated, quoted', 'not_stated', quoting(1), 'not stated', 0],
    ['an off-topic one refused', 'off_topic', unanswered, 'off-topic', 1],
    ['an off-topic one denied', 'off_topic', denying(1), 'off-topic', 0],
  ] as const)('%s', (_, kind, answer, set, score) => {
    expect(scoreWith(kind, answer, set)).toBe(score);
  });

  it('with typos are means of several askings, under the question as it was written', () => {
    const typed = 'who opened the bridge';
    const askings: string[] = [];
    const scores = scoreQuestions([labeled(typed, 'answerable')], (question) => {
      askings.push(question);
      return askings.length % 2 === 0 ? quoting(1) : unanswered;
    }).get('with typos');
    expect([...(scores ?? [])]).toEqual([[typed, expect.closeTo(3 / 5)]]);
    expect(askings[0]).toBe(typed);
    expect(new Set(askings).size).toBeGreaterThan(2);
  });
});

describe('scores of a data set', () => {
  it('count the best entry, shown or not, and leave off-topic questions out', () => {
    const match: Match = { ranked: [{ id: 'card', score: 0.2 }], decision: { kind: 'none' }, names: [] };
    const questions = [
      { q: 'my card', entry: 'card' },
      { q: 'my cash', entry: 'cash' },
      { q: 'the weather', entry: null },
    ];
    const scores = scoreDataset({ name: 'bank', entries: [], questions }, { match: () => match });
    expect([...scores]).toEqual([
      ['my card', 1],
      ['my cash', 0],
    ]);
  });
});
