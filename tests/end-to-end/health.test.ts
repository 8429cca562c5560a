import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot, startHttpBot, stop } from '../support/running-bot.ts';

describe('the health check', () => {
  let discord: LocalDiscord;
  beforeAll(async () => {
    discord = await startLocalDiscord();
  });
  afterAll(() => discord.close());

  const check = (environment: Readonly<Record<string, string>>): Promise<number | string | null> =>
    startBot(environment, { args: ['dist/cli/health.js'] }).ended;

  it('passes while the endpoint listens, and fails once it has stopped', async () => {
    const running = await startHttpBot(discord);
    const environment = { TRANSPORT: 'http', PORT: new URL(running.url).port };
    expect(await check(environment)).toBe(0);
    expect(await stop(running)).toBe(0);
    expect(await check(environment)).toBe(1);
  });

  it('passes on the gateway, where a bot that can’t go on ends', async () => {
    expect(await check({ DISCORD_TOKEN: 'a.b.c' })).toBe(0);
  });
});
