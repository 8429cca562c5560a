import { vi } from 'vitest';
import type { LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot, type RunningBot, type Starting } from '../../src/bench/running-bot.ts';

export { startBot, stop, type RunningBot, type Starting } from '../../src/bench/running-bot.ts';

/** Starts the bot with TRANSPORT=http on a free port, and has the local Discord deliver to it. */
export async function startHttpBot(
  discord: LocalDiscord,
  environment: Readonly<Record<string, string>> = {},
  starting: Starting = {},
): Promise<RunningBot & { readonly url: string }> {
  const settings = { ...discord.env, TRANSPORT: 'http', PORT: '0', LOG_LEVEL: 'debug', ...environment };
  const running = startBot(settings, starting);
  const url = await addressOf(running);
  await discord.deliverTo(url);
  return { ...running, url };
}

/** Where a bot with TRANSPORT=http listens, once it does. */
export async function addressOf({ written }: RunningBot): Promise<string> {
  const port = await vi.waitFor(
    () => {
      const [, found] = /Listening on port (\d+)/.exec(written()) ?? [];
      if (found === undefined) throw new Error(`The bot does not listen: ${written()}`);
      return found;
    },
    { timeout: 30_000 },
  );
  return `http://127.0.0.1:${port}/`;
}
