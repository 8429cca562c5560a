/** Whatever Discord sends: the bot lives on, and answers what comes next. */

import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startLocalDiscord, textOf, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { startBot, stop, type RunningBot } from '../support/running-bot.ts';

const POLL = {
  question: { text: 'Which one?' },
  answers: [{ answer_id: 1, poll_media: { text: 'This' } }],
  expiry: null,
  allow_multiselect: false,
  layout_type: 1,
};

describe('the bot lives on', () => {
  let discord: LocalDiscord;
  let running: RunningBot;

  beforeAll(async () => {
    discord = await startLocalDiscord();
    running = startBot(discord.env);
    await discord.registration();
    await expectLines(0, /^Connected/);
  });
  afterAll(async () => {
    expect(await stop(running)).toBe(0);
    await discord.close();
  });

  const linesSoFar = (): readonly string[] => running.written().split('\n').slice(0, -1);

  /** The bot writes such lines, and no more, after the first `from` lines. */
  async function expectLines(from: number, ...patterns: readonly RegExp[]): Promise<void> {
    await vi.waitFor(() => expect(linesSoFar().length).toBeGreaterThanOrEqual(from + patterns.length), {
      timeout: 30_000,
    });
    expect(linesSoFar().slice(from)).toEqual(patterns.map((pattern) => expect.stringMatching(pattern)));
  }

  let readers = 0;
  /** By another reader each time, so that none asks more than is allowed. */
  const ask = (): ReturnType<LocalDiscord['slash']> =>
    discord.slash('ask', { question: 'airplane-mode' }, { user: `Reader ${(readers += 1)}` });

  async function expectAnswers(): Promise<void> {
    expect(textOf(await ask())).toContain('airplane mode');
  }

  it.each([
    ['in a server', {}],
    ['in a direct message', { dm: true }],
    ['where only the reader has it', { install: 'user' as const }],
  ])('after its menu was used on a message with a poll, %s, and answers that', async (_, where) => {
    const message = discord.post('Why does CNN not name the protesters?', {
      user: 'Ben',
      more: { poll: POLL },
      ...where,
    });
    const asked = await discord.messageMenu('Ask the report', message, { user: 'Ben' });
    expect(textOf(asked)).toContain('to protect them from retaliation');
  });

  it.each(['data', 'member', 'entitlements', 'authorizing_integration_owners', 'channel', 'token', 'type'])(
    'after an interaction without %s, which it says it failed to answer',
    async (key) => {
      const before = linesSoFar().length;
      const { interaction } = await ask();
      discord.sendEvent(GatewayDispatchEvents.InteractionCreate, { ...interaction, id: '1', [key]: undefined });
      await expectAnswers();
      await expectLines(before, /^Failed while answering/);
    },
  );

  it('after a press without the message that it was on', async () => {
    const before = linesSoFar().length;
    const { interaction } = await discord.press(await ask(), 'Cite');
    discord.sendEvent(GatewayDispatchEvents.InteractionCreate, { ...interaction, id: '1', message: undefined });
    await expectAnswers();
    await expectLines(before, /^Failed while answering/);
  });

  it('after a menu without the message that it was on', async () => {
    const before = linesSoFar().length;
    const message = discord.post('Why does CNN not name the protesters?', { user: 'Ben' });
    const { interaction } = await discord.messageMenu('Ask the report', message);
    const data = { ...interaction.data, resolved: undefined };
    discord.sendEvent(GatewayDispatchEvents.InteractionCreate, { ...interaction, id: '1', data });
    await expectAnswers();
    await expectLines(before, /^Failed while answering/);
  });

  const LIBRARY_FAILED = /^Discord sent something that can't be read /;
  it.each([
    ['an interaction that is null', { op: 0, t: 'INTERACTION_CREATE', d: null }, /^Failed while answering/],
    ['an interaction that is not there', { op: 0, t: 'INTERACTION_CREATE' }, /^Failed while answering/],
    ['a message that is null', { op: 0, t: 'MESSAGE_CREATE', d: null }, /^Failed while replying/],
    [
      'a message without an author',
      { op: 0, t: 'MESSAGE_CREATE', d: { type: 0, content: 'why?' } },
      /^Failed while replying/,
    ],
    // @discordjs/ws itself fails on these.
    ['a READY that is null', { op: 0, t: 'READY', d: null }, LIBRARY_FAILED],
    ['a session that is neither valid nor invalid', { op: 9, d: null }, LIBRARY_FAILED],
  ])('after %s, and says so in one line', async (_, packet, line) => {
    const before = linesSoFar().length;
    discord.sendPacket(packet);
    await expectAnswers();
    await expectLines(before, line);
  });

  it.each([
    ['an event that is not there', { op: 0 }],
    ['an event of a later version', { op: 0, t: 'NEW_CREATE', d: {} }],
    ['an opcode of a later version', { op: 99 }],
    ['an empty packet', {}],
  ])('after %s, without a word', async (_, packet) => {
    const before = linesSoFar().length;
    discord.sendPacket(packet);
    await expectAnswers();
    await expectLines(before);
  });

  it('after a HELLO without data, and is connected again', async () => {
    const before = linesSoFar().length;
    discord.withhold('hello');
    const connected = discord.nextConnection();
    discord.dropSocket();
    await connected;
    const resumed = discord.nextResume();
    discord.sendPacket({ op: 10 });
    await resumed;
    discord.withhold(undefined);
    await expectAnswers();
    await expectLines(
      before,
      /^Lost the connection to Discord \(close code 1006\)/,
      LIBRARY_FAILED,
      /^Connected to Discord again, after 1 s\.$/,
    );
  });
});

it('waits until Discord says who the bot is', async () => {
  const discord = await startLocalDiscord();
  discord.withhold('ready');
  const identified = discord.nextIdentify();
  const running = startBot(discord.env);
  await identified;
  discord.sendPacket({ op: 0, t: 'READY', s: 1, d: {} });
  await vi.waitFor(
    () => expect(running.written()).toBe('Discord did not say who the bot is; waiting until it does.\n'),
    {
      timeout: 30_000,
    },
  );
  discord.sendPacket({
    op: 0,
    t: 'READY',
    s: 2,
    d: { user: { id: discord.botId }, application: { id: discord.applicationId } },
  });
  await discord.registration();
  expect(await stop(running)).toBe(0);
  await discord.close();
});
