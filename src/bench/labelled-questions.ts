/** Questions by strangers, labelled with what the report has for them. */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OperatorError } from '../config/operator-error.ts';
import type { Content } from '../content/content.ts';
import { foldPhrasing } from '../content/phrasings-file.ts';
import { parseJson } from './parse-json.ts';

export const DEFAULT_QUESTIONS = 'tests/data/questions.jsonl';

/**
 * - `answerable`: the report states the answer.
 * - `not_stated`: it is about the report's subject, but the report does not say.
 * - `off_topic`: it is about something else.
 */
export const QUESTION_KINDS = ['answerable', 'not_stated', 'off_topic'] as const;

const labelledQuestion = z.strictObject({
  id: z.string(),
  lang: z.string(),
  q: z.string(),
  kind: z.enum(QUESTION_KINDS),
  /** Every paragraph that by itself is an acceptable answer, best first. Only for `answerable`. */
  gold: z.array(z.int()),
});
export type LabelledQuestion = z.infer<typeof labelledQuestion>;

/**
 * Reads a JSON object from each line that is not blank.
 *
 * @throws OperatorError that names the file, and the line that is not a labelled question
 */
export async function readQuestions(file: string): Promise<readonly LabelledQuestion[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(
      `${file}: cannot read this file. Give a file of labelled questions, one JSON object per line.`,
    );
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = labelledQuestion.safeParse(parseJson(line));
    if (!parsed.success)
      throw new OperatorError(`${file}:${index + 1}: not a labelled question (id, lang, q, kind, gold).`);
    return parsed.data;
  });
}

/**
 * A question that the matcher was trained on measures nothing.
 *
 * @throws OperatorError that lists the questions found in the content
 */
export function refuseKnownQuestions(
  questions: readonly LabelledQuestion[],
  { phrasings, offTopic }: Pick<Content, 'phrasings' | 'offTopic'>,
): void {
  const known = new Set([...phrasings.values(), offTopic].flat().map(foldPhrasing));
  const copied = questions.filter(({ q }) => known.has(foldPhrasing(q)));
  if (copied.length === 0) return;
  const list = copied.map(({ id, q }) => `  ${id} ${q}`).join('\n');
  throw new OperatorError(
    `These labelled questions also appear in content/, so they measure nothing. Remove them there:\n${list}`,
  );
}
