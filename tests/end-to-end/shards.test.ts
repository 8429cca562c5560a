import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { startLocalDiscord, textOf, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot, stop } from '../support/running-bot.ts';

const PATIENTLY = { timeout: 30_000 };

describe.concurrent('the bot spreads its servers over shards', () => {
  it('which answer, are lost, and resume each by itself', async () => {
    const discord = await startLocalDiscord({ shards: 4, maxConcurrency: 4 });
    const [guild0, guild1, guild2, guild3] = await guildOfEachShard(discord, 4);
    const running = startBot(discord.env);
    await discord.registration();
    await vi.waitFor(
      () => expect(running.written().match(/^Shard \d of 4: connected\.$/gm)).toHaveLength(4),
      PATIENTLY,
    );
    const ask = async (guild: string): Promise<string> =>
      textOf(await discord.slash('ask', { question: 'airplane-mode' }, { guild }));

    const resumed = discord.nextResume();
    discord.dropSocket(2);
    const whileAway = [ask(guild0), ask(guild1), ask(guild3)];
    for (const answer of await Promise.all(whileAway)) expect(answer).toContain('airplane mode');
    expect(discord.seen.resumes).toBe(0);
    const late = ask(guild2);
    await resumed;
    expect(await late).toContain('airplane mode');
    await vi.waitFor(() => expect(running.written()).toMatch(/^Shard 2 of 4: connected to Discord again/m), PATIENTLY);
    expect(linesAbout(running.written(), /lost|again/)).toEqual([
      'Shard 2 of 4: lost the connection to Discord (close code 1006). Trying to get it back.',
      expect.stringMatching(/^Shard 2 of 4: connected to Discord again, after \d+ s\.$/),
    ]);
    expect(discord.seen).toMatchObject({ identifies: 4, resumes: 1 });
    discord.seen.closes.length = 0;
    expect(await stop(running)).toBe(0);
    expect(discord.seen.closes).toEqual([1000, 1000, 1000, 1000]);
    expect(discord.faults).toEqual([]);
    await discord.close();
  });

  it('of which no more begin at once than Discord allows, and answers before all are connected', async () => {
    const discord = await startLocalDiscord({ shards: 4, maxConcurrency: 1 });
    const [guild] = await guildOfEachShard(discord, 2);
    const running = startBot({ ...discord.env, GATEWAY_SHARDS: '2' });
    await discord.registration();
    expect(textOf(await discord.slash('ask', { question: 'airplane-mode' }, { guild }))).toContain('airplane mode');
    expect(discord.seen.identifies).toBe(1);
    await vi.waitFor(() => expect(running.written()).toMatch(/^Shard 1 of 2: connected\.$/m), PATIENTLY);
    expect(discord.seen.identifies).toBe(2);
    expect(discord.registered).toHaveLength(1);
    expect(await stop(running)).toBe(0);
    expect(discord.faults).toEqual([]); // of which one would be an IDENTIFY that came too soon
    await discord.close();
  });
});

/** Makes a server for each shard, and returns their names. A server's ID says when it was made. */
async function guildOfEachShard(
  discord: LocalDiscord,
  count: 2 | 4,
): Promise<readonly [string, string, string, string]> {
  const names: [string, string, string, string] = ['', '', '', ''];
  while (names.slice(0, count).includes('')) {
    await wait(1);
    const name = `Server ${discord.world.guilds.size}`;
    const { id } = discord.world.addGuild({ name });
    names[Number((BigInt(id) >> 22n) % BigInt(count))] = name;
  }
  return names;
}

function linesAbout(text: string, what: RegExp): readonly string[] {
  return text.split('\n').filter((line) => what.test(line));
}
