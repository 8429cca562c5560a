/** What readers do with the bot, whichever way interactions reach it. */

import { expect, it, vi } from 'vitest';
import { describeInteractions, type Reached } from '../support/interactions.ts';
import { startLocalDiscord, textOf, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { payloadsReached } from '../support/payload-table.ts';
import { startBot, startHttpBot, stop, type RunningBot } from '../support/running-bot.ts';

describeInteractions('by the gateway', reachByGateway);
describeInteractions('by HTTP', reachByHttp);

it('sends the same payloads by the gateway and by HTTP', async () => {
  const [byGateway, byHttp] = await Promise.all([payloadsReached(reachByGateway), payloadsReached(reachByHttp)]);
  expect(byHttp).toEqual(byGateway);
});

it.each([
  ['the gateway', reachByGateway],
  ['HTTP', reachByHttp],
])('tells a reader who does too much, in one private line, and suggests nothing more, by %s', async (_, reach) => {
  const discord = await startLocalDiscord();
  const running = await reach(discord);
  const user = 'Dana';
  const asked = await Promise.all(
    Array.from({ length: 25 }, () => discord.slash('passage', { number: '4' }, { user })),
  );
  expect(asked.filter((one) => textOf(one).includes('try again')).length).toBe(5);
  expect(asked.every(({ isEphemeral }) => isEphemeral)).toBe(true);
  const typed = await Promise.all(
    Array.from({ length: 105 }, () => discord.autocomplete('passage', 'number', 'wechat', { user })),
  );
  expect(typed.filter((choices) => choices.length === 0).length).toBe(5);
  const other = await discord.slash('passage', { number: '4' }, { user: 'Eve' });
  expect(textOf(other)).not.toContain('try again');
  expect(running.written()).not.toMatch(/Dana|Eve/);
  await running.stop();
  await discord.close();
});

async function reachByGateway(discord: LocalDiscord): Promise<Reached> {
  const running = startBot({ ...discord.env, LOG_LEVEL: 'debug' });
  await discord.registration();
  await vi.waitFor(() => expect(running.written()).toContain('Connected'), { timeout: 30_000 });
  return stoppable(running);
}

async function reachByHttp(discord: LocalDiscord): Promise<Reached> {
  const registering = startBot(discord.env, { args: ['dist/cli/register.js'] });
  expect(await registering.ended).toBe(0);
  return stoppable(await startHttpBot(discord));
}

function stoppable(running: RunningBot): Reached {
  return { written: running.written, stop: async () => expect(await stop(running)).toBe(0) };
}
