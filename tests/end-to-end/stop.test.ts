import { describe, expect, it, vi } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot, stop } from '../support/running-bot.ts';

/** Until when a service manager has patience: most wait ten seconds, and then kill. */
const PATIENCE_MS = 6_000;
/** Less than the three seconds for which the bot would wait for Discord to hear its goodbye. */
const AT_ONCE_MS = 2_500;

// Each waits for a bot and a Discord of its own, so they wait at the same time.
describe.concurrent('the bot ends with status 0 soon after it is told to stop', () => {
  it.each<[string, (discord: LocalDiscord) => Promise<void>]>([
    [
      'before the gateway has said HELLO',
      async (discord) => {
        discord.withhold('hello');
        await discord.nextConnection();
      },
    ],
    [
      'before the gateway has said READY',
      async (discord) => {
        discord.withhold('ready');
        await discord.nextIdentify();
      },
    ],
    [
      'while its commands are being registered',
      async (discord) => {
        discord.failNext({ match: 'PUT', status: 'hang', times: Infinity });
        await vi.waitFor(() => expect(discord.requests.map(({ method }) => method)).toContain('PUT'), {
          timeout: 30_000,
        });
      },
    ],
    [
      'while the gateway is away',
      async (discord) => {
        await discord.registration();
        discord.goAway();
      },
    ],
    [
      'where the gateway does not hear that it leaves',
      async (discord) => {
        await discord.registration();
        discord.deafen();
      },
    ],
  ])('%s', async (_, reach) => {
    const discord = await startLocalDiscord();
    const running = startBot(discord.env);
    await reach(discord);
    const told = performance.now();
    expect(await stop(running)).toBe(0);
    expect(performance.now() - told).toBeLessThan(PATIENCE_MS);
    await discord.close();
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

  it('and says where something was left unsent', async () => {
    const discord = await startLocalDiscord();
    const running = startBot(discord.env);
    await discord.registration();
    discord.failNext({ match: 'POST /channels', status: 'hang' });
    discord.post('<@BOT> why no names?', { user: 'Ana' });
    await vi.waitFor(() => expect(discord.requests.at(-1)?.path).toMatch(/^\/channels/), { timeout: 30_000 });
    const told = performance.now();
    expect(await stop(running)).toBe(0);
    expect(performance.now() - told).toBeLessThan(PATIENCE_MS);
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
    discord.deafen();
    running.process.kill('SIGTERM');
    await discord.quiet();
    const told = performance.now();
    running.process.kill(signal);
    expect(await running.ended).toBe(0);
    expect(performance.now() - told).toBeLessThan(AT_ONCE_MS);
    await discord.close();
  });
});
