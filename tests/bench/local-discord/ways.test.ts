import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Routes, type Interaction } from 'discord.js';
import { ChannelType, InteractionContextType, MessageFlags, type APIInteraction } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../../src/bench/local-discord/index.ts';

const QUIET = { parse: [] };

describe("the local Discord follows Discord's ways", () => {
  let discord: LocalDiscord;
  let client: Client;

  beforeEach(() => start());
  afterEach(() => stop());

  async function start(options: LocalDiscordOptions = {}): Promise<void> {
    discord = await startLocalDiscord(options);
    client = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
      rest: { api: discord.apiUrl },
    });
    await client.login(discord.token);
    await discord.ready();
  }

  async function stop(): Promise<void> {
    await client.destroy();
    await discord.close();
  }

  async function restart(options: LocalDiscordOptions): Promise<void> {
    await stop();
    await start(options);
  }

  /** Answers the next interaction, and hands its payload on. */
  function answering(
    body: object = { type: 4, data: { content: 'yes', allowed_mentions: QUIET } },
  ): Promise<APIInteraction> {
    return new Promise((resolve) => {
      client.ws.once(GatewayDispatchEvents.InteractionCreate, (raw: APIInteraction) => {
        void client.rest
          .post(Routes.interactionCallback(raw.id, raw.token), { body, auth: false })
          .then(() => resolve(raw));
      });
    });
  }

  const kinds = (): string[] => discord.faults.map(({ kind }) => kind);
  const post = (channel: string, body: object): Promise<unknown> =>
    client.rest.post(Routes.channelMessages(channel), { body });

  it('sends payloads that the classes of discord.js can read', async () => {
    const got = once(client, Events.InteractionCreate) as Promise<[Interaction]>;
    void answering();
    await discord.slash(
      'ask',
      { question: 'How?' },
      { user: 'Ana', channel: 'help', channelType: ChannelType.PublicThread },
    );
    const [interaction] = await got;
    if (!interaction.isChatInputCommand() || !interaction.inCachedGuild())
      throw new Error('a slash command in a known server was expected');
    expect(interaction.options.getString('question')).toBe('How?');
    expect(interaction.member.displayName).toBe('Ana');
    expect(interaction.guild.name).toBe('Newsroom');
    expect(interaction.channel?.isThread()).toBe(true);
    expect(interaction.appPermissions.has('SendMessages')).toBe(true);
  });

  it('answers with_response with what the answer made', async () => {
    const response = new Promise<unknown>((resolve) => {
      client.ws.once(GatewayDispatchEvents.InteractionCreate, ({ id, token }: APIInteraction) => {
        const body = { type: 4, data: { content: 'yes', flags: MessageFlags.Ephemeral, allowed_mentions: QUIET } };
        resolve(
          client.rest.post(Routes.interactionCallback(id, token), {
            body,
            auth: false,
            query: new URLSearchParams({ with_response: 'true' }),
          }),
        );
      });
    });
    const exchange = await discord.slash('ask');
    expect(await response).toMatchObject({
      interaction: { response_message_id: exchange.message.id, response_message_ephemeral: true },
      resource: { type: 4, message: { content: 'yes' } },
    });
  });

  it('lets a bot into no channel of a server which it is no member of', async () => {
    const asked = answering();
    await discord.slash('ask', {}, { install: 'user' });
    const { channel } = await asked;
    await expect(post(channel?.id ?? '', { content: 'hello', allowed_mentions: QUIET })).rejects.toThrow(
      'Missing Access',
    );
    expect(kinds()).toEqual(['refused request']);
  });

  it('makes one message of two that are posted with the same nonce, where that is enforced', async () => {
    const there = discord.post('somewhere').channel_id;
    const say = (content: string, more: object): Promise<unknown> =>
      post(there, { content, allowed_mentions: QUIET, ...more });
    const first = await say('one', { nonce: '1', enforce_nonce: true });
    expect(await say('two', { nonce: '1', enforce_nonce: true })).toEqual(first);
    for (const more of [{ nonce: '2', enforce_nonce: true }, { nonce: '1' }, { enforce_nonce: true }, {}])
      expect(await say('three', more)).not.toMatchObject({ content: 'one' });
  });

  it('allows five follow-ups where only the reader has the application', async () => {
    const asked = answering();
    const exchange = await discord.slash('ask', {}, { install: 'user' });
    const { application_id, token } = await asked;
    const followUp = (): Promise<unknown> =>
      client.rest.post(Routes.webhook(application_id, token), {
        body: { content: 'more', allowed_mentions: QUIET },
        auth: false,
      });
    for (let count = 0; count < 5; count += 1) await followUp();
    await expect(followUp()).rejects.toThrow('maximum number of follow-up messages');
    expect(exchange.followUps).toHaveLength(5);
  });

  it('lets the token of an interaction expire', async () => {
    await restart({ tokenLifetimeMs: 50 });
    const asked = answering();
    const exchange = await discord.slash('ask');
    const { application_id, token } = await asked;
    await new Promise((resolve) => setTimeout(resolve, 60));
    await expect(client.rest.get(Routes.webhookMessage(application_id, token), { auth: false })).rejects.toThrow(
      'Invalid Webhook Token',
    );
    expect(exchange.message.content).toBe('yes');
    expect(kinds()).toEqual(['refused request']);
  });

  it('lets the token of an interaction be used for nothing before the acknowledgement', async () => {
    await restart({ acknowledgeWithinMs: 300 });
    const asked = new Promise<APIInteraction>((resolve) =>
      client.ws.once(GatewayDispatchEvents.InteractionCreate, resolve),
    );
    const unanswered = expect(discord.slash('ask')).rejects.toThrow('not acknowledged within 300 ms');
    const { application_id, token } = await asked;
    await expect(client.rest.delete(Routes.webhookMessage(application_id, token), { auth: false })).rejects.toThrow(
      'Unknown Webhook',
    );
    await unanswered;
    expect(kinds()).toEqual(['refused request', 'no acknowledgement']);
  });

  it('refuses a reply to a deleted message, unless the reply allows for that', async () => {
    const message = discord.post('soon gone <@BOT>');
    discord.remove(message);
    const reply = { content: 'here', allowed_mentions: QUIET, message_reference: { message_id: message.id } };
    await expect(post(message.channel_id, reply)).rejects.toThrow('Invalid Form Body');
    await post(message.channel_id, {
      ...reply,
      message_reference: { message_id: message.id, fail_if_not_exists: false },
    });
    expect(kinds()).toEqual(['refused request']);
  });

  it('notes a message that could ping somebody, and sends it', async () => {
    const { channel_id } = discord.post('hello');
    await post(channel_id, { content: 'hello @everyone' });
    expect(kinds()).toEqual(['mentions']);
  });

  it('notes a path that it does not know', async () => {
    await expect(client.rest.get('/sticker-packs')).rejects.toThrow('404');
    expect(discord.faults).toEqual([
      { kind: 'unknown route', sentence: 'GET /sticker-packs is no route of this local Discord' },
    ]);
  });

  it('keeps the content of messages that do not mention the bot to itself', async () => {
    const contents: string[] = [];
    client.ws.on(GatewayDispatchEvents.MessageCreate, ({ content }: { content: string }) => contents.push(content));
    await discord.expectNoAnswer('between us');
    await discord.expectNoAnswer('hello <@BOT>', { by: 'webhook' });
    await discord.expectNoAnswer('and this?', { replyTo: discord.post('aside', { user: 'Ben' }) });
    expect(contents).toEqual(['', `hello <@${discord.botId}>`, '', '']);
    await expect(discord.say('hello', { dm: true })).rejects.toThrow('has not asked for the intent DirectMessages');
  });

  it('offers commands only where they are registered for', async () => {
    const guild = [...discord.world.guilds.values()][0];
    await client.rest.put(Routes.applicationGuildCommands(discord.applicationId, guild?.id ?? ''), {
      body: [
        {
          name: 'report',
          description: 'About',
          contexts: [InteractionContextType.Guild],
          integration_types: [0],
          options: [{ type: 1, name: 'about', description: 'About it' }],
        },
      ],
    });
    const asked = answering();
    await discord.slash('report about');
    expect(await asked).toMatchObject({
      data: { name: 'report', guild_id: guild?.id, options: [{ type: 1, name: 'about', options: [] }] },
    });
    await expect(discord.slash('report about', {}, { dm: true })).rejects.toThrow('no command "report"');
    await expect(discord.slash('report about', {}, { install: 'user', guild: 'Newsroom' })).rejects.toThrow(
      'does not offer',
    );
  });

  it('can send what Discord never sends', async () => {
    const asked = answering();
    await discord.slash('ask', {}, { alter: (interaction) => ({ ...interaction, data: { name: 'gone' } }) });
    expect(await asked).toMatchObject({ data: { name: 'gone' } });
    const got = new Promise((resolve) => client.ws.once('SOMETHING_NEW' as GatewayDispatchEvents, resolve));
    discord.sendEvent('SOMETHING_NEW', { odd: true });
    expect(await got).toEqual({ odd: true });
  });

  it('closes with 4014 on a privileged intent', async () => {
    const nosy = new Client({ intents: [GatewayIntentBits.MessageContent], rest: { api: discord.apiUrl } });
    await expect(nosy.login(discord.token)).rejects.toThrow('disallowed intents');
    expect(kinds()).toEqual(['gateway']);
  });

  it('lets a client find out that its heartbeats go unanswered', async () => {
    await restart({ heartbeatMs: 60 });
    discord.ignoreHeartbeats();
    const resumed = discord.nextResume();
    await resumed;
    discord.ignoreHeartbeats(false);
    expect(discord.seen).toMatchObject({ identifies: 1 });
  });
});

it('serves a bot in a process of its own', async () => {
  const discord = await startLocalDiscord();
  const script = `
    import { Client } from 'discord.js';
    const client = new Client({ intents: [], rest: { api: process.env.DISCORD_API_URL } });
    client.ws.on('INTERACTION_CREATE', ({ id, token }) =>
      client.rest.post('/interactions/' + id + '/' + token + '/callback', { auth: false, body: { type: 4, data: { content: 'yes', allowed_mentions: { parse: [] } } } }));
    process.once('SIGTERM', () => client.destroy());
    await client.login(process.env.DISCORD_TOKEN);`;
  const bot = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: new URL('.', import.meta.url),
    env: { ...process.env, ...discord.env },
    stdio: 'inherit',
  });
  await discord.ready();
  expect((await discord.slash('ask')).message.content).toBe('yes');
  const gone = once(bot, 'exit');
  bot.kill('SIGTERM');
  expect(await gone).toEqual([0, null]);
  expect(discord.faults).toEqual([]);
  await discord.close();
});
