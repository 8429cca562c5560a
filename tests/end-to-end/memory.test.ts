/** Nobody is remembered: what is left in the bot's memory half a minute after it was used. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot, startHttpBot, stop, type RunningBot, type Starting } from '../support/running-bot.ts';

/** How long the bot may remember who asks. */
const HALF_A_MINUTE_MS = 30_000;

/** In every name and text: a word that the bot does not know. */
const MARK = 'Zqxjwv';
const QUESTION = `Why does CNN not name any of the protesters, ${MARK}?`;

/** For each memory that is written down on a busy machine, beside the half minute. */
const TIMEOUT_MS = 240_000;

const WITH_SNAPSHOTS = ['--heapsnapshot-signal=SIGUSR2', '--heap-snapshot-string-limit=20000'];

/** A way in which interactions reach the bot. */
interface Way {
  readonly start: (
    discord: LocalDiscord,
    environment: Readonly<Record<string, string>>,
    starting: Starting,
  ) => Promise<RunningBot>;
  /** Whether the bot posts its responses itself, and hears messages. */
  readonly byGateway: boolean;
}

it.concurrent.each<[string, Way]>([
  ['the gateway', { start: startByGateway, byGateway: true }],
  ['HTTP', { start: startHttpBot, byGateway: false }],
])(
  'holds nothing of what was asked, by whom or where, half a minute later, also where Discord fails, by %s',
  async (_, { start, byGateway }) => {
    const since = Date.now();
    const discord = await startLocalDiscord();
    const folder = mkdtempSync(join(tmpdir(), 'pullquote-memory-'));
    const args = [...WITH_SNAPSHOTS, `--diagnostic-dir=${folder}`, 'dist/cli/start.js'];
    const running = await start(discord, {}, { args });
    const traces = (memory: string): readonly string[] => [
      ...(memory.includes(MARK) ? [MARK] : []),
      ...idsIn(memory, since)
        .filter((id) => id !== discord.botId && id !== discord.applicationId)
        .map((id) => around(memory, id)),
      ...tokensOf(discord).filter((token) => memory.includes(token)),
    ];

    await useAll(discord, byGateway);
    await useWhileDiscordFails(discord, byGateway);
    expect(tokensOf(discord).length).toBeGreaterThan(20);
    expect(traces(await memoryOf(running, folder))).toContain(MARK); // a call still hangs

    await wait(HALF_A_MINUTE_MS);
    expect(traces(await memoryOf(running, folder))).toEqual([]);

    expect(await stop(running)).toBe(0);
    rmSync(folder, { recursive: true });
    await discord.close();
  },
  TIMEOUT_MS,
);

async function startByGateway(
  discord: LocalDiscord,
  environment: Readonly<Record<string, string>>,
  starting: Starting,
): Promise<RunningBot> {
  const running = startBot({ ...discord.env, ...environment }, starting);
  await discord.registration();
  return running;
}

/** Everything that the bot does, and all in which it keeps count. */
async function useAll(discord: LocalDiscord, byGateway: boolean): Promise<void> {
  const who = (name: string): { user: string; channel: string } => ({ user: `${MARK} ${name}`, channel: name });
  const ask = (name: string, more = {}) => discord.slash('ask', { question: QUESTION, ...more }, who(name));

  await ask('private');
  await discord.autocomplete('ask', 'question', QUESTION, who('typing'));
  await discord.press(await ask('cited'), 'Cite');
  await discord.press(await ask('deleted', { private: false }), 'Delete');
  await discord.slash('passage', { number: `${MARK} words` }, who('passage'));
  const message = discord.post(QUESTION, who('written'));
  await discord.press(await discord.messageMenu('Ask the report', message, { user: `${MARK} posts` }), /^Post/);
  if (byGateway) {
    await discord.say(QUESTION, { user: `${MARK} direct`, dm: true });
    for (let count = 0; count < 7; count += 1)
      await discord.say(`<@BOT> ${QUESTION}`, { ...who('crowded'), user: `${MARK} crowds ${count}` });
  }
  await Promise.all(Array.from({ length: 22 }, () => ask('too often')));
}

/** Discord asks to wait longer than anybody may be remembered, or never answers. */
async function useWhileDiscordFails(discord: LocalDiscord, byGateway: boolean): Promise<void> {
  const ways = [{ status: 429, retryAfter: 120 }, { status: 'hang' }] as const;
  for (const [index, way] of ways.entries()) {
    const where = { user: `${MARK} fails ${index}`, channel: `fails-${index}` };
    const shown = await discord.slash('ask', { question: QUESTION, private: false }, where);
    const offered = await discord.messageMenu('Ask the report', discord.post(QUESTION, where), { user: where.user });
    discord.failNext({ match: 'DELETE', ...way });
    await discord.press(shown, 'Delete');
    discord.failNext({ match: 'POST /channels', ...way, times: 2 });
    discord.failNext({ match: 'POST /webhooks', ...way });
    await discord.press(offered, /^Post/);
    if (byGateway) {
      discord.post(`<@BOT> ${QUESTION}`, { ...where, channel: `asked-${index}` });
      discord.failNext({ match: 'POST /interactions', ...way, times: 9 });
      await expect(discord.slash('ask', { question: QUESTION }, where)).rejects.toThrow('not acknowledged');
    } else {
      await discord.quiet();
    }
    discord.stopFailing();
  }
  const where = { user: `${MARK} hangs`, channel: 'hangs' };
  const offered = await discord.messageMenu('Ask the report', discord.post(QUESTION, where), { user: where.user });
  discord.failNext({ match: 'POST', status: 'hang', times: Infinity });
  if (byGateway) discord.post(`<@BOT> ${QUESTION}`, where);
  else await discord.press(offered, /^Post/);
  await vi.waitFor(() => expect(discord.requests.at(-1)?.path).toMatch(/^\/channels/), { timeout: 30_000 });
}

/** All that the process can still reach, as V8 writes it down after it has collected garbage. */
async function memoryOf({ process: bot }: RunningBot, folder: string): Promise<string> {
  bot.kill('SIGUSR2');
  const snapshot = await vi.waitFor(
    () => {
      const [name = ''] = readdirSync(folder);
      const text = readFileSync(join(folder, name), 'latin1');
      if (!text.trimEnd().endsWith(']}')) throw new Error('It is still being written.');
      return text;
    },
    { timeout: 60_000, interval: 500 },
  );
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  return snapshot;
}

/** The tokens of all interactions that the bot has answered. */
function tokensOf({ requests }: LocalDiscord): readonly string[] {
  return [...new Set(requests.flatMap(({ path }) => /^\/interactions\/\d+\/([^/]+)/.exec(path)?.[1] ?? []))];
}

/** Each ID that Discord has made since then. */
function idsIn(memory: string, since: number): readonly string[] {
  const ids = [...new Set(memory.match(/\d{17,20}/g))];
  return ids.filter((id) => madeAt(id) >= since && madeAt(id) <= Date.now());
}

function around(memory: string, trace: string): string {
  const at = memory.indexOf(trace);
  return memory.slice(at - 60, at + 60);
}

/** When Discord made an ID: milliseconds since 2015, in its upper bits. */
function madeAt(id: string): number {
  return Number(BigInt(id) >> 22n) + 1_420_070_400_000;
}
