/** Questions by strangers, labeled with what the report has for them. */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OperatorError } from '../config/operator-error.ts';
import type { Content } from '../content/content.ts';
import { foldPhrasing } from '../content/phrasings-file.ts';
import { parseJson } from './parse-json.ts';

/** Asked if no file is given. */
export const DEFAULT_QUESTIONS = [
  'tests/data/questions.jsonl',
  'tests/data/strangers.jsonl',
  'tests/data/members.jsonl',
  'tests/data/visitors.jsonl',
] as const;

/**
 * - `answerable`: the report states the answer.
 * - `not_stated`: it is about the report's subject, but the report does not say.
 * - `off_topic`: it is about something else.
 */
export const QUESTION_KINDS = ['answerable', 'not_stated', 'off_topic'] as const;

/**
 * What a near miss asks for in place of what the report states: another place, person, time or
 * object, another act on the same thing, a property, a companion, an outcome, a reason or a feeling
 * that is not given, or what came afterwards.
 */
export const NEAR_KINDS = [
  'place',
  'person',
  'time',
  'object',
  'act',
  'property',
  'companion',
  'outcome',
  'reason',
  'feeling',
  'afterwards',
] as const;
export type NearKind = (typeof NEAR_KINDS)[number];

const labeledQuestion = z.strictObject({
  id: z.string(),
  lang: z.string(),
  q: z.string(),
  kind: z.enum(QUESTION_KINDS),
  /** Every paragraph that by itself is an acceptable answer, best first. Only for `answerable`. */
  gold: z.array(z.int()),
  /** Only for a near miss: a `not_stated` question that sounds as if the report answered it. */
  near: z.enum(NEAR_KINDS).optional(),
});
export type LabeledQuestion = z.infer<typeof labeledQuestion>;

/**
 * Reads a JSON object from each line that is not blank.
 *
 * @throws OperatorError that names the file, and the line that is not a labeled question
 */
export async function readQuestions(file: string): Promise<readonly LabeledQuestion[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(
      `${file}: cannot read this file. Give a file of labeled questions, one JSON object per line.`,
    );
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = labeledQuestion.safeParse(parseJson(line));
    if (!parsed.success)
      throw new OperatorError(
        `${file}:${index + 1}: not a labeled question (id, lang, q, kind, gold, and near if it is a near miss).`,
      );
    return parsed.data;
  });
}

/**
 * A question that the matcher was trained on measures nothing.
 *
 * @throws OperatorError that lists the questions found in the content
 */
export function refuseKnownQuestions(
  questions: readonly LabeledQuestion[],
  { phrasings, offTopic, nearMisses }: Pick<Content, 'phrasings' | 'offTopic' | 'nearMisses'>,
): void {
  const known = new Set([...phrasings.values(), offTopic, ...nearMisses.values()].flat().map(foldPhrasing));
  const copied = questions.filter(({ q }) => known.has(foldPhrasing(q)));
  if (copied.length === 0) return;
  const list = copied.map(({ id, q }) => `  ${id} ${q}`).join('\n');
  throw new OperatorError(
    `These labeled questions also appear in content/, so they measure nothing. Remove them there:\n${list}`,
  );
}
