/** Questions that a reply offers beside, or in place of, an answer. */

import type { Entry, Faq } from '../content/faq.ts';
import { shownEntry, type AnswerFromEntry, type NotCovered } from './answer.ts';

/**
 * For "Not what you asked?": the candidates, then the related entries in the FAQ's order, each
 * once. An entry that answers is not offered again; one that is only the nearest comes first.
 */
export function otherQuestions(answer: AnswerFromEntry | NotCovered, faq: Faq, limit: number): readonly Entry[] {
  const shown = shownEntry(answer);
  const related = faq.entries.filter(({ id }) => shown.related.includes(id));
  const offered = [...new Set([...answer.candidates, ...related])];
  return offered.filter(({ id }) => answer.kind === 'not_covered' || id !== shown.id).slice(0, limit);
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
