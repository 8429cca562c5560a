import { describe, expect, it } from 'vitest';
import type { AnswerJson } from '../../src/answers/answer-json.ts';
import type { LabeledQuestion } from '../../src/bench/labeled-questions.ts';
import { firstChoiceIsRight, isHedged, verdictOf, type Verdict } from '../../src/bench/verdict.ts';
import { denying, hedging, offering, quoting, unanswered } from '../support/answer-json.ts';

const GOLD = [4, 6];

describe('verdictOf', () => {
  it.each<[LabeledQuestion['kind'], string, AnswerJson, Verdict]>([
    ['answerable', 'quoted with an acceptable passage', quoting(9, 4), 'right'],
    ['answerable', 'quoted without one', quoting(9), 'wrong'],
    ['answerable', 'hedged with an acceptable passage', hedging(4), 'right'],
    ['answerable', 'hedged without one', hedging(9), 'wrong'],
    ['answerable', 'denied, even with an acceptable passage as the closest', denying(4), 'wrong'],
    ['answerable', 'offered with an acceptable passage', offering(9, 4), 'offered'],
    ['answerable', 'offered without one', offering(9), 'missed'],
    ['answerable', 'unanswered', unanswered, 'missed'],
    ['not_stated', 'denied', denying(4), 'right'],
    ['not_stated', 'quoted', quoting(4), 'wrong'],
    ['not_stated', 'hedged', hedging(4), 'wrong'],
    ['not_stated', 'offered', offering(4), 'offered'],
    ['not_stated', 'unanswered', unanswered, 'offered'],
    ['off_topic', 'unanswered', unanswered, 'right'],
    ['off_topic', 'denied', denying(4), 'offered'],
    ['off_topic', 'offered', offering(4), 'offered'],
    ['off_topic', 'quoted', quoting(4), 'wrong'],
  ])('of a question that is %s and %s', (kind, _, answer, verdict) => {
    const gold = kind === 'answerable' ? GOLD : [];
    expect(verdictOf({ id: 'x', lang: 'en', q: '', kind, gold }, answer)).toBe(verdict);
  });
});

describe('isHedged', () => {
  it('is true only of a quotation that is marked as hedged', () => {
    expect([hedging(4), quoting(4), denying(4), unanswered].map(isHedged)).toEqual([true, false, false, false]);
  });
});

describe('firstChoiceIsRight', () => {
  const choice = (...options: readonly (readonly number[])[]): AnswerJson => ({
    ...offering(),
    candidates: options.map((paragraphs) => ({ entry: 'an-entry', question: '', paragraphs })),
  });

  it.each<[LabeledQuestion['kind'], string, AnswerJson, boolean]>([
    ['answerable', 'an acceptable passage first', choice([9, 4], [8]), true],
    ['answerable', 'an acceptable passage second', choice([8], [4]), false],
    ['answerable', 'an acceptable passage quoted without a choice', quoting(4), false],
    ['not_stated', 'a denial first', choice([], [8]), true],
    ['not_stated', 'a quotation first', choice([8], []), false],
    ['off_topic', 'anything first', choice([], []), false],
  ])('of a question that is %s, with %s', (kind, _, answer, expected) => {
    const gold = kind === 'answerable' ? GOLD : [];
    expect(firstChoiceIsRight({ id: 'x', lang: 'en', q: '', kind, gold }, answer)).toBe(expected);
  });
});
