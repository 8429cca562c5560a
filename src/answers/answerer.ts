/** Joins the report's FAQ and the matcher: a question in, an answer out. */

import { quotesAllOf, type Entry, type Faq } from '../content/faq.ts';
import { MAX_CHOICES, type Explanation, type Match, type Matcher, type RankedEntry } from '../matcher/index.ts';
import {
  answerFrom,
  isFromEntry,
  notCovered,
  quotedAs,
  type Answer,
  type AnswerFromEntry,
  type NotCovered,
  type Presentation,
} from './answer.ts';
import type { Conversation } from './conversation.ts';
import { exampleQuestions } from './offered-questions.ts';

/**
 * The least estimated chance, 0 to 1, at which an entry is offered beside another. Below it,
 * entries are noise.
 */
const LEAST_CHANCE = 0.01;
/**
 * The least share, 0 to 1, of the best entry's chance at which another is a real choice beside it.
 */
const RIVAL_SHARE = 0.1;
/** The same for offering it below an answer; an entry that denies has to be likelier. */
const RUNNER_UP_SHARE = 0.05;
const DENIAL_SHARE = 0.5;
/** The least chance, 0 to 1, at which an entry comes near what was asked, without a choice. */
const LEAST_NEAR = 0.1;
/**
 * The least chance, 0 to 1, at which the passages closest to an entry's denial are so here, too.
 */
const LIKELY_DENIAL = 0.9;
/**
 * The least chance, 0 to 1, at which an entry about the report itself answers what no passage does.
 * Of 65 questions that would be denied and whose likeliest entry was about the report, by writers
 * whose texts were not learned, that entry was right for 19 of 28 from it on, and for 4 of 37
 * below.
 */
const LIKELY_KNOWN = 0.97;

export interface Answerer {
  /**
   * Answers a question in the reader's words. An entry's own question, or its id, is always
   * answered by that entry. A message that is nothing but small talk gets that.
   */
  ask(question: string): Answer;
  /**
   * Answers what a message asks, however long and chatty it is: the whole of it, or else the
   * sentence that asks.
   */
  askIn(message: string): Answer;
  /**
   * The answer of an entry that the reader picked; `undefined` if there is no such entry.
   * @param presentation how an earlier answer presented the entry, to give that one again. An entry
   * about the report itself has only its own answer; one that denies has that or `closest`;
   * `none-near` has no entry.
   */
  choose(id: string, presentation?: Presentation): AnswerFromEntry | NotCovered | undefined;
  /** Why `ask` answers as it does. */
  explain(question: string): ExplainedAnswer;
  /**
   * Entries that fit what has been typed so far, best first; the featured ones while it has no
   * letter or digit.
   */
  suggest(typed: string, limit: number): readonly Entry[];
}

export interface ExplainedAnswer {
  readonly answer: Answer;
  /** Whether the question was an entry's own question or id, which the matcher does not decide. */
  readonly exact: boolean;
  readonly explanation: Explanation;
}

