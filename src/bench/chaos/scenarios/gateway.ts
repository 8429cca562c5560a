/** The gateway closes, falls silent, is slow, or can't be reached. */

import type { LocalDiscord } from '../../local-discord/index.ts';
import { pause } from '../../local-discord/ledger.ts';
import type { Scenario } from '../scenario.ts';

/** How many readers ask before anything goes wrong. */
const BEFOREHAND = 4;
/** How long an outage lasts. */
const OUTAGE_MS = 5_000;
/** Longer than a start may take before the operator is told that it does. */
const SLOW_START_MS = 11_000;

const LOST = /^Lost the connection to Discord \(.+\)/;
const BACK = /^Connected to Discord again, after \d+ s/;

/** Codes after which a client resumes, and codes after which it begins a session anew. */
const PASSING_CODES = [1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009] as const;
/** Codes after which no retry helps, with the exit status and what the operator is told. */
const FATAL_CODES: readonly (readonly [number, number, RegExp])[] = [
  [4004, 2, /^Discord refused the token \(DISCORD_TOKEN\)\. Reset it/],
  [4010, 1, /close code 4010/],
  [4011, 1, /close code 4011/],
  [4012, 1, /close code 4012.*update/],
  [4013, 1, /close code 4013.*update/],
  [4014, 2, /close code 4014/],
];
const SHORT_CODES: readonly number[] = [4000, 4007, 4013];

export const GATEWAY_SCENARIOS: readonly Scenario[] = [
  ...PASSING_CODES.map((code) => ({
    ...passing(`gateway closes with ${code}`, (discord) => discord.closeWith(code)),
    isShort: SHORT_CODES.includes(code),
  })),
  ...FATAL_CODES.map(([code, exit, line]): Scenario => ({
    fault: `gateway closes with ${code}`,
    isShort: SHORT_CODES.includes(code),
    async play({ startAndConnect, readers, discord }) {
      await startAndConnect();
      await readers.ask(BEFOREHAND);
      discord.closeWith(code);
    },
    expected: { exit, lines: [line] },
  })),
  passing('gateway drops the connection', (discord) => discord.dropSocket()),
  passing('gateway asks to reconnect', (discord) => discord.reconnect()),
  passing('gateway calls the session void', (discord) => discord.invalidSession()),
  { ...passing('gateway asks to resume', (discord) => discord.invalidSession(true)), expected: {} },
  {
    fault: 'gateway drops the connection while readers ask',
    isShort: true,
    async play({ startAndConnect, readers, discord, recover }) {
      await startAndConnect();
      await readers.ask(BEFOREHAND);
      discord.dropSocket();
      await readers.ask(15); // sent once the session is resumed
      await recover();
    },
    expected: { lines: [LOST, BACK] },
  },
  {
    ...outage('gateway acknowledges no heartbeat', (discord, isOn) => discord.ignoreHeartbeats(isOn)),
    discord: { heartbeatMs: 800 },
  },
  { ...outage('gateway refuses connections', (discord, isOn) => discord.goAway(isOn)), isShort: true },
  outage('gateway closes each connection at once', (discord, isOn) => discord.closeAtOnce(isOn ? 4000 : undefined)),
  outage('gateway says nothing after a reconnection', (discord, isOn) => {
    discord.withhold(isOn ? 'hello' : undefined);
    if (isOn) discord.dropSocket();
  }),
  {
    fault: 'gateway is slow to let the bot in',
    async play({ start, discord, last, recover }) {
      discord.withhold('ready');
      const identified = discord.nextIdentify();
      start();
      await identified;
      await last(SLOW_START_MS);
      discord.withhold(undefined);
      const gone = discord.nextGoodbye();
      discord.dropSocket();
      await gone;
      await recover();
    },
    expected: { lines: [/^Discord has not let the bot in yet/] },
  },
];

/** Over as soon as it has happened. */
function passing(fault: string, happen: (discord: LocalDiscord) => void): Scenario {
  return {
    fault,
    async play({ startAndConnect, readers, discord, recover }) {
      await startAndConnect();
      await readers.ask(BEFOREHAND);
      const over = Promise.race([discord.nextGoodbye(), discord.nextResume()]);
      happen(discord);
      await over;
      await recover();
    },
    expected: { lines: [LOST, BACK] },
  };
}

/** @param set called when it begins, and when it is over */
function outage(fault: string, set: (discord: LocalDiscord, isOn: boolean) => void): Scenario {
  return {
    fault,
    async play({ startAndConnect, readers, discord, last, recover }) {
      await startAndConnect();
      await readers.ask(BEFOREHAND);
      const lost = discord.nextGoodbye();
      set(discord, true);
      await lost;
      await pause(500); // what it costs to notice
      await last(OUTAGE_MS);
      set(discord, false);
      await recover();
    },
    expected: { lines: [LOST, BACK] },
  };
}
