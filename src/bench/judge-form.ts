/** How a judge notes what is wrong with an answer: a line of JSON for each. */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { OperatorError } from '../config/operator-error.ts';
import { parseJson } from './parse-json.ts';

/**
 * Criteria of the EBU and the BBC's study of news assistants, adapted to a bot that quotes: what
 * each asks of the reply itself.
 */
export const REPLY_CRITERIA = {
  accuracy: 'Does the quotation answer what was asked? Is a denial or a refusal right?',
  sourcing: 'Is it clear who says it, and on what basis, with no more than the report supports?',
  opinion: 'Are a source’s claims kept apart from what the outlet states?',
  editorialization: 'Does the bot imply anything of its own: by a heading, a label, or a closest passage?',
  context: 'Does a quotation need what stood before it in the report, and lack it?',
} as const;
/** What the menu below the answer is judged by, apart from the reply. */
export const MENU_CRITERION = 'Is an option unrelated, loaded, tactless, or unclear by itself?';

export const REPLY_CRITERION_NAMES = Object.keys(REPLY_CRITERIA) as readonly ReplyCriterion[];
export const CRITERION_NAMES = [...REPLY_CRITERION_NAMES, 'menu'] as const;
export type ReplyCriterion = keyof typeof REPLY_CRITERIA;
export type Criterion = (typeof CRITERION_NAMES)[number];

/** How bad a fault is, from the least. */
export const SEVERITIES = ['none', 'minor', 'major'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What one judge says of one answer. */
export type Judgment = Readonly<Record<Criterion, Severity>> & {
  /** The number of the transcript. */
  readonly id: number;
  readonly note: string;
};

const severity = z.enum(SEVERITIES);
const judgment = z.strictObject({
  id: z.int(),
  accuracy: severity,
  sourcing: severity,
  opinion: severity,
  editorialization: severity,
  context: severity,
  menu: severity,
  note: z.string().default(''),
});

/** A line to fill in for the answer with this number. */
export function blankLine(id: number): string {
  const blanks = Object.fromEntries(CRITERION_NAMES.map((criterion) => [criterion, '']));
  return JSON.stringify({ id, ...blanks, note: '' });
}

/**
 * Reads a form that a judge has filled in. Blank lines are skipped.
 *
 * @throws OperatorError that names the file, and the line that is not filled in right
 */
export async function readForm(file: string): Promise<readonly Judgment[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new OperatorError(`${file}: cannot read this file. Give forms that were filled in.`);
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = judgment.safeParse(parseJson(line));
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues[0]?.path.join('.');
    const what = where ? `${where} is not one of ${SEVERITIES.join(', ')}` : 'not a line of the form';
    throw new OperatorError(`${file}:${index + 1}: ${what}. Fill in each line of the form.`);
  });
}
