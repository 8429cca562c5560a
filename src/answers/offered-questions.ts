/** Questions that a reply offers beside, or in place of, an answer. */

import type { Entry, Faq } from '../content/faq.ts';
import type { AnswerFromEntry } from './answer.ts';

/**
 * For "Not what you asked?": the runners-up, then the related entries in the FAQ's order, each
 * once.
 */
export function otherQuestions(
  { entry, candidates }: Pick<AnswerFromEntry, 'entry' | 'candidates'>,
  faq: Faq,
  limit: number,
): readonly Entry[] {
  const related = faq.entries.filter(({ id }) => entry.related.includes(id));
  return [...new Set([...candidates, ...related])].filter(({ id }) => id !== entry.id).slice(0, limit);
}

/**
 * The featured entries, one from each topic in turn, so that even a short list shows the range of
 * the FAQ.
 */
export function exampleQuestions(faq: Faq, limit: number): readonly Entry[] {
  const featured = faq.topics.map((topic) => topic.featured);
  const rounds = Math.max(0, ...featured.map((ids) => ids.length));
  const inTurn = Array.from({ length: rounds }, (_, round) => featured.flatMap((ids) => ids[round] ?? [])).flat();
  return inTurn.flatMap((id) => faq.entries.find((entry) => entry.id === id) ?? []).slice(0, limit);
}
