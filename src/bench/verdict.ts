/** How an answer to a labeled question counts. */

import type { AnswerJson } from '../answers/answer-json.ts';
import type { LabeledQuestion } from './labeled-questions.ts';

/**
 * - `right`: what a reader should get.
 * - `offered`: not that, but nothing misleading either. The right answer was among the choices, or
 *   less was said than could have been.
 * - `missed`: the report's answer was neither given nor offered.
 * - `wrong`: what harms. Words were given as the answer that are not the answer, or the bot denied
 *   what the report does state. Hedged quotations count like others.
 */
export const VERDICTS = ['right', 'offered', 'missed', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

export function verdictOf({ kind, gold }: LabeledQuestion, answer: AnswerJson): Verdict {
  const isGold = (paragraph: number): boolean => gold.includes(paragraph);
  switch (kind) {
    case 'answerable':
      if (answer.kind === 'quoted')
        return answer.passages.some(({ paragraph }) => isGold(paragraph)) ? 'right' : 'wrong';
      if (answer.kind === 'not_stated') return 'wrong';
      return answer.candidates.some(({ paragraphs }) => paragraphs.some(isGold)) ? 'offered' : 'missed';
    case 'not_stated':
      if (answer.kind === 'not_stated') return 'right';
      return answer.kind === 'quoted' ? 'wrong' : 'offered';
    case 'off_topic':
      if (answer.kind === 'unanswered') return 'right';
      return answer.kind === 'quoted' ? 'wrong' : 'offered';
  }
}

/** Whether the passages are shown as the closest, and not as the answer. */
export function isHedged(answer: AnswerJson): boolean {
  return answer.hedged === true;
}

/** Whether a choice would have been right, had it answered with its first option instead. */
export function firstChoiceIsRight({ kind, gold }: LabeledQuestion, answer: AnswerJson): boolean {
  const [first] = answer.kind === 'ambiguous' ? answer.candidates : [];
  if (!first) return false;
  switch (kind) {
    case 'answerable':
      return first.paragraphs.some((paragraph) => gold.includes(paragraph));
    case 'not_stated':
      return first.paragraphs.length === 0;
    case 'off_topic':
      return false;
  }
}
