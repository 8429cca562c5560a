import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot, stop, type RunningBot } from '../support/running-bot.ts';

/** Until when a service manager has patience: most wait ten seconds, and then kill. */
const PATIENCE_MS = 6_000;
/** Less than the five seconds for which the bot would wait for what is under way. */
const AT_ONCE_MS = 4_000;

/** How the gateway sees a client that says goodbye, and one that is gone without a word. */
const GOODBYE = 1000;
const GONE = 1006;

type Signal = 'SIGINT' | 'SIGTERM';

// Each waits for a bot and a Discord of its own, so they wait at the same time.
describe.concurrent('the bot leaves and ends with status 0 soon after it is told to stop', () => {
  it.each<[string, Signal, (discord: LocalDiscord) => Promise<unknown>, readonly number[]]>([
    [
      'before it knows where the gateway is',
      'SIGTERM',
      (discord) => {
        discord.failNext({ match: 'GET /gateway', status: 'hang', times: Infinity });
        return requested(discord, 'GET');
      },
      [],
    ],
    [
      'before the gateway has said HELLO',
      'SIGINT',
      (discord) => {
        discord.withhold('hello');
        return discord.nextConnection();
      },
      [GOODBYE],
    ],
    [
      'while it identifies itself, before the gateway has said READY',
      'SIGTERM',
      (discord) => {
        discord.withhold('ready');
        return discord.nextIdentify();
      },
      [GOODBYE],
    ],
    [
      'while its commands are being registered',
      'SIGINT',
      (discord) => {
        discord.failNext({ match: 'PUT', status: 'hang', times: Infinity });
        return requested(discord, 'PUT');
      },
      [GOODBYE],
    ],
    ['while nobody asks anything', 'SIGTERM', (discord) => discord.registration(), [GOODBYE]],
    [
      'while the gateway is away',
      'SIGINT',
      async (discord) => {
        await discord.registration();
        discord.goAway();
      },
      [GONE],
    ],
    [
      'where the gateway does not hear that it leaves',
      'SIGTERM',
      async (discord) => {
        await discord.registration();
        discord.deafen();
      },
      [],
    ],
  ])('%s, by %s', async (_, signal, reach, closes) => {
    const discord = await startLocalDiscord();
    const running = startBot(discord.env);
    await reach(discord);
    await expectSoonEnded(running, signal);
    expect(discord.seen.closes).toEqual(closes);
    await discord.close();
  });

  it.each<[string, Signal, string, readonly string[], readonly string[]]>([
    ['while it compiles', 'SIGTERM', 'Compiling', ['src/cli/run.mjs', 'cli/start'], []],
    ['while it prepares its content, or trains', 'SIGINT', 'Checking', ['dist/cli/start.js'], ['dist']],
  ])('%s, by %s', async (_, signal, said, args, made) => {
    const folder = mkdtempSync(join(tmpdir(), 'pullquote-'));
    const isCode = (path: string): boolean => !/dist\/[^/]*\.bin$/.test(path);
    for (const name of ['src', 'content', 'package.json', 'package-lock.json', 'tsconfig.json', ...made])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true, filter: isCode });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const running = startBot({ DISCORD_TOKEN: 'a.b.c' }, { args, cwd: folder });
    await vi.waitFor(() => expect(running.written()).toContain(said), { timeout: 30_000 });
    await expectSoonEnded(running, signal);
    rmSync(folder, { recursive: true });
  });

  it('and sends what is under way', async () => {
    const discord = await startLocalDiscord();
    const running = startBot(discord.env);
    await discord.registration();
    discord.failNext({ match: 'POST /channels', status: 429, retryAfter: 0.5 });
    discord.post('<@BOT> why no names?', { user: 'Ana' });
    await vi.waitFor(() => expect(discord.requests.map(({ status }) => status)).toContain(429), { timeout: 30_000 });
    expect(await stop(running)).toBe(0);
    const replies = discord.requests.filter(({ path }) => path.startsWith('/channels'));
    expect(replies.map(({ status }) => status)).toEqual([429, 200]);
    await discord.close();
  });

  it('and posts what it has told a reader that it posted', async () => {
    const discord = await startLocalDiscord();
    const running = startBot(discord.env);
    await discord.registration();
    const message = discord.post('why no names?', { user: 'Ben' });
    const asked = await discord.messageMenu('Ask the report', message, { user: 'Ana' });
    discord.failNext({ match: 'POST /channels', status: 429, retryAfter: 1 });
    await discord.press(asked, /^post/, { user: 'Ana' });
    await expectSoonEnded(running, 'SIGTERM');
    const posts = discord.requests.filter(({ path }) => path.startsWith('/channels'));
    expect(posts.map(({ status }) => status)).toEqual([429, 200]);
    await discord.close();
  });

  it('and tells a reader where it could not, or else the operator', async () => {
    const discord = await startLocalDiscord();
    const running = startBot(discord.env);
    await discord.registration();
    const message = discord.post('why no names?', { user: 'Ben' });
    const asked = await discord.messageMenu('Ask the report', message, { user: 'Ana' });
    discord.failNext({ match: 'POST /channels', status: 'hang', times: 2 });
    const told = await discord.press(asked, /^post/, { user: 'Ana' });
    discord.failNext({ match: 'POST /webhooks', status: 'hang', times: 1 });
    const untold = await discord.press(asked, /^post/, { user: 'Ana' });
    await expectSoonEnded(running, 'SIGTERM');
    expect([...told.followUps, ...untold.followUps]).toHaveLength(1);
    expect(running.written()).toMatch(/\nStopped before everything was sent: 1 left\.\n$/);
    await discord.close();
  });
});

describe('the bot opens no debugger', () => {
  it('where SIGUSR1 asks Node for one', async () => {
    const discord = await startLocalDiscord();
    const running = startBot(discord.env, { args: ['src/cli/run.mjs', 'cli/start'] });
    await discord.registration();
    running.process.kill('SIGUSR1');
    await discord.slash('ask', { question: 'why no names' });
    expect(await stop(running)).toBe(0);
    expect(running.written()).not.toContain('Debugger');
    await discord.close();
  });
});

describe('the bot ends at once', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('where it is told twice to stop, by %s', async (signal) => {
    const discord = await startLocalDiscord();
    const running = startBot(discord.env);
    await discord.registration();
    discord.failNext({ match: 'POST /channels', status: 'hang' });
    discord.post('<@BOT> why no names?', { user: 'Ana' });
    await vi.waitFor(() => expect(discord.requests.at(-1)?.path).toMatch(/^\/channels/), { timeout: 30_000 });
    const left = discord.nextGoodbye();
    running.process.kill('SIGTERM');
    await left;
    const told = performance.now();
    running.process.kill(signal);
    expect(await running.ended).toBe(0);
    expect(performance.now() - told).toBeLessThan(AT_ONCE_MS);
    await discord.close();
  });
});

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function requested(discord: LocalDiscord, method: string): Promise<void> {
  await vi.waitFor(() => expect(discord.requests.map((request) => request.method)).toContain(method), {
    timeout: 30_000,
  });
}

async function expectSoonEnded({ process: child, ended }: RunningBot, signal: Signal): Promise<void> {
  const told = performance.now();
  child.kill(signal);
  expect(await ended).toBe(0);
  expect(performance.now() - told).toBeLessThan(PATIENCE_MS);
}
