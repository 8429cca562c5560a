/** The bot's answers to labelled questions. */

import { readFile } from 'node:fs/promises';
import { answerToJson, type AnswerJson } from '../answers/answer-json.ts';
import { seededRandom } from '../matcher/index.ts';
import type { Bot } from '../bot/bot.ts';
import { OperatorError } from '../config/operator-error.ts';
import type { Content } from '../content/content.ts';
import { foldPhrasing } from '../content/phrasings-file.ts';
import { judge, labelledQuestion, type LabelledQuestion, type Verdict } from './verdict.ts';
import { withSlips } from './typos.ts';

export const DEFAULT_QUESTIONS = 'tests/data/questions.jsonl';
export const TYPO_SEEDS = 20;

export interface Judged {
  readonly question: LabelledQuestion;
  readonly answer: AnswerJson;
  readonly verdict: Verdict;
}

export function ask(question: LabelledQuestion, typed: string, { report, answerer, translators }: Bot): Judged {
  const answer = answerToJson(typed, answerer.ask(typed), report, translators.default);
  return { question, answer, verdict: judge(question, answer) };
}

/** What slips of the hand cost: the share (0 to 1) of right answers to answerable English questions as they are, and with slips (mean over the seeds). */
export function rightWithSlips(
  questions: readonly LabelledQuestion[],
  bot: Bot,
): { readonly asTyped: number; readonly slipped: number } {
  const asked = questions.filter(({ lang, kind }) => lang === 'en' && kind === 'answerable');
  const rightOf = (typed: (question: LabelledQuestion) => string): number =>
    asked.filter((question) => ask(question, typed(question), bot).verdict === 'right').length /
    Math.max(1, asked.length);
  const shares = Array.from({ length: TYPO_SEEDS }, (_, seed) => {
    const random = seededRandom(seed + 1);
    return rightOf(({ q }) => withSlips(q, random));
  });
  return { asTyped: rightOf(({ q }) => q), slipped: shares.reduce((sum, share) => sum + share, 0) / TYPO_SEEDS };
}

/** A question that stands in the FAQ measures nothing. @throws OperatorError that lists those that do */
export function refuseKnownQuestions(questions: readonly LabelledQuestion[], { phrasings, offTopic }: Content): void {
  const known = new Set([...phrasings.values(), offTopic].flat().map(foldPhrasing));
  const copied = questions.filter(({ q }) => known.has(foldPhrasing(q)));
  if (copied.length > 0) {
    throw new OperatorError(
      `These labelled questions stand in content/ and so measure nothing; take them out:\n${copied.map(({ id, q }) => `  ${id} ${q}`).join('\n')}`,
    );
  }
}

/** @throws OperatorError that names the file, and the line that is no labelled question */
export async function readQuestions(file: string): Promise<readonly LabelledQuestion[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(
      `${file}: there is no such file. Give a file of labelled questions, one JSON object a line.`,
    );
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = labelledQuestion.safeParse(parseJson(line));
    if (!parsed.success)
      throw new OperatorError(`${file}:${index + 1}: this is not a labelled question (id, lang, q, kind, gold).`);
    return parsed.data;
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
