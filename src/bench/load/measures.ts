/** What is measured of each bot, and the floors that Pullquote is held to. */

import { setTimeout as wait } from 'node:timers/promises';
import { quantile } from '../timing.ts';
import type { Driver, MakeInteraction } from './drive.ts';
import type { RunningSubject } from './subject.ts';

/** The parts that can be run alone, in the order in which they are run. */
export const PARTS = ['start', 'ask', 'picked', 'latency', 'autocomplete', 'messages', 'beside', 'memory'] as const;
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
  warmUp: 1_500,
  interactions: 4_000,
  messages: 20_000,
  seconds: 4,
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
  '/ask, picked from the suggestions: CPU each': { part: 'picked', unit: 'µs' },
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
  /** A question picked from the suggestions, which the bot need not match. */
  readonly askPicked: MakeInteraction;
  readonly autocomplete: MakeInteraction;
}

/** A bot that runs, and what puts load on it. */
export interface Bench {
  readonly subject: RunningSubject;
  readonly driver: Driver;
  readonly load: Load;
  readonly amounts: Amounts;
}

/** What each part does with a bot that has run those before it. */
export const MEASURE: Readonly<Record<Part, (bench: Bench) => Promise<Values>>> = {
  async start({ subject, amounts }) {
    await wait(amounts.idleMs);
    return { 'start to registered': subject.startMs, 'idle memory': subject.residentBytes() / 1e6 };
  },
  async ask(bench) {
    await warmUp(bench, bench.load.ask);
    const { cpuEach, perSecond } = await saturated(bench, bench.load.ask);
    return { '/ask: CPU each': cpuEach, '/ask: throughput': perSecond };
  },
  async picked(bench) {
    await warmUp(bench, bench.load.askPicked);
    const { cpuEach } = await saturated(bench, bench.load.askPicked);
    return { '/ask, picked from the suggestions: CPU each': cpuEach };
  },
  async latency(bench) {
    const { driver, load, amounts } = bench;
    await warmUp(bench, load.ask);
    const { perSecond } = await saturated(bench, load.ask);
    const times = await driver.pace(load.ask, perSecond / 2, amounts.seconds);
    return { '/ask: p99 at half of own throughput': quantile(times, 0.99) };
  },
  async autocomplete(bench) {
    await warmUp(bench, bench.load.autocomplete);
    return { 'autocomplete: CPU each': (await saturated(bench, bench.load.autocomplete)).cpuEach };
  },
  async messages({ subject, driver, amounts }) {
    await driver.chatter(amounts.warmUp);
    const before = subject.cpuMicroseconds();
    await driver.chatter(amounts.messages);
    return { 'message not for the bot: CPU each': (subject.cpuMicroseconds() - before) / amounts.messages };
  },
  async beside(bench) {
    const { driver, load, amounts } = bench;
    await warmUp(bench, load.ask);
    const quiet = await driver.pace(load.ask, QUESTIONS_A_SECOND, amounts.seconds);
    const chatter = driver.chatterSteadily(MESSAGES_A_SECOND);
    const beside = await driver.pace(load.ask, QUESTIONS_A_SECOND, amounts.seconds);
    chatter.stop();
    return {
      '20 /ask a second: p99': quantile(quiet, 0.99),
      'beside 500 messages a second: p99': quantile(beside, 0.99),
    };
  },
  async memory({ subject, driver, load, amounts }) {
    const half = amounts.memoryAfter / 2;
    await driver.saturate(load.ask, half, IN_FLIGHT);
    const halfway = subject.residentBytes() / 1e6;
    await driver.saturate(load.ask, half, IN_FLIGHT);
    return {
      'memory after half of the interactions': halfway,
      'memory after all interactions': subject.residentBytes() / 1e6,
    };
  },
};

async function warmUp({ driver, amounts }: Bench, make: MakeInteraction): Promise<void> {
  await driver.saturate(make, amounts.warmUp, IN_FLIGHT);
}

async function saturated(
  { subject, driver, amounts: { interactions } }: Bench,
  make: MakeInteraction,
): Promise<{ readonly cpuEach: number; readonly perSecond: number }> {
  const before = subject.cpuMicroseconds();
  const milliseconds = await driver.saturate(make, interactions, IN_FLIGHT);
  return {
    cpuEach: (subject.cpuMicroseconds() - before) / interactions,
    perSecond: (1000 * interactions) / milliseconds,
  };
}
