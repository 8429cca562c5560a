/** Questions that a reply offers beside, or in place of, an answer. */

import { findEntry, type Entry, type Faq } from '../content/faq.ts';
import { MAX_CHOICES } from '../matcher/index.ts';
import { shownEntry, type AnswerFromEntry, type NotCovered } from './answer.ts';

/** How many questions that the report does not answer a menu offers, at most: they lead nowhere. */
const MAX_NOT_STATED = 2;

/**
 * For "Not what you asked?": the candidates, then the related entries, each once, but those that
 * the report answers first. An entry that answers is not offered again; one that is only the
 * nearest is.
 */
export function otherQuestions(answer: AnswerFromEntry | NotCovered, faq: Faq): readonly Entry[] {
  const shown = shownEntry(answer);
  const offered = [...new Set([...answer.candidates, ...(shown ? relatedEntries(shown, faq) : [])])];
  const others = offered.filter(({ id }) => answer.kind === 'not_covered' || id !== shown?.id);
  return answeredFirst(others).slice(0, MAX_CHOICES);
}

/** The entries that readers of an entry may want next, those that the report answers first. */
export function relatedQuestions(entry: Entry, faq: Faq): readonly Entry[] {
  return answeredFirst(relatedEntries(entry, faq));
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

function relatedEntries({ related }: Entry, faq: Faq): readonly Entry[] {
  return related.flatMap((id) => findEntry(faq, id) ?? []);
}

function answeredFirst(entries: readonly Entry[]): readonly Entry[] {
  const isAnswered = ({ answer }: Entry): boolean => answer.kind === 'quoted';
  const notStated = entries.filter((entry) => !isAnswered(entry));
  return [...entries.filter(isAnswered), ...notStated.slice(0, MAX_NOT_STATED)];
}
