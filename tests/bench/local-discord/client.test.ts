import { Routes, type Client } from 'discord.js';
import { InteractionResponseType } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, startLocalDiscord, textOf, type LocalDiscord } from '../../../src/bench/local-discord/index.ts';
import { startTestBot } from './test-bot.ts';

describe('a real client at the local Discord', () => {
  let discord: LocalDiscord;
  let client: Client;

  beforeAll(async () => {
    discord = await startLocalDiscord();
    client = await startTestBot(discord);
    await discord.ready();
  });
  afterEach(() => {
    expect(discord.faults).toEqual([]);
  });
  afterAll(async () => {
    await client.destroy();
    await discord.close();
  });

  it('registers its commands in one request', async () => {
    const { scope, commands } = await discord.registration();
    expect(scope).toBe('global');
    expect(commands.map(({ name }) => name)).toEqual(['ask', 'Ask the report']);
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Newsroom']);
  });

  it('answers a slash command, and the answer says who asked', async () => {
    const exchange = await discord.slash('ask', { question: 'How?' }, { user: 'Ana', locale: 'pt-BR' });
    expect(exchange.callback.type).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(textOf(exchange)).toBe('> How?');
    expect(exchange.isEphemeral).toBe(false);
    expect(exchange.message.interaction_metadata?.user.global_name).toBe('Ana');
    expect(exchange.interaction).toMatchObject({
      locale: 'pt-BR',
      guild_locale: 'en-US',
      context: 0,
      member: { user: { global_name: 'Ana' } },
    });
    expect(exchange.acknowledgedAfterMs).toBeLessThan(3_000);
  });

  it('keeps an ephemeral answer to the one who asked', async () => {
    const exchange = await discord.slash('ask', { question: 'How?', private: true }, { user: 'Ana' });
    expect(exchange.isEphemeral).toBe(true);
    await expect(discord.press(exchange, 'Share', { user: 'Ben' })).rejects.toThrow('Ben does not see it');
    await expect(
      client.rest.get(Routes.channelMessage(exchange.message.channel_id, exchange.message.id)),
    ).rejects.toThrow('Unknown Message');
  });

  it('is told where it is used: direct messages, private channels, servers that do not have it', async () => {
    const dm = await discord.slash('ask', { question: 'How?' }, { dm: true });
    expect(dm.interaction).toMatchObject({
      context: 1,
      user: { global_name: 'Reader' },
      authorizing_integration_owners: { 0: '0' },
    });
    expect(dm.interaction.guild_id).toBeUndefined();
    const elsewhere = await discord.slash('ask', { question: 'How?' }, { install: 'user', guildLocale: 'de' });
    expect(elsewhere.interaction).toMatchObject({
      context: 0,
      guild_locale: 'de',
      authorizing_integration_owners: { 1: elsewhere.message.interaction_metadata?.user.id },
    });
    const privately = await discord.slash('ask', { question: 'How?' }, { context: 2 });
    expect(privately.interaction).toMatchObject({ context: 2, channel: { type: 3 } });
  });

  it('does not send off what a person could not send', async () => {
    await expect(discord.slash('tell')).rejects.toThrow('no command "tell"');
    await expect(discord.slash('ask')).rejects.toThrow('without its option "question"');
    await expect(discord.slash('ask', { question: 'x'.repeat(201) })).rejects.toThrow('0 to 200 characters');
  });

  it('offers choices while somebody types', async () => {
    expect(await discord.autocomplete('ask', 'question', 'how')).toEqual([
      { name: 'How was he found?', value: 'how-found' },
    ]);
  });

  it('gets the whole message with a pressed button, and updates it', async () => {
    const asked = await discord.slash('ask', { question: 'How?' });
    const pressed = await discord.press(asked, 'Share');
    expect(pressed.interaction).toMatchObject({ message: { id: asked.message.id }, data: { custom_id: 'share' } });
    expect(textOf(pressed)).toBe('used share');
    expect(buttonsOf(asked)).toEqual([]);
    await expect(discord.press(asked, 'Share')).rejects.toThrow('it has: none');
  });

  it('gets the values of a select', async () => {
    const asked = await discord.slash('ask', { question: 'How?' });
    expect(textOf(await discord.choose(asked, 'which', 'Second'))).toBe('used b');
  });

  it('deletes its answer by the token', async () => {
    const asked = await discord.slash('ask', { question: 'How?' });
    const deletion = await discord.press(asked, /delete/i);
    await expect.poll(() => deletion.deletions).toHaveLength(1);
    expect(asked.isDeleted).toBe(true);
  });

  it('follows up and edits', async () => {
    const exchange = await discord.slash('ask', { question: 'more' });
    await expect.poll(() => textOf(exchange)).toBe('edited');
    expect(exchange.followUps.map(({ content }) => content)).toEqual(['and more']);
  });

  it('answers a mention and a direct message, and hears nothing of the rest', async () => {
    const [answer] = await discord.say('hello <@BOT>');
    expect(answer?.content).toContain('You said: hello');
    expect(answer?.referenced_message?.content).toContain('hello');
    expect(await discord.say('hello', { dm: true })).toHaveLength(1);
    await discord.expectNoAnswer('hello everybody');
    await expect(discord.expectNoAnswer('hello <@BOT>')).rejects.toThrow('should not have');
  });

  it('gets the content of the message that a menu was opened on', async () => {
    const message = discord.post('what of this?', { user: 'Ben' });
    expect(textOf(await discord.messageMenu('Ask the report', message))).toBe('> what of this?');
  });
});
