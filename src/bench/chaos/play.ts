/** Plays a scenario, and checks what the bot made of it. */

import type { Dice } from '../fuzz/dice.ts';
import { startLocalDiscord } from '../local-discord/index.ts';
import { pause, within } from '../local-discord/ledger.ts';
import { cpuMicroseconds } from '../load/process-figures.ts';
import { startBot, type RunningBot } from '../running-bot.ts';
import { faultsOf, operatorLines, type Observed } from './checks.ts';
import { createReaders } from './readers.ts';
import type { Scenario, Stage } from './scenario.ts';

/** How long a bot may take to start, also on a machine that is busy. */
const START_MS = 30_000;
/**
 * How long the bot may take to connect again. @discordjs/ws waits a minute for a gateway that says
 * nothing.
 */
const RECOVERY_MS = 75_000;
/** How long the bot may take to end once it is told to. */
const END_MS = 6_000;
/** How long it may take to end by itself: at its start, calls are tried for a minute. */
const OWN_END_MS = 75_000;
/** The longest that all of this may take together. */
const MOST_MS = 240_000;
/** After how long without a request the bot counts as done, on a machine that is busy. */
const QUIET_MS = 100;
/** More than Discord's three seconds, as on such a machine no bot would be in time. */
const ACKNOWLEDGE_MS = 8_000;
const LOOK_EVERY_MS = 10;

export interface Outcome extends Observed {
  readonly fault: string;
  /** Whatever is not as it should be. */
  readonly problems: readonly string[];
}

/** @param dice decide what readers do */
export async function play({ fault, discord: options, play, expected = {} }: Scenario, dice: Dice): Promise<Outcome> {
  const discord = await startLocalDiscord({ quietMs: QUIET_MS, acknowledgeWithinMs: ACKNOWLEDGE_MS, ...options });
  const readers = createReaders(discord, dice);
  const bots: RunningBot[] = [];
  const measured: { cpuShare?: number; recoveredMs?: number } = {};
  const problems: string[] = [];
  let isTold = false;
  const stage: Stage = {
    discord,
    readers,
    dice,
    start(environment = {}, options) {
      const bot = startBot({ ...discord.env, ...environment }, options);
      bots.push(bot);
      return bot;
    },
    async untilConnected(withinMs = START_MS) {
      const registrations = (): number =>
        discord.requests.filter(({ method, status }) => method === 'PUT' && status === 200).length;
      const written = (): string => bots.map((bot) => bot.written()).join('\n');
      await until(
        () => registrations() >= bots.length,
        withinMs,
        () => `it did not start:\n${written()}`,
      );
    },
    async startAndConnect(...args) {
      const bot = stage.start(...args);
      await stage.untilConnected();
      return bot;
    },
    signal(signal) {
      bots[0]?.process.kill(signal);
      isTold = true;
    },
    async last(milliseconds) {
      const pid = bots[0]?.process.pid ?? 0;
      const before = cpuMicroseconds(pid);
      await pause(milliseconds);
      measured.cpuShare = (cpuMicroseconds(pid) - before) / 1000 / milliseconds;
    },
    async recover() {
      const since = performance.now();
      await until(discord.isConnected, RECOVERY_MS, () => 'it did not connect again');
      await readers.ask(1);
      measured.recoveredMs = performance.now() - since;
      await readers.ask(AFTERWARDS);
    },
  };
  try {
    await within(MOST_MS, play(stage), () => `it was not over after ${MOST_MS / 1000} s`);
  } catch (error) {
    problems.push(`it broke off: ${error instanceof Error ? error.message : String(error)}`);
  }
  const [watched] = bots;
  const endsByItself = expected.exit !== undefined;
  if (!isTold && !endsByItself) watched?.process.kill('SIGTERM');
  const exit = await Promise.race([watched?.ended, pause(endsByItself ? OWN_END_MS : END_MS).then(() => undefined)]);
  for (const bot of bots) bot.process.kill('SIGKILL');
  await Promise.all(bots.map(({ ended }) => ended));
  await discord.close();
  const observed: Observed = {
    ...measured,
    counts: readers.counts,
    lines: bots.flatMap((bot) => operatorLines(bot.written())),
    breaches: discord.faults,
    ...(exit !== undefined && { exit }),
  };
  return { ...observed, fault, problems: [...problems, ...faultsOf(observed, expected, discord.token)] };
}

/** How many readers ask once the bot answers again. */
const AFTERWARDS = 4;

async function until(isSo: () => boolean, milliseconds: number, otherwise: () => string): Promise<void> {
  for (const start = performance.now(); !isSo(); await pause(LOOK_EVERY_MS))
    if (performance.now() - start > milliseconds) throw new Error(otherwise());
}
