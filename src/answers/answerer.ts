/** Joins the report's FAQ and the matcher: a question in, an answer out. */

import type { Explanation, Match, Matcher } from '../matcher/types.ts';
import type { Entry, Faq } from '../content/faq.ts';
import { MOST_CANDIDATES, type Answer } from './answer.ts';

/** A runner-up is offered from this chance on (0 to 1). Lower ones are noise: in 176 entries an even spread would give each 0.006. */
const RUNNER_UP_CHANCE = 0.01;

export interface Answerer {
  /** The answer to a question in a reader's words; an entry's own question, or its id, is answered by that entry. */
  ask(question: string): Answer;
  /** The answer to what a message asks, which may be long and chatty: the whole of it, or else the sentence that asks. */
  askIn(message: string): Answer;
  /** The answer that an entry gives, for a reader who chose it; `undefined` where there is no such entry. */
  choose(id: string): Answer | undefined;
  /** Why `ask` answers as it does. */
  explain(question: string): Explained;
  /** Entries whose questions fit what has been typed so far, best first; the most telling ones while nothing is typed. */
  suggest(typed: string, limit: number): readonly Entry[];
}

export interface Explained {
  readonly answer: Answer;
  /** Whether it was an entry's own question or id, which is not left to the matcher. */
  readonly exact: boolean;
  readonly explanation: Explanation;
}

export function createAnswerer(faq: Faq, matcher: Matcher): Answerer {
  const byId = new Map(faq.entries.map((entry) => [entry.id, entry]));
  const byQuestion = new Map(faq.entries.map((entry) => [entry.question.toLowerCase(), entry]));
  const entriesOf = (ids: readonly string[]): readonly Entry[] => ids.flatMap((id) => byId.get(id) ?? []);

  function ask(question: string): Answer {
    const exact = exactly(question);
    if (exact) return answerWith(exact, 1, []);
    const match = matcher.match(question);
    switch (match.decision.kind) {
      case 'match': {
        const entry = byId.get(match.decision.id);
        const own = match.ranked.find(({ id }) => id === entry?.id)?.score ?? match.decision.confidence;
        return entry ? answerWith(entry, own, runnersUp(match, entry)) : { kind: 'unanswered' };
      }
      case 'ambiguous':
        return { kind: 'ambiguous', candidates: entriesOf(match.decision.ids).slice(0, MOST_CANDIDATES) };
      case 'none':
        return { kind: 'unanswered' };
    }
  }

  function exactly(question: string): Entry | undefined {
    const asked = question.trim();
    return byId.get(asked) ?? byQuestion.get(asked.toLowerCase());
  }

  function explain(question: string): Explained {
    return { answer: ask(question), exact: exactly(question) !== undefined, explanation: matcher.explain(question) };
  }

  function askIn(message: string): Answer {
    const whole = ask(message);
    if (isSure(whole)) return whole;
    const sentences = message
      .split(SENTENCE_END)
      .filter((sentence) => /\p{L}/u.test(sentence))
      .slice(0, MOST_SENTENCES);
    const heard = sentences.map((sentence) => ({ answer: ask(sentence), asks: sentence.trimEnd().endsWith('?') }));
    return surest(heard.filter(({ asks }) => asks)) ?? surest(heard) ?? whole;
  }

  function runnersUp(match: Match, chosen: Entry): readonly Entry[] {
    const ids = match.ranked
      .filter(({ id, score }) => id !== chosen.id && score >= RUNNER_UP_CHANCE)
      .map(({ id }) => id);
    return entriesOf(ids).slice(0, MOST_CANDIDATES);
  }

  function choose(id: string): Answer | undefined {
    const entry = byId.get(id);
    return entry && answerWith(entry, 1, []);
  }

  function suggest(typed: string, limit: number): readonly Entry[] {
    const ids = typed.trim() === '' ? tellingFirst(faq) : matcher.suggest(typed, limit);
    return entriesOf(ids).slice(0, limit);
  }

  return { ask, askIn, choose, explain, suggest };
}

/** Where a sentence or a line of a message ends. */
const SENTENCE_END = /(?<=[.?!…])\s+|\n+/;
/** Of a message longer than this, only the first sentences are read. Discord takes 4,000 characters. */
const MOST_SENTENCES = 60;

type SureAnswer = Extract<Answer, { entry: Entry }>;

function isSure(answer: Answer): answer is SureAnswer {
  return answer.kind === 'quoted' || answer.kind === 'not_stated';
}

function surest(heard: readonly { readonly answer: Answer }[]): SureAnswer | undefined {
  return heard
    .map(({ answer }) => answer)
    .filter(isSure)
    .sort((a, b) => b.confidence - a.confidence)[0];
}

function answerWith(entry: Entry, confidence: number, candidates: readonly Entry[]): Answer {
  return { kind: entry.answer.kind === 'quoted' ? 'quoted' : 'not_stated', entry, confidence, candidates };
}

/** The most telling entries, one of each topic in turn, so that a short list shows what can be asked about. */
export function tellingFirst(faq: Faq): readonly string[] {
  const longest = Math.max(0, ...faq.topics.map((topic) => topic.featured.length));
  return Array.from({ length: longest }, (_, round) =>
    faq.topics.flatMap((topic) => topic.featured[round] ?? []),
  ).flat();
}

/**
 * What an entry's answer is to the matcher: two entries with the same key begin with the same words of the report, or both say that it does not say,
 * so choosing between them is no ambiguity. (Which denial was meant stands in the reply, with the others in its menu.)
 */
export function answerKey({ answer }: Entry): string {
  switch (answer.kind) {
    case 'quoted': {
      const [first] = answer.quotations;
      return `passage ${first?.passage} from ${first?.start}`;
    }
    case 'not_stated':
      return 'not stated';
    case 'known':
      return `known ${answer.fields.join(' ')}`;
  }
}
