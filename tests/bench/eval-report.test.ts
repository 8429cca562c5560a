import { describe, expect, it } from 'vitest';
import type { AnswerJson } from '../../src/answers/answer-json.ts';
import { evalReport } from '../../src/bench/eval-report.ts';
import { evaluate } from '../../src/bench/evaluation.ts';
import type { LabelledQuestion } from '../../src/bench/labelled-questions.ts';
import { denying, offering, quoting, unanswered } from '../support/answer-json.ts';

const ASKED: readonly (readonly [LabelledQuestion, AnswerJson])[] = [
  [{ id: 'a1', lang: 'en', q: 'one?', kind: 'answerable', gold: [4] }, quoting(4, 5)],
  [{ id: 'a2', lang: 'en', q: 'two?', kind: 'answerable', gold: [4, 6] }, offering(6)],
  [{ id: 'a3', lang: 'en', q: 'three?', kind: 'not_stated', gold: [] }, quoting(7)],
  [{ id: 'a4', lang: 'es', q: '¿cuatro?', kind: 'answerable', gold: [4] }, denying(4)],
];

const answers = new Map(ASKED.map(([{ q }, answer]) => [q, answer]));
const evaluated = evaluate(
  ASKED.map(([question]) => question),
  (question) => answers.get(question) ?? unanswered,
);
const report = evalReport(evaluated, { asTyped: 0.5, withTypos: 0.25 }).join('\n');

describe('evalReport', () => {
  it.each([
    ['a kind of question', /^en +answerable +2 +1 \(50\.0%\) +1 \(50\.0%\) +0 \(0\.0%\) +0 \(0\.0%\)$/m],
    ['a kind that was not asked', /^en +off_topic +0 +– +– +– +–$/m],
    ['a whole language', /^en +all +3 +1 \(33\.3%\) +1 \(33\.3%\) +0 \(0\.0%\) +1 \(33\.3%\)$/m],
    ['another language', /^es +all +1 +0 \(0\.0%\) +0 \(0\.0%\) +0 \(0\.0%\) +1 \(100\.0%\)$/m],
  ])('counts the verdicts for %s', (_, line) => {
    expect(report).toMatch(line);
  });

  it('tells how much is quoted, and how often the first passage is acceptable', () => {
    expect(report).toContain('Passages per quoted answer: 1.50 on average');
    expect(report).toContain('First quoted passage acceptable: 1 of 1 ');
  });

  it('tells what typos cost', () => {
    expect(report).toContain('50.0% as typed, 25.0% with one or two typos');
  });

  it('names every question that was not answered right, with what was expected and what came', () => {
    const misses = report.split('\n').slice(-3);
    expect(misses).toEqual([
      'offered  a2 en “two?” (answerable 4,6) → ambiguous [an-entry]',
      'wrong    a3 en “three?” (not_stated) → quoted an-entry 0.9',
      'wrong    a4 es “¿cuatro?” (answerable 4) → not_stated an-entry 0.9',
    ]);
  });
});