export function createAnswerer(
  faq: Faq,
  matcher: Pick<Matcher, 'match' | 'explain' | 'suggest'>,
  conversation: Conversation,
): Answerer {
  const byAlias = faq.entries.flatMap((entry) => entry.aliases.map((alias) => [alias, entry] as const));
  const byId = new Map([...byAlias, ...faq.entries.map((entry) => [entry.id, entry] as const)]);
  const byQuestion = new Map(faq.entries.map((entry) => [entry.question.toLowerCase(), entry]));
  const examples = exampleQuestions(faq, faq.entries.length);
  const entriesOf = (ids: readonly string[]): readonly Entry[] => ids.flatMap((id) => byId.get(id) ?? []);

  function ask(question: string): Answer {
    const exact = exactMatch(question);
    if (exact) return answerFrom(exact, 1, []);
    const about = conversation.smallTalkIn(question);
    if (about !== undefined) return { kind: 'small_talk', about };
    return answerToClaim(question) ?? answerTo(question);
  }

  /**
   * The answer to a question that asks to confirm or deny something. The words for that say nothing
   * of what was meant, so it is asked without them, too. `undefined` if it does not ask so.
   */
  function answerToClaim(question: string): Answer | undefined {
    const claim = conversation.claimIn(question);
    if (claim === undefined) return undefined;
    const whole = answerTo(question);
    return withBasisFirst(surest([whole, answerTo(claim)]) ?? whole);
  }

  function answerTo(question: string): Answer {
    const match = matcher.match(question);
    const { decision } = match;
    switch (decision.kind) {
      case 'match': {
        const entry = byId.get(decision.id);
        if (!entry) return { kind: 'unanswered' };
        const confidence = chanceOf(entry, match) ?? decision.confidence;
        const { hedged } = decision;
        return answerFrom(entry, confidence, runnersUp(match, entry), { hedged, notMentioned: match.names });
      }
      case 'denied': {
        const known = firstIfLikely(match, 'known', LIKELY_KNOWN);
        if (known) return answerFrom(known, chanceOf(known, match) ?? decision.confidence, runnersUp(match, known));
        const nearest = likelyDenial(match) ?? byId.get(decision.nearest ?? '');
        return notCovered(nearest, decision.confidence, runnersUp(match, nearest), match.names);
      }
      case 'ambiguous':
        return answerAtOnce(decision.ids, match) ?? { kind: 'ambiguous', candidates: choicesOf(decision.ids, match) };
      case 'none':
        return { kind: 'unanswered' };
    }
  }

  function exactMatch(question: string): Entry | undefined {
    const trimmed = question.trim();
    return byId.get(trimmed) ?? byQuestion.get(trimmed.toLowerCase());
  }

  function chanceOf(entry: Entry, { ranked }: Match): number | undefined {
    return ranked.find(({ id }) => id === entry.id)?.score;
  }

  function hasChance(entry: Entry, match: Match): boolean {
    return (chanceOf(entry, match) ?? 0) >= LEAST_CHANCE;
  }

  /**
   * The entry that probably denies just what was asked. It is not sure enough to be named, but its
   * author chose the closest passages, or none.
   */
  function likelyDenial(match: Match): Entry | undefined {
    return firstIfLikely(match, 'not_stated', LIKELY_DENIAL);
  }

  /** The likeliest entry, if it has such an answer and at least such a chance. */
  function firstIfLikely(
    { ranked: [first] }: Match,
    kind: Entry['answer']['kind'],
    leastChance: number,
  ): Entry | undefined {
    if (first === undefined || first.score < leastChance) return undefined;
    const entry = byId.get(first.id);
    return entry?.answer.kind === kind ? entry : undefined;
  }

  /** The answer where choosing would lead to nothing else; `undefined` if it might. */
  function answerAtOnce(ids: readonly string[], match: Match): Answer | undefined {
    const [best, ...others] = entriesOf(ids);
    if (!best) return undefined;
    const chance = chanceOf(best, match) ?? 0;
    switch (best.answer.kind) {
      case 'not_stated': {
        const hasRival = others.some((other) => (chanceOf(other, match) ?? 0) >= RIVAL_SHARE * chance);
        if (hasRival) return undefined;
        // The matcher was not sure that just this was meant, so the denial does not say so.
        const nearest = likelyDenial(match);
        return notCovered(nearest, chance, runnersUp(match, nearest), match.names);
      }
      case 'quoted': {
        const hasAll = others.every((other) => quotesAllOf(best, other));
        if (chance < LEAST_NEAR || !hasAll) return undefined;
        return answerFrom(best, chance, runnersUp(match, best), { hedged: true, notMentioned: match.names });
      }
      case 'known':
        return undefined;
    }
  }

  /**
   * Those with a chance, but none whose answer is part of a likelier one's. If only one is left,
   * all: the matcher is not sure enough of it to let it answer alone.
   */
  function choicesOf(ids: readonly string[], match: Match): readonly Entry[] {
    const offered = entriesOf(ids);
    const likely = offered
      .filter((entry) => hasChance(entry, match))
      .filter((entry, index, all) => !all.slice(0, index).some((other) => quotesAllOf(other, entry)));
    return likely.length > 1 ? likely : offered;
  }

  function runnersUp({ ranked }: Match, chosen: Entry | undefined): readonly Entry[] {
    const highest = ranked[0]?.score ?? 0;
    const isLikely = ({ id, score }: RankedEntry): boolean => {
      const share = byId.get(id)?.answer.kind === 'not_stated' ? DENIAL_SHARE : RUNNER_UP_SHARE;
      return score >= Math.max(LEAST_CHANCE, share * highest);
    };
    const others = ranked.filter((entry) => entry.id !== chosen?.id && isLikely(entry));
    return entriesOf(others.map(({ id }) => id)).slice(0, MAX_CHOICES);
  }

  function askIn(message: string): Answer {
    const whole = ask(message);
    if (isFromEntry(whole) || whole.kind === 'small_talk') return whole;
    const sentences = message.split(SENTENCE_END).filter((sentence) => /\p{L}/u.test(sentence));
    const answered = questionsFirst(sentences)
      .slice(0, MAX_SENTENCES)
      .map((sentence) => ({ answer: ask(sentence), isQuestion: isQuestion(sentence) }));
    const questions = answered.filter(({ isQuestion }) => isQuestion).map(({ answer }) => answer);
    const all = answered.map(({ answer }) => answer);
    const answer = surest(questions) ?? surest([whole, ...all]) ?? smallTalkAlone(all) ?? whole;
    return conversation.claimIn(message) === undefined ? answer : withBasisFirst(answer);
  }

  function choose(id: string, presentation: Presentation = 'answer'): AnswerFromEntry | NotCovered | undefined {
    if (presentation === 'none-near') return notCovered(undefined, 1, []);
    const entry = byId.get(id);
    if (!entry) return undefined;
    if (presentation === 'closest' && entry.answer.kind !== 'known') return notCovered(entry, 1, []);
    return answerFrom(entry, 1, [], quotedAs(presentation));
  }

  function explain(question: string): ExplainedAnswer {
    const explanation = matcher.explain(question);
    return { answer: ask(question), exact: exactMatch(question) !== undefined, explanation };
  }

  function suggest(typed: string, limit: number): readonly Entry[] {
    if (!/[\p{L}\p{N}]/u.test(typed)) return examples.slice(0, limit);
    return entriesOf(matcher.suggest(typed, limit)).slice(0, limit);
  }

  return { ask, askIn, choose, explain, suggest };
}

