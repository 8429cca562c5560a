/** Whatever is delivered or sent twice: one message is answered with one message. */

import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot, stop, type RunningBot } from '../support/running-bot.ts';

describe('one message is posted', () => {
  let discord: LocalDiscord;
  let running: RunningBot;
  let channels = 0;
  /** By another reader and in another channel each time, so that no allowance is used up. */
  const elsewhere = () => ({ user: `Reader ${(channels += 1)}`, channel: `channel ${channels}` });

  beforeAll(async () => {
    discord = await startLocalDiscord();
    running = startBot(discord.env);
    await discord.registration();
  });
  let refused = 0;
  afterEach(() => expect(discord.faults.slice(refused)).toEqual([]));
  afterAll(async () => {
    expect(await stop(running)).toBe(0);
    await discord.close();
  });

  const postsSoFar = (): number => discord.requests.filter(({ path }) => path.startsWith('/channels')).length;

  it('where Discord delivers the question twice', async () => {
    const before = postsSoFar();
    const message = discord.post('<@BOT> why no names?', elsewhere());
    discord.sendEvent(GatewayDispatchEvents.MessageCreate, message);
    await vi.waitFor(() => expect(postsSoFar()).toBe(before + 2), { timeout: 30_000 });
    await discord.quiet();
    const there = [...(discord.world.channels.get(message.channel_id)?.messages.values() ?? [])];
    expect(there.filter((stored) => stored.message.author.id === discord.botId)).toHaveLength(1);
  });

  it('where Discord posts it but the connection is lost before it says so', async () => {
    const before = postsSoFar();
    discord.failNext({ match: 'POST /channels', status: 'lost' });
    expect(await discord.say('<@BOT> why no names?', elsewhere())).toHaveLength(1);
    await vi.waitFor(() => expect(postsSoFar()).toBe(before + 2), { timeout: 30_000 });
    await discord.quiet();
  });

  it('by Post, where Discord posts it but the connection is lost before it says so', async () => {
    const there = elsewhere();
    const asked = await discord.messageMenu('Ask the report', discord.post('why no names?', there), there);
    discord.failNext({ match: 'POST /channels', status: 'lost' });
    const pressed = await (await discord.press(asked, /^Post/, there)).settled();
    expect(pressed.posted).toHaveLength(1);
  });

  it('and deleted, where Discord deletes it but the connection is lost before it says so', async () => {
    const there = elsewhere();
    const [reply] = await discord.say('<@BOT> why no names?', there);
    if (!reply) throw new Error('no reply');
    const written = running.written();
    discord.failNext({ match: 'DELETE', status: 'lost' });
    const pressed = await discord.press(reply, 'Delete', there);
    await vi.waitFor(() => expect(discord.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(2), {
      timeout: 30_000,
    });
    await discord.quiet();
    expect(pressed.deletions).toEqual([reply.id]);
    expect(pressed.followUps).toEqual([]); // nobody is told that it failed
    expect(running.written()).toBe(written);
  });

  it('where a second process has the same token, and each says so once in a minute', async () => {
    const login = discord.nextLogin();
    const second = startBot(discord.env);
    await login;
    await vi.waitFor(() => expect(second.written()).toContain('Connected'), { timeout: 30_000 });
    const before = postsSoFar();
    expect(await discord.say('<@BOT> why no names?', elsewhere())).toHaveLength(1);
    await vi.waitFor(() => expect(postsSoFar()).toBe(before + 2), { timeout: 30_000 });

    const commands = 5;
    for (let asked = 0; asked < commands; asked += 1)
      await discord.slash('ask', { question: 'why no names' }, elsewhere());
    // Whoever comes second is refused: whichever of the two that is.
    await vi.waitFor(() => expect(discord.faults).toHaveLength(commands), { timeout: 30_000 });
    refused = commands;
    expect(discord.faults.map(({ kind }) => kind)).toEqual(Array(commands).fill('double acknowledgement'));
    expect(await stop(second)).toBe(0);
    await discord.quiet();
    const told = [running, second].map(({ written }) => written().match(/^.*another process .*$/gm)?.length ?? 0);
    expect(Math.max(...told)).toBe(1);
  });
});
