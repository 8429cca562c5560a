/** What is measured of each bot, and the floors that Pullquote is held to. */

import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from '../timing.ts';
import type { Driver, MakeInteraction } from './drive.ts';
import type { RunningSubject } from './subject.ts';

/** The parts that can be run alone, in the order in which they are run. */
export const PARTS = ['start', 'ask', 'latency', 'autocomplete', 'messages', 'beside', 'memory'] as const;
export type Part = (typeof PARTS)[number];

/** How much load each part puts on a bot. */
export interface Amounts {
  /** How long a bot is left alone before its idle memory is read, in milliseconds. */
  readonly idleMs: number;
  /** Interactions before any count. */
  readonly warmUp: number;
  readonly interactions: number;
  readonly messages: number;
  /** How long each steady rate is held, in seconds. */
  readonly seconds: number;
  /** Interactions after which memory is read. */
  readonly memoryAfter: number;
}

export const USUAL: Amounts = {
  idleMs: 1_500,
  warmUp: 2_000,
  interactions: 4_000,
  messages: 20_000,
  seconds: 5,
  memoryAfter: 100_000,
};

/** Shows only that everything works: its figures mean nothing. */
export const SHORT: Amounts = {
  idleMs: 0,
  warmUp: 20,
  interactions: 100,
  messages: 200,
  seconds: 0.5,
  memoryAfter: 200,
};

/** How much interactions are under way at once where a bot is given all that it can take. */
export const IN_FLIGHT = 64;
const QUESTIONS_A_SECOND = 20;
const MESSAGES_A_SECOND = 500;

export interface Row {
  readonly part: Part;
  readonly unit: 'µs' | 'ms' | 'MB' | '/s';
  /** How far Pullquote's median may be from discord.js's. */
  readonly floor?: { readonly timesAtMost?: number; readonly timesAtLeast?: number; readonly moreAtMost?: number };
}

/** The rows of the table, by name, in their order. */
export const ROWS = {
  '/ask: CPU each': { part: 'ask', unit: 'µs', floor: { timesAtMost: 2 } },
  '/ask: throughput': { part: 'ask', unit: '/s', floor: { timesAtLeast: 0.5 } },
  '/ask: p99 at half of own throughput': { part: 'latency', unit: 'ms', floor: { timesAtMost: 1.5 } },
  'autocomplete: CPU each': { part: 'autocomplete', unit: 'µs', floor: { timesAtMost: 2.5 } },
  'message not for the bot: CPU each': { part: 'messages', unit: 'µs', floor: { timesAtMost: 1.2 } },
  '20 /ask a second: p99': { part: 'beside', unit: 'ms' },
  'beside 500 messages a second: p99': { part: 'beside', unit: 'ms' },
  'idle memory': { part: 'start', unit: 'MB', floor: { moreAtMost: 40 } },
  'memory after half of the interactions': { part: 'memory', unit: 'MB' },
  'memory after all interactions': { part: 'memory', unit: 'MB', floor: { moreAtMost: 60 } },
  'start to registered': { part: 'start', unit: 'ms', floor: { moreAtMost: 100 } },
} as const satisfies Record<string, Row>;
export type RowName = keyof typeof ROWS;

/** One value for each row that was measured. */
export type Values = Readonly<Partial<Record<RowName, number>>>;

export interface Load {
  readonly ask: MakeInteraction;
  readonly autocomplete: MakeInteraction;
}

/** Runs the parts on a bot that has just started. */
export async function measure(
  subject: RunningSubject,
  driver: Driver,
  load: Load,
  parts: readonly Part[],
  amounts: Amounts,
): Promise<Values> {
  const values: Partial<Record<RowName, number>> = {};
  const isAsked = (...some: readonly Part[]): boolean => some.some((part) => parts.includes(part));

  if (isAsked('start')) {
    values['start to registered'] = subject.startMs;
    await wait(amounts.idleMs);
    values['idle memory'] = subject.residentBytes() / 1e6;
  }
  if (isAsked('ask', 'latency', 'beside')) await driver.saturate(load.ask, amounts.warmUp, IN_FLIGHT);
  if (isAsked('ask', 'latency')) {
    const { cpu, milliseconds } = await costOf(subject, () =>
      driver.saturate(load.ask, amounts.interactions, IN_FLIGHT),
    );
    const perSecond = (1000 * amounts.interactions) / milliseconds;
    values['/ask: CPU each'] = cpu / amounts.interactions;
    values['/ask: throughput'] = perSecond;
    if (isAsked('latency')) {
      const times = await driver.pace(load.ask, perSecond / 2, amounts.seconds);
      values['/ask: p99 at half of own throughput'] = quantile(times, 0.99);
    }
  }
  if (isAsked('autocomplete')) {
    await driver.saturate(load.autocomplete, amounts.warmUp, IN_FLIGHT);
    const { cpu } = await costOf(subject, () => driver.saturate(load.autocomplete, amounts.interactions, IN_FLIGHT));
    values['autocomplete: CPU each'] = cpu / amounts.interactions;
  }
  if (isAsked('messages')) {
    await driver.chatter(amounts.warmUp);
    const { cpu } = await costOf(subject, () => driver.chatter(amounts.messages));
    values['message not for the bot: CPU each'] = cpu / amounts.messages;
  }
  if (isAsked('beside')) {
    const quiet = await driver.pace(load.ask, QUESTIONS_A_SECOND, amounts.seconds);
    values['20 /ask a second: p99'] = quantile(quiet, 0.99);
    const chatter = driver.chatterSteadily(MESSAGES_A_SECOND);
    const beside = await driver.pace(load.ask, QUESTIONS_A_SECOND, amounts.seconds);
    chatter.stop();
    values['beside 500 messages a second: p99'] = quantile(beside, 0.99);
  }
  if (isAsked('memory')) {
    const half = amounts.memoryAfter / 2;
    await driver.saturate(load.ask, half, IN_FLIGHT);
    values['memory after half of the interactions'] = subject.residentBytes() / 1e6;
    await driver.saturate(load.ask, half, IN_FLIGHT);
    values['memory after all interactions'] = subject.residentBytes() / 1e6;
  }
  return values;
}

/** @returns the CPU time of the bot, in microseconds, and what the work resolved to */
async function costOf(
  subject: RunningSubject,
  work: () => Promise<number | void>,
): Promise<{ readonly cpu: number; readonly milliseconds: number }> {
  const before = subject.cpuMicroseconds();
  const milliseconds = (await Promise.race([work(), subject.ended])) ?? 0;
  return { cpu: subject.cpuMicroseconds() - before, milliseconds };
}
