import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  selectsOf,
  startLocalDiscord,
  textOf as markdownOf,
  type LocalDiscord,
} from '../../src/bench/local-discord/index.ts';
import { shown } from '../support/payloads.ts';
import { bot } from '../support/prepared.ts';
import { startBot, stop, type RunningBot } from '../support/running-bot.ts';

const { report } = bot;
const textOf = (sent: Parameters<typeof markdownOf>[0]): string => shown(markdownOf(sent));
const passage = (number: number): string => report.passages[number - 1]?.text ?? '';

describe('the bot, logged in to a local Discord', () => {
  let discord: LocalDiscord;
  let running: RunningBot;
  beforeAll(async () => {
    discord = await startLocalDiscord({ mentionsMustBeOff: true });
    running = startBot({ ...discord.env, LOG_LEVEL: 'debug' });
    await discord.registration();
    await vi.waitFor(() => expect(running.written()).toContain('Connected'), { timeout: 30_000 });
  });
  afterAll(async () => {
    expect(await stop(running)).toBe(0);
    expect(discord.faults).toEqual([]);
    expect(running.written()).not.toContain(discord.token);
    await discord.close();
  });

  it('registers its commands by one bulk PUT, everywhere', () => {
    expect(discord.registered).toHaveLength(1);
    expect(discord.registered[0]).toMatchObject({
      scope: 'global',
      commands: [
        { name: 'ask' },
        { name: 'browse' },
        { name: 'passage' },
        { name: 'report' },
        { name: 'Ask the report' },
      ],
    });
  });

  it('prints a link to invite it that asks for four permissions and nothing more', async () => {
    const [link = ''] = /https:\/\/discord\.com\S+/.exec(running.written()) ?? [];
    const permissions = BigInt(new URL(link).searchParams.get('permissions') ?? 0);
    const bits = Array.from({ length: 60 }, (_, bit) => bit).filter((bit) => (permissions >> BigInt(bit)) & 1n);
    // Discord's permission bits: VIEW_CHANNEL 10, SEND_MESSAGES 11, READ_MESSAGE_HISTORY 16,
    // SEND_MESSAGES_IN_THREADS 38.
    expect(bits).toEqual([10, 11, 16, 38]);
  });

  it('asks for no privileged intent', () => {
    // GUILD_MEMBERS 1, GUILD_PRESENCES 8, MESSAGE_CONTENT 15.
    expect(discord.seen.intents & ((1 << 1) | (1 << 8) | (1 << 15))).toBe(0);
    expect(discord.seen.intents).not.toBe(0);
  });

  it('replies to a mention, and to a direct message', async () => {
    const [reply] = await discord.say(`<@${discord.botId}> why no names in the article?`, { user: 'Ana' });
    expect(reply && textOf(reply)).toContain(passage(5));
    const [direct] = await discord.say('why no names in the article?', { user: 'Ana', dm: true });
    expect(direct && textOf(direct)).toContain(passage(5));
  });

  it('leaves alone what is not meant for it', async () => {
    await discord.expectNoAnswer('why did they protest?', { user: 'Ana' });
    const [reply] = await discord.say(`<@${discord.botId}> why did they protest?`, { user: 'Ana' });
    await discord.expectNoAnswer('thanks', { user: 'Ben', ...(reply ? { replyTo: reply } : {}) });
    await discord.expectNoAnswer(`<@${discord.botId}> hello`, { by: 'bot' });
    await discord.expectNoAnswer(`<@${discord.botId}> hello`, { by: 'webhook' });
  });

  it('goes on after the connection was lost', async () => {
    const resumed = discord.nextResume();
    discord.dropSocket();
    await resumed;
    expect(textOf(await discord.slash('ask', { question: 'what happened to the photos' }))).toContain('photo album');
  });

  it('names the permission that is missing, and goes on', async () => {
    discord.failNext({ match: 'POST /channels', status: 403, code: 50013, times: 1 });
    await discord.expectNoAnswer(`<@${discord.botId}> why no names?`, { user: 'Ana' });
    await vi.waitFor(() => expect(running.written()).toMatch(/Send Messages.*50013/), { timeout: 30_000 });
    expect((await discord.say(`<@${discord.botId}> why no names?`, { user: 'Ana' })).length).toBe(1);
  });

  it('replies again after Discord has refused its token once', async () => {
    const there = { user: 'Gil', channel: 'refused' };
    discord.failNext({ match: 'POST /channels', status: 401, times: 1 });
    await discord.expectNoAnswer(`<@${discord.botId}> why no names?`, there);
    expect((await discord.say(`<@${discord.botId}> why no names?`, there)).length).toBe(1);
  });

  it('says that replies fail while Discord is down, and when it is over', async () => {
    const there = { user: 'Jo', channel: 'down' };
    discord.failNext({ match: 'POST /channels', status: 502, times: Infinity });
    await discord.expectNoAnswer(`<@${discord.botId}> why no names?`, there);
    const failed = 'Failed while replying to a message: Discord answered 502.';
    await vi.waitFor(() => expect(running.written()).toContain(failed), { timeout: 30_000 });
    expect(running.written()).not.toContain('No longer failing');
    discord.stopFailing();
    expect((await discord.say(`<@${discord.botId}> why no names?`, there)).length).toBe(1);
    const over = /^No longer failing: replying to a message \(1 failure\)\.$/m;
    await vi.waitFor(() => expect(running.written()).toMatch(over), { timeout: 30_000 });
  });

  it('deletes the reply to a mention for who asked', async () => {
    const [reply] = await discord.say(`<@${discord.botId}> airplane-mode`, { user: 'Hana' });
    if (!reply) throw new Error('no reply');
    const refused = await discord.press(reply, 'Delete', { user: 'Ben' });
    expect(textOf(refused)).toContain('Only the person who asked');
    const deletion = await discord.press(reply, 'Delete', { user: 'Hana' });
    await discord.quiet();
    expect(deletion.deletions.length).toBe(1);
  });

  it('answers in threads and forum posts', async () => {
    const [reply] = await discord.say(`<@${discord.botId}> airplane-mode`, {
      user: 'Ivo',
      channel: 'a-thread',
      channelType: 11,
    });
    expect(reply && textOf(reply)).toContain('airplane mode');
  });

  it('says how to ask, below its name', () => {
    expect(JSON.stringify(discord.seen.presence)).toContain('Ask me with /ask');
  });

  it('rests in a channel in which too much is asked, and says so once', async () => {
    const crowd = ['Dora', 'Emil']; // each within an allowance
    const replies: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      const asking = { user: crowd[index % 2]!, channel: 'crowded' };
      const [reply] = await discord.say(`<@${discord.botId}> airplane-mode`, asking);
      replies.push(reply ? textOf(reply) : '');
    }
    expect(replies.map((reply) => reply.includes('too many questions'))).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    await discord.expectNoAnswer(`<@${discord.botId}> airplane-mode`, { user: 'Fay', channel: 'crowded' });
    const [elsewhere] = await discord.say(`<@${discord.botId}> airplane-mode`, { user: 'Fay', channel: 'calm' });
    expect(elsewhere && textOf(elsewhere)).toContain('airplane mode');
  });

  it('writes down nothing of what was asked, by whom, or where, at the most talkative level', () => {
    const lines = running
      .written()
      .split('\n')
      .filter((line) => !line.includes('discord.com/oauth2'));
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.join('\n')).not.toMatch(
      /cops|no names|airplane|wechat|yesterday|Ana|Ben|Cleo|Dora|Emil|Fay|Gil|Hana|Ivo/i,
    );
    expect(lines.join('\n')).not.toMatch(/\d{15,}/); // no id of a user, server or channel
  });
});

