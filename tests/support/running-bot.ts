import { vi } from 'vitest';
import type { LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot, type RunningBot } from '../../src/bench/running-bot.ts';

export { startBot, stop, type RunningBot } from '../../src/bench/running-bot.ts';

/** Starts the bot with TRANSPORT=http on a free port, and has the local Discord deliver to it. */
export async function startHttpBot(
  discord: LocalDiscord,
  environment: Readonly<Record<string, string>> = {},
): Promise<RunningBot & { readonly url: string }> {
  const running = startBot({ ...discord.env, TRANSPORT: 'http', PORT: '0', LOG_LEVEL: 'debug', ...environment });
  const port = await vi.waitFor(
    () => {
      const [, found] = /Listening on port (\d+)/.exec(running.written()) ?? [];
      if (found === undefined) throw new Error(`The bot does not listen: ${running.written()}`);
      return found;
    },
    { timeout: 30_000 },
  );
  const url = `http://127.0.0.1:${port}/`;
  await discord.deliverTo(url);
  return { ...running, url };
}
