/** Asks labeled questions and counts the verdicts. */

import { answerToJson, type AnswerJson } from '../answers/answer-json.ts';
import type { Bot } from '../bot/bot.ts';
import { seededRandom } from '../matcher/training.ts';
import type { LabeledQuestion } from './labeled-questions.ts';
import { withTypos, type TypoOptions } from './typos.ts';
import { verdictOf, type Verdict } from './verdict.ts';

/** Every answerable question is asked with typos from each of this many seeds. */
export const TYPO_SEEDS = 20;

/** Answers a question as `npm run ask -- --json` does. */
export type Ask = (question: string) => AnswerJson;

export interface Evaluated {
  readonly question: LabeledQuestion;
  readonly answer: AnswerJson;
  readonly verdict: Verdict;
}

export function askBot(bot: Bot): Ask {
  return (question) => answerToJson(question, bot.answerer.ask(question), bot, bot.translators.default);
}

export function evaluate(questions: readonly LabeledQuestion[], ask: Ask): readonly Evaluated[] {
  return questions.map((question) => {
    const answer = ask(question.q);
    return { question, answer, verdict: verdictOf(question, answer) };
  });
}

export function countVerdicts(evaluated: readonly Evaluated[]): Readonly<Record<Verdict, number>> {
  const counts = { right: 0, offered: 0, missed: 0, wrong: 0 } satisfies Record<Verdict, number>;
  for (const { verdict } of evaluated) counts[verdict] += 1;
  return counts;
}

/** Shares, from 0 to 1, of the answerable English questions that are answered right. */
export interface ShareRight {
  readonly asTyped: number;
  /** With one or two typos in each question, none in a first letter: the mean over the seeds. */
  readonly withTypos: number;
  /** The same where typos hit first letters as often as others. */
  readonly withTyposAnywhere: number;
}

export function shareRight(questions: readonly LabeledQuestion[], ask: Ask): ShareRight {
  const asked = questions.filter(({ lang, kind }) => lang === 'en' && kind === 'answerable');
  const share = (typed: (question: string) => string): number => {
    const { right } = countVerdicts(evaluate(asked, (question) => ask(typed(question))));
    return right / Math.max(1, asked.length);
  };
  const meanWithTypos = (options: TypoOptions): number => {
    const shares = Array.from({ length: TYPO_SEEDS }, (_, index) => {
      const random = seededRandom(index + 1);
      return share((question) => withTypos(question, random, options));
    });
    return shares.reduce((sum, one) => sum + one, 0) / TYPO_SEEDS;
  };
  return {
    asTyped: share((question) => question),
    withTypos: meanWithTypos({ firstLetters: false }),
    withTyposAnywhere: meanWithTypos({ firstLetters: true }),
  };
}
