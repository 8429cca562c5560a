/** Questions that a reply offers beside, or in place of, an answer. */

import { findEntry, quotesAllOf, type Entry, type Faq } from '../content/faq.ts';
import { MAX_CHOICES } from '../matcher/index.ts';
import { shownEntry, type AnswerFromEntry, type NotCovered } from './answer.ts';

/** How many questions that the report does not answer a menu offers, at most: they lead nowhere. */
const MAX_NOT_STATED = 2;
/**
 * With so many others that it does answer, a menu leaves out those whose answer is already shown.
 */
const ENOUGH_ANSWERED = 2;

/**
 * For "Not what you asked?": the candidates, then the related entries, each once, but those that
 * the report answers first. An entry that answers is not offered again; one that is only the
 * nearest is. Below a denial there is no other. Where no passage comes near, no question does.
 */
export function otherQuestions(answer: AnswerFromEntry | NotCovered, faq: Faq): readonly Entry[] {
  if ('closest' in answer && answer.closest.length === 0) return [];
  const shown = shownEntry(answer);
  const offered = [...new Set([...answer.candidates, ...(shown ? relatedEntries(shown, faq) : [])])];
  const others = offered
    .filter((entry) => answer.kind === 'not_covered' || entry !== shown)
    .filter((entry) => !isDenial(answer) || entry.answer.kind !== 'not_stated');
  const news = others.filter((entry) => entry === shown || !shown || !quotesAllOf(shown, entry));
  const hasEnough = news.filter(isAnswered).length >= ENOUGH_ANSWERED;
  return answeredFirst(hasEnough ? news : others).slice(0, MAX_CHOICES);
}

function isDenial({ kind }: AnswerFromEntry | NotCovered): boolean {
  return kind === 'not_stated' || kind === 'not_covered';
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
  const notStated = entries.filter((entry) => !isAnswered(entry));
  return [...entries.filter(isAnswered), ...notStated.slice(0, MAX_NOT_STATED)];
}

function isAnswered({ answer }: Entry): boolean {
  return answer.kind === 'quoted';
}
