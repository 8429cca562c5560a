/** How one answer to a labelled question counts. */

import { z } from 'zod';
import type { AnswerJson } from '../answers/answer-json.ts';

/** A question of a stranger, and what the report has for it. */
export const labelledQuestion = z.strictObject({
  id: z.string(),
  lang: z.string(),
  q: z.string(),
  kind: z.enum(['answerable', 'not_stated', 'off_topic']),
  /** For `answerable`: every paragraph that by itself is an acceptable answer, best first; else empty. */
  gold: z.array(z.int()),
});
export type LabelledQuestion = z.infer<typeof labelledQuestion>;

/**
 * `right`; `offered`: not answered so, but nothing wrong was put before the reader either, who had the right answer to choose, or was told less than is known (a question
 * that the report does not answer was refused, one about something else was told so); `missed`: the report's answer was neither given nor offered;
 * `wrong` is what harms: words put before a reader as the answer that are not it, or a denial of what the report does state. */
export const VERDICTS = ['right', 'offered', 'missed', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

export function judge({ kind, gold }: LabelledQuestion, answer: AnswerJson): Verdict {
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
