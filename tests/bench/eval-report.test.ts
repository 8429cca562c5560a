import { describe, expect, it } from 'vitest';
import type { AnswerJson } from '../../src/answers/answer-json.ts';
import { evalReport } from '../../src/bench/eval-report.ts';
import { evaluate } from '../../src/bench/evaluation.ts';
import type { LabeledQuestion } from '../../src/bench/labeled-questions.ts';
import { denying, hedging, offering, quoting, unanswered } from '../support/answer-json.ts';

const ASKED: readonly (readonly [LabeledQuestion, AnswerJson])[] = [
  [{ id: 'a1', lang: 'en', q: 'one?', kind: 'answerable', gold: [4] }, quoting(4, 5)],
  [{ id: 'a2', lang: 'en', q: 'two?', kind: 'answerable', gold: [4, 6] }, offering(6)],
  [{ id: 'a3', lang: 'en', q: 'three?', kind: 'not_stated', gold: [] }, quoting(7)],
  [{ id: 'n1', lang: 'en', q: 'near one?', kind: 'not_stated', gold: [], near: 'place' }, hedging(7)],
  [{ id: 'n2', lang: 'en', q: 'near two?', kind: 'not_stated', gold: [], near: 'act' }, denying(7)],
  [{ id: 'a4', lang: 'es', q: '¿cuatro?', kind: 'answerable', gold: [4] }, denying(4)],
];

const answers = new Map(ASKED.map(([{ q }, answer]) => [q, answer]));
const evaluated = evaluate(
  ASKED.map(([question]) => question),
  (question) => answers.get(question) ?? unanswered,
);
const share = { asTyped: 0.5, withTypos: 0.25, withTyposAnywhere: 0.125 };
const report = evalReport(evaluated, share).join('\n');

describe('evalReport', () => {
  it.each([
    ['a kind of question', /^en +answerable +2 +1 \(50\.0%, 9–91\) +1 \(50\.0%, 9–91\) +0 .* 0 \(0\.0%, 0–66\)$/m],
    ['a kind that was not asked', /^en +off_topic +0 +– +– +– +–$/m],
    ['near misses', /^en +not_stated +3 .*\nen +near misses +2 +1 \(50\.0%, 9–91\) +0 .* 1 \(50\.0%, 9–91\)$/m],
    ['a whole language', /^en +all +5 +2 \(40\.0%, 12–77\) +1 \(20\.0%, 4–62\) +0 .* 2 \(40\.0%, 12–77\)$/m],
    ['another language', /^es +all +1 +0 .* 1 \(100\.0%, 21–100\)$/m],
  ])('counts the verdicts for %s', (_, line) => {
    expect(report).toMatch(line);
  });

  it.each([
    ['a figure of English questions', /^wrong and not hedged, of all +1 \(20\.0%, 4–62\) +of 5$/m],
    ['near misses of all kinds', /^all +2 +1 \(50\.0%, 9–91\) +2 \(100\.0%, 34–100\) +1 \(50\.0%, 9–91\)$/m],
    ['near misses of one kind', /^ {2}place +1 +0 \(0\.0%, 0–79\) +1 \(100\.0%, 21–100\) +0 \(0\.0%, 0–79\)$/m],
    ['near misses of a kind that was not asked', /^ {2}reason +0 +– +– +–$/m],
  ])('counts %s', (_, line) => {
    expect(report).toMatch(line);
  });

  it('has no table of near misses where there are none', () => {
    const others = evaluated.filter(({ question }) => question.near === undefined);
    expect(evalReport(others, share).join('\n')).not.toMatch(/^ {2}place/m);
  });

  it('tells how much is quoted, and how often the first passage is acceptable', () => {
    expect(report).toContain('Passages per quoted answer: 1.33 on average');
    expect(report).toContain('First quoted passage acceptable: 1 of 1 ');
  });

  it('tells what typos cost', () => {
    expect(report).toMatch(/typos, none in a first letter +25\.0 points, from 50\.0% to 25\.0% /);
    expect(report).toMatch(/typos, in first letters too +37\.5 points, from 50\.0% to 12\.5% /);
  });

  it('names every question that was not answered right, with what was expected and what came', () => {
    const misses = report.split('\n').slice(-4);
    expect(misses).toEqual([
      'offered  a2 en “two?” (answerable 4,6) → ambiguous [an-entry]',
      'wrong    a3 en “three?” (not_stated) → quoted an-entry 0.9',
      'wrong    n1 en “near one?” (not_stated, near: place) → quoted an-entry 0.9 hedged',
      'wrong    a4 es “¿cuatro?” (answerable 4) → not_stated an-entry 0.9',
    ]);
  });
});