/** Where a sentence or a line of a message ends. */
const SENTENCE_END = /(?<=[.?!…])\s+|\n+/;
/**
 * How many sentences of a message are tried, those with a question mark first: a message has up to
 * 4,000 characters, and nobody's should make others wait.
 */
const MAX_SENTENCES = 20;

function questionsFirst(sentences: readonly string[]): readonly string[] {
  return [...sentences.filter(isQuestion), ...sentences.filter((sentence) => !isQuestion(sentence))];
}

function isQuestion(sentence: string): boolean {
  return sentence.trimEnd().endsWith('?');
}

function withBasisFirst(answer: Answer): Answer {
  return answer.kind === 'quoted' ? { ...answer, basisFirst: true } : answer;
}

/** "Thanks. Bye!" is small talk, each sentence of it. */
function smallTalkAlone(answers: readonly Answer[]): Answer | undefined {
  return answers.every(({ kind }) => kind === 'small_talk') ? answers[0] : undefined;
}

/** What an entry answers is surer than that none does. */
function surest(answers: readonly Answer[]): AnswerFromEntry | NotCovered | undefined {
  const denied = answers.filter((answer) => answer.kind === 'not_covered');
  return mostConfident(answers.filter(isFromEntry)) ?? mostConfident(denied);
}

function mostConfident<Item extends { readonly confidence: number }>(items: readonly Item[]): Item | undefined {
  return [...items].sort((a, b) => b.confidence - a.confidence)[0];
}
