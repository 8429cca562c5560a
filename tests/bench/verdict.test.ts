import { describe, expect, it } from 'vitest';
import { answerToJson, type AnswerJson } from '../../src/answers/answer-json.ts';
import { judge, type LabelledQuestion, type Verdict } from '../../src/bench/verdict.ts';
import { readFileSync } from 'node:fs';
import { bot } from '../support/prepared.ts';

const blank: AnswerJson = {
  question: '',
  kind: 'unanswered',
  entry: null,
  confidence: 0,
  passages: [],
  candidates: [],
};
const passage = (paragraph: number): AnswerJson['passages'][number] => ({
  paragraph,
  text: '',
  attribution: '',
  citation: '',
});
const quoting = (...paragraphs: number[]): AnswerJson => ({
  ...blank,
  kind: 'quoted',
  entry: 'e',
  passages: paragraphs.map(passage),
});
const offering = (...paragraphs: number[]): AnswerJson => ({
  ...blank,
  kind: 'ambiguous',
  candidates: [{ entry: 'e', question: '', paragraphs }],
});
const denying: AnswerJson = { ...blank, kind: 'not_stated', entry: 'e', passages: [passage(4)] };

describe('a labelled question', () => {
  it.each<[LabelledQuestion['kind'], string, AnswerJson, Verdict]>([
    ['answerable', 'quoted with an accepted passage', quoting(9, 4), 'right'],
    ['answerable', 'quoted without one', quoting(9), 'wrong'],
    ['answerable', 'denied, though the closest passage is an accepted one', denying, 'wrong'],
    ['answerable', 'offered with an accepted passage', offering(9, 4), 'offered'],
    ['answerable', 'offered without one', offering(9), 'missed'],
    ['answerable', 'not answered', blank, 'missed'],
    ['not_stated', 'denied', denying, 'right'],
    ['not_stated', 'quoted', quoting(4), 'wrong'],
    ['not_stated', 'offered', offering(4), 'offered'],
    ['not_stated', 'not answered', blank, 'offered'],
    ['off_topic', 'not answered', blank, 'right'],
    ['off_topic', 'denied', denying, 'offered'],
    ['off_topic', 'offered', offering(4), 'offered'],
    ['off_topic', 'quoted', quoting(4), 'wrong'],
  ])('that is %s and %s counts as it should', (kind, _, answer, verdict) => {
    const gold = kind === 'answerable' ? [4, 6] : [];
    expect(judge({ id: 'x', lang: 'en', q: '', kind, gold }, answer)).toBe(verdict);
  });
});

describe('the English labelled questions', () => {
  const lines = readFileSync(new URL('../data/questions.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const english = lines.map((line) => JSON.parse(line) as LabelledQuestion).filter(({ lang }) => lang === 'en');
  const verdicts = english.map((question) => {
    const answer = answerToJson(question.q, bot.answerer.ask(question.q), bot.report, bot.translators.default);
    return { kind: question.kind, verdict: judge(question, answer) };
  });
  const count = (kind: string, ...wanted: Verdict[]): number =>
    verdicts.filter((one) => one.kind === kind && wanted.includes(one.verdict)).length;

  it('are answered as well as was promised: 80 % right, 90 % right or offered, 10 % wrong at the most', () => {
    const answerable = english.filter(({ kind }) => kind === 'answerable').length;
    expect(count('answerable', 'right') / answerable).toBeGreaterThanOrEqual(0.8);
    expect(count('answerable', 'right', 'offered') / answerable).toBeGreaterThanOrEqual(0.9);
    expect(verdicts.filter(({ verdict }) => verdict === 'wrong').length / english.length).toBeLessThanOrEqual(0.1);
  });
});