describe('a menu', () => {
  it('still works after the bot was started again', async () => {
    const discord = await startLocalDiscord();
    const first = startBot(discord.env);
    await discord.registration();
    const asked = await discord.slash('ask', { question: 'airplane-mode' });
    expect(await stop(first)).toBe(0);
    const login = discord.nextLogin();
    const second = startBot(discord.env);
    await login;
    await discord.ready();
    const [menu] = selectsOf(asked);
    const chosen = await discord.choose(asked, menu?.custom_id ?? '', menu?.options?.[0]?.value ?? '');
    expect(textOf(chosen)).toContain('paragraph');
    await stop(second);
    await discord.close();
  });
});

describe('the bot goes on', () => {
  it('where Discord can’t take its commands for the moment, and says so', async () => {
    const discord = await startLocalDiscord();
    discord.failNext({ match: 'PUT', status: 502, times: Infinity });
    const running = startBot(discord.env);
    const line = /^The commands could not be registered: Discord answered 502\. .*trying again each minute\.$/m;
    await vi.waitFor(() => expect(running.written()).toMatch(line), { timeout: 30_000 });
    expect(textOf(await discord.slash('ask', { question: 'airplane mode' }))).toContain('airplane mode');
    expect(await stop(running)).toBe(0);
    await discord.close();
  });
});

