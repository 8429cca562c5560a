/** What the bot did, in numbers: nothing of what was asked, by whom or where. */

import { createHistogram } from 'node:perf_hooks';
import { HTTPError, RateLimitError } from '@discordjs/rest';
import type { Answer } from '../../answers/answer.ts';
import type { Bot } from '../../bot/bot.ts';
import type { Log } from './log.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Replies that take longer than a minute count as taking one. */
const LONGEST_MICROSECONDS = 60_000_000;

/** How questions are answered, as the operator reads it. */
const OUTCOMES = {
  quoted: 'quoted',
  hedged: 'hedged',
  notStated: 'not stated',
  choice: 'offered a choice',
  unanswered: 'unanswered',
} as const;
type Outcome = keyof typeof OUTCOMES;

export interface Counts {
  /** The same bot, whose answers to questions are counted. */
  readonly countAnswers: (bot: Bot) => Bot;
  /** A command, a press, suggestions, or a message got its reply, so long after it came. */
  readonly replied: (milliseconds: number) => void;
  /** A reader or a channel was past what is allowed. */
  readonly refused: () => void;
  readonly failed: (error: unknown) => void;
  readonly reconnected: () => void;
  /** Tells what has happened since the last line, and no more after that. */
  readonly end: () => void;
}

/** Tells once an hour, if anything happened. */
export function createCounts(tell: Log['info']): Counts {
  const times = createHistogram({ lowest: 1, highest: LONGEST_MICROSECONDS, figures: 2 });
  const outcomes = new Map<Outcome, number>();
  const errors = new Map<string, number>();
  let refused = 0;
  let reconnections = 0;
  let since = performance.now();
  const timer = setInterval(tellCounts, HOUR_MS).unref();

  function tellCounts(): void {
    const now = performance.now();
    const p99 = Math.max(1, Math.round(times.percentile(99) / 1000));
    const parts = [
      ...(times.count > 0 ? [`${counted(times.count, 'reply', 'replies')}, 99% within ${p99} ms`] : []),
      ...listed('question', outcomes, (outcome, count) => `${count} ${OUTCOMES[outcome]}`),
      ...listed('error', errors, (code, count) => `${code} (${count})`),
      ...(reconnections > 0 ? [counted(reconnections, 'reconnection')] : []),
      ...(refused > 0 ? [`${refused} refused, as there were too many`] : []),
    ];
    if (parts.length > 0) {
      tell(`In the last ${period(now - since)}: ${parts.join('; ')}.`, {
        replies: times.count,
        ...(times.count > 0 && { p99Milliseconds: p99 }),
        questions: Object.fromEntries(outcomes),
        errors: Object.fromEntries(errors),
        reconnections,
        refused,
      });
    }
    times.reset();
    outcomes.clear();
    errors.clear();
    refused = 0;
    reconnections = 0;
    since = now;
  }

  function counting(answer: Answer): Answer {
    add(outcomes, outcomeOf(answer));
    return answer;
  }

  return {
    countAnswers: (bot) => ({
      ...bot,
      answerer: {
        ...bot.answerer,
        ask: (question) => counting(bot.answerer.ask(question)),
        askIn: (message) => counting(bot.answerer.askIn(message)),
      },
    }),
    replied: (milliseconds) =>
      times.record(Math.min(Math.max(Math.round(1000 * milliseconds), 1), LONGEST_MICROSECONDS)),
    refused: () => void (refused += 1),
    failed: (error) => add(errors, codeOf(error)),
    reconnected: () => void (reconnections += 1),
    end() {
      clearInterval(timer);
      tellCounts();
    },
  };
}

function outcomeOf(answer: Answer): Outcome {
  switch (answer.kind) {
    case 'quoted':
      return answer.hedged ? 'hedged' : 'quoted';
    case 'not_stated':
    case 'not_covered':
    case 'known':
      return 'notStated';
    case 'ambiguous':
      return 'choice';
    case 'small_talk':
    case 'unanswered':
      return 'unanswered';
  }
}

/** Discord's error, an HTTP status, or a socket's error: never a text, which could be anything. */
function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof RateLimitError) return 'rate limit';
    if (cause instanceof HTTPError) return String(cause.status);
    if (cause.name === 'AbortError') return 'timeout';
    if ('code' in cause && /^\w+$/.test(String(cause.code))) return String(cause.code);
  }
  return error instanceof Error ? error.name : 'unknown';
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** "3 questions: 2 quoted, 1 hedged", or nothing. */
function listed<Key>(
  what: string,
  counts: ReadonlyMap<Key, number>,
  describe: (key: Key, count: number) => string,
): readonly string[] {
  if (counts.size === 0) return [];
  const entries = [...counts].map(([key, count]) => describe(key, count));
  const sum = [...counts.values()].reduce((total, count) => total + count, 0);
  return [`${counted(sum, what)}: ${entries.join(', ')}`];
}

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

function period(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE_MS);
  if (minutes === HOUR_MS / MINUTE_MS) return 'hour';
  return minutes > 1 ? `${minutes} minutes` : 'minute';
}
