import { describe, expect, it } from 'vitest';
import type { AnswerJson } from '../../src/answers/answer-json.ts';
import { evaluate, type Evaluated } from '../../src/bench/evaluation.ts';
import { figuresOf, nearMissesIn, nearMissFigures, type Figure } from '../../src/bench/figures.ts';
import type { LabeledQuestion } from '../../src/bench/labeled-questions.ts';
import { denying, hedging, offering, quoting, unanswered } from '../support/answer-json.ts';

type Label = Pick<LabeledQuestion, 'kind' | 'gold' | 'near'>;
const answerable: Label = { kind: 'answerable', gold: [4] };
const notStated: Label = { kind: 'not_stated', gold: [] };
const offTopic: Label = { kind: 'off_topic', gold: [] };
const near = (kind: NonNullable<Label['near']>): Label => ({ ...notStated, near: kind });

function asked(...cases: readonly (readonly [Label, AnswerJson])[]): readonly Evaluated[] {
  return cases.flatMap(([label, answer]) => evaluate([{ id: '', lang: 'en', q: '', ...label }], () => answer));
}

function counts(figures: readonly Figure[]): Readonly<Record<string, string>> {
  return Object.fromEntries(figures.map(({ name, count, total }) => [name, `${count} of ${total}`]));
}

describe('figuresOf', () => {
  const unsure: AnswerJson = { ...quoting(9), confidence: 0.5 };
  const figures = counts(
    figuresOf(
      asked(
        [answerable, quoting(4)],
        [answerable, hedging(4)],
        [answerable, hedging(9)],
        [answerable, unsure],
        [answerable, denying(4)],
        [answerable, offering(4)],
        [answerable, offering(9)],
        [notStated, quoting(9)],
        [notStated, hedging(9)],
        [near('place'), denying(4)],
        [near('act'), hedging(4)],
        [offTopic, unanswered],
        [offTopic, denying(4)],
      ),
    ),
  );

  it.each([
    ['answerable: right', '2 of 7'],
    ['answerable: right or offered', '3 of 7'],
    ['answerable: right and not hedged', '1 of 7'],
    ['near misses: no quotation', '1 of 2'],
    ['near misses: no quotation that is not hedged', '2 of 2'],
    ['near misses: a plain not_stated', '1 of 2'],
    ['all not_stated: no quotation that is not hedged', '3 of 4'],
    ['off_topic: refused outright', '1 of 2'],
    ['quotations of confidence 0.9 or more that are wrong', '4 of 6'],
    ['choices, of all', '2 of 13'],
    ['choices whose first option was right', '1 of 2'],
  ])('counts “%s”', (name, expected) => {
    expect(figures[name]).toBe(expected);
  });

  it('counts a false denial as wrong and not hedged, beside wrong quotations that are not hedged', () => {
    expect(figures['wrong and not hedged, of all']).toBe('3 of 13');
  });
});

describe('nearMissFigures', () => {
  it('count an answer that quotes nothing, a hedged one and a denial', () => {
    const evaluated = asked(
      [near('time'), quoting(4)],
      [near('time'), hedging(4)],
      [near('time'), denying(4)],
      [near('time'), offering(4)],
      [near('time'), unanswered],
    );
    expect(counts(nearMissFigures(evaluated))).toEqual({
      'no quotation': '3 of 5',
      'no quotation that is not hedged': '4 of 5',
      'a plain not_stated': '1 of 5',
    });
  });
});

describe('nearMissesIn', () => {
  const evaluated = asked([near('place'), unanswered], [near('act'), unanswered], [notStated, unanswered]);

  it('leaves out other questions, and near misses of other kinds if one is given', () => {
    expect(nearMissesIn(evaluated).map(({ question }) => question.near)).toEqual(['place', 'act']);
    expect(nearMissesIn(evaluated, 'act').map(({ question }) => question.near)).toEqual(['act']);
  });
});
