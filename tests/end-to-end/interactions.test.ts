/** What readers do with the bot, whichever way interactions reach it. */

import { expect, it, vi } from 'vitest';
import { describeInteractions, payloadsReached, type Reached } from '../support/interactions.ts';
import type { LocalDiscord } from '../support/local-discord/index.ts';
import { startBot, startHttpBot, stop, type RunningBot } from '../support/running-bot.ts';

describeInteractions('by the gateway', reachByGateway);
describeInteractions('by HTTP', reachByHttp);

it('sends the same payloads by the gateway and by HTTP', async () => {
  const [byGateway, byHttp] = await Promise.all([payloadsReached(reachByGateway), payloadsReached(reachByHttp)]);
  expect(byHttp).toEqual(byGateway);
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
