/** The bot is told to stop, at every moment. */

import type { Failure } from '../../local-discord/index.ts';
import { pause } from '../../local-discord/ledger.ts';
import type { Doing } from '../readers.ts';
import type { Scenario, Stage } from '../scenario.ts';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** How many readers have asked when it comes. */
const UNDER_WAY = 50;
/** How long Discord takes to read a call: less than the bot goes on once it is told to stop. */
const SLOW_MS = 1_000;

const LEFT = /^Stopped before everything was sent: \d+ left\./;
const CUT_OFF = /^Failed while /;

interface Moment {
  readonly name: string;
  readonly isShort?: boolean;
  readonly reach: (stage: Stage) => Promise<void>;
  /** What readers do meanwhile, which must still be answered, and how the path of that begins. */
  readonly meanwhile?: { readonly act: Doing; readonly count: number; readonly path: string };
  /** Whether that can't be finished. */
  readonly isCutOff?: boolean;
  readonly mayTell?: readonly RegExp[];
}

const MOMENTS: readonly Moment[] = [
  {
    name: 'while it asks for the gateway',
    reach: (stage) => startAndMeet(stage, { match: 'GET /gateway', status: 'hang', times: Infinity }),
  },
  {
    name: 'before the gateway says HELLO',
    async reach({ discord, start }) {
      discord.withhold('hello');
      const connected = discord.nextConnection();
      start();
      await connected;
    },
  },
  {
    name: 'before the gateway says READY',
    async reach({ discord, start }) {
      discord.withhold('ready');
      const identified = discord.nextIdentify();
      start();
      await identified;
    },
  },
  {
    name: 'while it registers its commands',
    reach: (stage) => startAndMeet(stage, { match: 'PUT', status: 'hang', times: Infinity }),
  },
  { name: 'while nothing happens', reach: connect },
  {
    name: `while ${UNDER_WAY} interactions are answered`,
    isShort: true,
    reach: (stage) =>
      connectAndMeet(stage, { match: 'POST /interactions', status: 'slow', afterMs: SLOW_MS, times: Infinity }),
    meanwhile: { act: 'ask', count: UNDER_WAY, path: '/interactions' },
  },
  {
    name: 'while Discord asks replies to wait',
    isShort: true,
    reach: (stage) => connectAndMeet(stage, { match: 'POST /channels', status: 429, retryAfter: 1, times: 4 }),
    meanwhile: { act: 'mention', count: 4, path: '/channels' },
  },
  {
    name: 'after “posted” was promised',
    reach: (stage) =>
      connectAndMeet(stage, { match: 'POST /channels', status: 'slow', afterMs: SLOW_MS, times: Infinity }),
    meanwhile: { act: 'post', count: 4, path: '/channels' },
  },
  {
    name: 'while replies hang',
    reach: (stage) => connectAndMeet(stage, { match: 'POST /channels', status: 'hang', times: Infinity }),
    meanwhile: { act: 'mention', count: 4, path: '/channels' },
    isCutOff: true,
  },
  {
    name: 'while the gateway is away',
    async reach(stage) {
      await connect(stage);
      stage.discord.goAway();
      await pause(500);
    },
    mayTell: [/^Lost the connection to Discord/],
  },
  {
    name: 'while the gateway hears nothing',
    async reach(stage) {
      await connect(stage);
      stage.discord.deafen();
    },
  },
];

export const SIGNAL_SCENARIOS: readonly Scenario[] = MOMENTS.flatMap((moment) =>
  SIGNALS.map((signal) => stopped(moment, signal)),
);

function stopped(
  { name, isShort = false, reach, meanwhile, isCutOff = false, mayTell = [] }: Moment,
  signal: NodeJS.Signals,
): Scenario {
  return {
    fault: `${signal} ${name}`,
    isShort: isShort && signal === 'SIGTERM',
    async play(stage) {
      await reach(stage);
      const done = meanwhile && stage.readers[meanwhile.act](meanwhile.count);
      if (meanwhile) await underWay(stage, meanwhile.path, meanwhile.count);
      stage.signal(signal);
      await done;
    },
    expected: {
      lines: isCutOff ? [CUT_OFF] : [],
      mayTell: isCutOff ? [...mayTell, LEFT] : mayTell,
      ...(isCutOff && meanwhile && { mostLines: meanwhile.count + 1 }),
      mayRefuse: isCutOff,
    },
  };
}

async function underWay({ discord }: Stage, path: string, count: number): Promise<void> {
  await until(() => discord.requests.filter((request) => request.path.startsWith(path)).length >= count);
}

async function connect({ startAndConnect }: Stage): Promise<void> {
  await startAndConnect();
}

async function connectAndMeet(stage: Stage, failure: Failure): Promise<void> {
  await connect(stage);
  stage.discord.failNext(failure);
}

async function startAndMeet({ discord, start }: Stage, failure: Failure & { readonly match: string }): Promise<void> {
  discord.failNext(failure);
  start();
  const isMet = (): boolean =>
    discord.requests.some(({ method, path }) => `${method} ${path}`.startsWith(failure.match));
  await until(isMet);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}
