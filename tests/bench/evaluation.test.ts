import { describe, expect, it } from 'vitest';
import { countVerdicts, evaluate, shareRight, TYPO_SEEDS } from '../../src/bench/evaluation.ts';
import type { LabeledQuestion } from '../../src/bench/labeled-questions.ts';
import { quoting, unanswered } from '../support/answer-json.ts';

const question = (q: string, rest: Partial<LabeledQuestion> = {}): LabeledQuestion => ({
  id: q,
  lang: 'en',
  q,
  kind: 'answerable',
  gold: [1],
  ...rest,
});

describe('evaluate', () => {
  it('asks each question once, as it was typed, and keeps the order', () => {
    const asked: string[] = [];
    const evaluated = evaluate([question('first'), question('second')], (typed) => {
      asked.push(typed);
      return typed === 'first' ? quoting(1) : unanswered;
    });
    expect(asked).toEqual(['first', 'second']);
    expect(evaluated.map(({ question: { q }, verdict }) => [q, verdict])).toEqual([
      ['first', 'right'],
      ['second', 'missed'],
    ]);
  });
});

describe('countVerdicts', () => {
  it('counts every verdict', () => {
    const answers = new Map([
      ['a', quoting(1)],
      ['b', quoting(1)],
      ['c', quoting(2)],
    ]);
    const questions = ['a', 'b', 'c', 'd'].map((q) => question(q));
    const evaluated = evaluate(questions, (typed) => answers.get(typed) ?? unanswered);
    expect(countVerdicts(evaluated)).toEqual({ right: 2, offered: 0, missed: 1, wrong: 1 });
  });
});

describe('shareRight', () => {
  it('asks only answerable English questions, as typed and with typos from every seed', () => {
    const asked: string[] = [];
    const questions = [
      question('mistyped'),
      question('pregunta', { lang: 'es' }),
      question('weather', { kind: 'off_topic', gold: [] }),
    ];
    const share = shareRight(questions, (typed) => {
      asked.push(typed);
      return typed === 'mistyped' ? quoting(1) : unanswered;
    });
    const shareIntact = (typed: readonly string[]): number =>
      typed.filter((one) => one === 'mistyped').length / TYPO_SEEDS;
    expect(asked).toHaveLength(1 + 2 * TYPO_SEEDS);
    expect(asked[0]).toBe('mistyped');
    expect(share).toEqual({
      asTyped: 1,
      withTypos: shareIntact(asked.slice(1, 1 + TYPO_SEEDS)),
      withTyposAnywhere: shareIntact(asked.slice(1 + TYPO_SEEDS)),
    });
    expect(share.withTypos).toBeLessThan(1);
  });

  it('hits first letters only where that is measured', () => {
    const asked: string[] = [];
    shareRight([question('mistyped')], (typed) => {
      asked.push(typed);
      return unanswered;
    });
    expect(asked.slice(0, 1 + TYPO_SEEDS).filter((typed) => !typed.startsWith('m'))).toEqual([]);
    expect(asked.slice(1 + TYPO_SEEDS).filter((typed) => !typed.startsWith('m'))).not.toEqual([]);
  });

  it('is zero without such questions', () => {
    expect(shareRight([], () => unanswered)).toEqual({ asTyped: 0, withTypos: 0, withTyposAnywhere: 0 });
  });
});
