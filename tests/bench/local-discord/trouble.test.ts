import type { Client } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  NotAcknowledged,
  startLocalDiscord,
  textOf,
  type LocalDiscord,
} from '../../../src/bench/local-discord/index.ts';
import { startTestBot } from './test-bot.ts';

describe('a real client in trouble', () => {
  let discord: LocalDiscord;
  let client: Client;
  let expected = 0;

  beforeAll(async () => {
    discord = await startLocalDiscord({ acknowledgeWithinMs: 500 });
    client = await startTestBot(discord);
    await discord.ready();
  });
  afterEach(() => {
    expect(discord.faults.slice(expected)).toEqual([]);
    expected = discord.faults.length;
    discord.stopFailing();
  });
  afterAll(async () => {
    await client.destroy();
    await discord.close();
  });

  /** Waits for the faults that a test brings about on purpose. */
  async function expectFaults(kinds: readonly string[]): Promise<void> {
    await expect.poll(() => discord.faults.slice(expected).map(({ kind }) => kind)).toEqual(kinds);
    expected = discord.faults.length;
  }

  it.each([
    ['sleep', ['no acknowledgement']],
    ['late', ['no acknowledgement', 'late acknowledgement']],
    ['refused', ['refused payload', 'no acknowledgement']],
  ])('is faulted for an answer that does not come in time or in form: %s', async (question, kinds) => {
    await expect(discord.slash('ask', { question })).rejects.toThrow(NotAcknowledged);
    await expectFaults(kinds);
  });

  it('is faulted for a second acknowledgement', async () => {
    await (await discord.slash('ask', { question: 'twice' })).settled();
    await expectFaults(['double acknowledgement']);
  });

  it.each([
    ['429 with a time to wait', { status: 429, retryAfter: 0.01 }],
    ['500', { status: 500 }],
    ['a connection that is reset', { status: 'reset' }],
  ] as const)('survives %s, and answers all the same', async (_, failure) => {
    discord.failNext({ match: 'POST /interactions', ...failure });
    expect(textOf(await discord.slash('ask', { question: 'How?' }))).toBe('> How?');
  });

  it('is faulted when it repeats an answer which arrived, but whose receipt was lost', async () => {
    discord.failNext({ match: 'POST /interactions', status: 'lost' });
    expect(textOf(await discord.slash('ask', { question: 'How?' }))).toBe('> How?');
    await expectFaults(['double acknowledgement']);
  });

  it('loses an answer to a hang, and answers the next', async () => {
    discord.failNext({ match: /callback$/, status: 'hang' });
    await expect(discord.slash('ask', { question: 'How?' })).rejects.toThrow(NotAcknowledged);
    await expectFaults(['no acknowledgement', 'late acknowledgement']);
    await discord.slash('ask', { question: 'How?' });
  });

  it('resumes after a dropped socket, and is then sent what happened meanwhile', async () => {
    const resumed = discord.nextResume();
    discord.dropSocket();
    discord.post('while away <@BOT>');
    await resumed;
    await discord.quiet();
    const requests = discord.requests.filter(({ body }) => JSON.stringify(body)?.includes('while away'));
    expect(requests).toHaveLength(1);
  });

  it('resumes when told to reconnect', async () => {
    const resumed = discord.nextResume();
    discord.reconnect();
    await resumed;
    await discord.slash('ask', { question: 'How?' });
  });

  it('begins a new session when the old one is void', async () => {
    const began = discord.nextLogin();
    discord.invalidSession();
    await began;
    await discord.slash('ask', { question: 'How?' });
  });
});

describe('a client that the local Discord does not let in', () => {
  it('is refused with 401 for a wrong token', async () => {
    const discord = await startLocalDiscord();
    await expect(startTestBot(discord, 'wrong')).rejects.toThrow('invalid token');
    expect(discord.faults.map(({ kind }) => kind)).toEqual(['wrong token']);
    await discord.close();
  });

  it('is closed with 4004 when the gateway refuses its token', async () => {
    const discord = await startLocalDiscord();
    discord.refuseToken('gateway');
    await expect(startTestBot(discord)).rejects.toThrow('Authentication failed');
    expect(discord.faults).toEqual([]);
    await discord.close();
  });

  it('is shut out for good when it is closed with 4004 later on', async () => {
    const discord = await startLocalDiscord();
    const client = await startTestBot(discord);
    const gone = new Promise<number>((resolve) => client.on('shardDisconnect', ({ code }) => resolve(code)));
    discord.closeWith(4004);
    expect(await gone).toBe(4004);
    await client.destroy();
    await discord.close();
  });
});
