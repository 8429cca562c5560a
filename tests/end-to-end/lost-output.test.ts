import { closeSync, openSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { startLocalDiscord, textOf, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot, stop, type RunningBot } from '../support/running-bot.ts';

describe('the bot goes on, and says so once on its error output', () => {
  it('where nobody reads its output any more', async () => {
    await expectGoesOn(/write EPIPE/, (environment) => {
      const running = startBot(environment);
      running.process.stdout?.destroy();
      return running;
    });
  });

  it.runIf(process.platform === 'linux')('where the disk is full', async () => {
    await expectGoesOn(/ENOSPC/, (environment) => {
      const stdout = openSync('/dev/full', 'w');
      const running = startBot(environment, { stdout });
      closeSync(stdout);
      return running;
    });
  });
});

async function expectGoesOn(
  why: RegExp,
  start: (environment: LocalDiscord['env'] & { LOG_LEVEL: string }) => RunningBot,
): Promise<void> {
  const discord = await startLocalDiscord();
  const running = start({ ...discord.env, LOG_LEVEL: 'debug' });
  await discord.registration();
  for (let count = 0; count < 3; count += 1)
    expect(textOf(await discord.slash('ask', { question: 'airplane-mode' }))).toContain('airplane mode');
  await vi.waitFor(() => expect(running.written()).toMatch(why), { timeout: 30_000 });
  expect(running.written()).toMatch(/^Standard output can't be written to \(.*\); the bot goes on\.\n$/);
  expect(await stop(running)).toBe(0);
  await discord.close();
}