describe('the bot ends with one clear line', () => {
  it('and status 2 where Discord’s REST API refuses the token', async () => {
    const discord = await startLocalDiscord();
    discord.refuseToken('rest');
    const running = startBot(discord.env);
    expect(await running.ended).toBe(2);
    expect(running.written()).toMatch(/^Discord refused the token \(DISCORD_TOKEN\).*\n$/);
    await discord.close();
  });

  it('and status 2 where the gateway refuses the token', async () => {
    const discord = await startLocalDiscord();
    discord.refuseToken('gateway');
    const running = startBot(discord.env);
    expect(await running.ended).toBe(2);
    expect(running.written()).toMatch(/^Discord refused the token \(DISCORD_TOKEN\).*\n$/);
    await discord.close();
  });

  it.each([
    [4004, /^Discord refused the token \(DISCORD_TOKEN\)/],
    [4014, /^Discord refused an intent that was not granted \(close code 4014\)\.$/],
  ])('and status 2 where the connection is closed for good later on, with %i', async (code, line) => {
    const discord = await startLocalDiscord();
    const running = startBot(discord.env);
    await discord.registration();
    discord.closeWith(code);
    expect(await running.ended).toBe(2);
    expect(running.written().trim().split('\n').at(-1)).toMatch(line);
    await discord.close();
  });

  it('and status 2 where it is not in the server to register in, below the link that adds it', async () => {
    const discord = await startLocalDiscord({ guilds: [{ name: 'Elsewhere', botIsMember: false }] });
    const [guild = ''] = discord.world.guilds.keys();
    const running = startBot({ ...discord.env, DISCORD_GUILD_ID: guild });
    expect(await running.ended).toBe(2);
    expect(running.written()).toMatch(
      /^Connected\. .*https:\/\/discord\.com\/oauth2\S+\nThe bot is not in the server of DISCORD_GUILD_ID yet\. Open the link above.*\n$/,
    );
    await discord.close();
  });

  it('and status 0 where it is told to stop before it has started', async () => {
    const discord = await startLocalDiscord();
    discord.failNext({ match: 'GET /gateway', status: 'hang', times: 9 });
    const running = startBot(discord.env);
    await vi.waitFor(() => expect(discord.requests.length).toBeGreaterThan(0), { timeout: 30_000 });
    expect(await stop(running)).toBe(0);
    await discord.close();
  });

  it('and status 1 where no session may begin today any more, and says from when on', async () => {
    const discord = await startLocalDiscord();
    discord.seen.identifies = 1000;
    const running = startBot(discord.env);
    expect(await running.ended).toBe(1);
    expect(running.written()).toMatch(
      /^The bot could not start: Not enough sessions remaining .*; resets at \d{4}-\d\d-\d\dT.*\n$/,
    );
    await discord.close();
  });

  it('and status 1 where there is no network', async () => {
    const running = startBot({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1:9/api' });
    expect(await running.ended).toBe(1);
    expect(running.written()).toMatch(/^The bot could not start: no connection to Discord \(ECONNREFUSED\)\.\n$/);
  });
});

describe('npm run register', () => {
  it('registers the commands in the server for trying out, and does only that', async () => {
    const discord = await startLocalDiscord();
    const [guild = ''] = discord.world.guilds.keys();
    const running = startBot({ ...discord.env, DISCORD_GUILD_ID: guild }, { args: ['dist/cli/register.js'] });
    expect(await running.ended).toBe(0);
    expect(running.written()).toMatch(
      /^Registered ask, browse, passage, report, Ask the report in server \d+ only\.$/m,
    );
    expect(discord.registered.map(({ scope }) => scope)).toEqual([guild]);
    expect(discord.seen.identifies).toBe(0);
    await discord.close();
  });

  it('takes the commands away again', async () => {
    const discord = await startLocalDiscord();
    const running = startBot(discord.env, { args: ['dist/cli/register.js', '--remove'] });
    expect(await running.ended).toBe(0);
    expect(running.written()).toMatch(/^Removed all commands everywhere/);
    expect(discord.registered).toMatchObject([{ scope: 'global', commands: [] }]);
    await discord.close();
  });

  it('ends with status 2 where the bot is not in that server, and names the link that adds it', async () => {
    const discord = await startLocalDiscord({ guilds: [{ name: 'Elsewhere', botIsMember: false }] });
    const [guild = ''] = discord.world.guilds.keys();
    const running = startBot({ ...discord.env, DISCORD_GUILD_ID: guild }, { args: ['dist/cli/register.js'] });
    expect(await running.ended).toBe(2);
    expect(running.written()).toMatch(/^The bot is not in the server of DISCORD_GUILD_ID yet\. Open https:/);
    await discord.close();
  });

  it('ends with status 1 where there is no network, and says what it could not do', async () => {
    const running = startBot(
      { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1:9/api' },
      { args: ['dist/cli/register.js'] },
    );
    expect(await running.ended).toBe(1);
    expect(running.written()).toMatch(/^The commands could not be registered: no connection to Discord/);
  });

  it('ends with status 2 where the token is refused', async () => {
    const discord = await startLocalDiscord();
    discord.refuseToken();
    const running = startBot(discord.env, { args: ['dist/cli/register.js'] });
    expect(await running.ended).toBe(2);
    expect(running.written()).toMatch(/^Discord refused the token/);
    await discord.close();
  });
});
