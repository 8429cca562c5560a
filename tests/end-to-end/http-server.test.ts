/** The interactions endpoint as a process: its connections, its limits, and how it stops. */

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startLocalDiscord, textOf, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { PING } from '../support/payloads.ts';
import { startBot, startHttpBot, stop, type RunningBot } from '../support/running-bot.ts';

/** Until when a service manager has patience: most wait ten seconds, and then kill. */
const PATIENCE_MS = 6_000;

describe('the endpoint on Node', () => {
  let discord: LocalDiscord;
  let running: RunningBot & { readonly url: string };
  beforeAll(async () => {
    discord = await startLocalDiscord();
    running = await startHttpBot(discord);
  });
  afterAll(async () => {
    expect(await stop(running)).toBe(0);
    await discord.close();
  });

  it.each([
    [401, 'without a signature', { signature: null }],
    [401, 'with a signature of something else', { signedBody: '{"type":2}' }],
    [401, 'with an old signature', { at: Date.now() - 301_000 }],
    [415, 'as text', { contentType: 'text/plain' }],
    [200, 'as Discord signs', {}],
  ])('answers %i to what comes %s', async (status, _, signing) => {
    expect((await discord.postToEndpoint(PING, signing)).status).toBe(status);
  });

  it('refuses a body that is too large, whether or not it says so, and goes on', async () => {
    expect((await discord.postToEndpoint('x'.repeat(300_000))).status).toBe(413);
    const sending = request(running.url, { method: 'POST', headers: { 'content-type': 'application/json' } });
    sending.on('error', () => undefined); // the rest of the body is not read
    sending.write('x'.repeat(300_000)); // in chunks, as no length is given
    const [response] = (await once(sending, 'response')) as [{ readonly statusCode: number }];
    expect(response.statusCode).toBe(413);
    sending.destroy();
    expect((await discord.postToEndpoint(PING)).status).toBe(200);
  });

  it('answers many requests on one connection', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sockets = new Set<Socket | null>();
    for (let index = 0; index < 3; index += 1) {
      const asking = request(new URL('/healthz', running.url), { agent }).end();
      const [response] = (await once(asking, 'response')) as [NodeJS.ReadableStream & { readonly statusCode: number }];
      expect(response.statusCode).toBe(200);
      sockets.add(asking.socket);
      await once(response.resume(), 'end');
    }
    agent.destroy();
    expect(sockets.size).toBe(1);
  });

  it('cuts off a client that sends too slowly', async () => {
    const { port, hostname } = new URL(running.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write('POST / HTTP/1.1\r\nHost: bot\r\nContent-Type: applica');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 408 /);
    await once(socket, 'close');
  });

  it('answers beside a thousand idle connections', async () => {
    const { port, hostname } = new URL(running.url);
    const idle = await Promise.all(
      Array.from({ length: 1000 }, async () => {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => undefined);
        await once(socket, 'connect');
        return socket;
      }),
    );
    expect(textOf(await discord.slash('ask', { question: 'airplane-mode' }))).toContain('airplane mode');
    for (const socket of idle) socket.destroy();
  });
});

describe('the endpoint without a token', () => {
  it('offers a link in place of a reply, and deletes by the interaction alone', async () => {
    const discord = await startLocalDiscord();
    const running = await startHttpBot(discord, { DISCORD_TOKEN: '' });
    const message = discord.post('Why does CNN not name the protesters?', { user: 'Ben' });
    const asked = await discord.messageMenu('Ask the report', message, { user: 'Ana' });
    const posted = await discord.press(asked, /^post/, { user: 'Ana' });
    expect(textOf(posted)).toContain(message.id);
    const shared = await discord.press(
      await discord.slash('ask', { question: 'airplane-mode' }, { user: 'Ana' }),
      /^share/,
    );
    await discord.press(shared, 'Delete', { user: 'Ana' });
    await vi.waitFor(() => expect(shared.isDeleted).toBe(true), { timeout: 30_000 });
    expect(await stop(running)).toBe(0);
    expect(discord.faults).toEqual([]);
    await discord.close();
  });
});

describe('the endpoint stops soon after it is told to', () => {
  it('beside idle connections and a request that does not end', async () => {
    const discord = await startLocalDiscord();
    const running = await startHttpBot(discord);
    const { port, hostname } = new URL(running.url);
    const open = [1, 2].map(() => connect(Number(port), hostname).on('error', () => undefined));
    await Promise.all(open.map((socket) => once(socket, 'connect')));
    open[0]?.write('POST / HTTP/1.1\r\nHost: bot\r\nContent-Length: 5\r\n\r\n');
    const told = performance.now();
    expect(await stop(running)).toBe(0);
    expect(performance.now() - told).toBeLessThan(PATIENCE_MS);
    await discord.close();
  });

  it('and sends what follows a response that is out', async () => {
    const discord = await startLocalDiscord();
    const running = await startHttpBot(discord);
    const asked = await discord.slash('ask', { question: 'airplane-mode', private: false }, { user: 'Ana' });
    await discord.press(asked, 'Delete', { user: 'Ana' });
    expect(await stop(running)).toBe(0);
    expect(asked.isDeleted).toBe(true);
    await discord.close();
  });

  it('and says where something was left unsent', async () => {
    const discord = await startLocalDiscord();
    const running = await startHttpBot(discord);
    const asked = await discord.slash('ask', { question: 'airplane-mode', private: false }, { user: 'Ana' });
    discord.failNext({ match: 'DELETE', status: 'hang', times: Infinity });
    await discord.press(asked, 'Delete', { user: 'Ana' });
    const told = performance.now();
    expect(await stop(running)).toBe(0);
    expect(performance.now() - told).toBeLessThan(PATIENCE_MS);
    expect(running.written()).toMatch(/\nStopped before everything was sent: 1 left\.\n$/);
    await discord.close();
  });
});

describe('the endpoint ends with one clear line and status 2', () => {
  it('where the public key is missing', async () => {
    const running = startBot({ TRANSPORT: 'http' });
    expect(await running.ended).toBe(2);
    expect(running.written()).toMatch(/^Configuration: DISCORD_PUBLIC_KEY: not set\. .*\n$/);
  });

  it('where the port is taken', async () => {
    const discord = await startLocalDiscord(); // which listens on a port
    const { port } = new URL(discord.apiUrl);
    const running = startBot({ ...discord.env, TRANSPORT: 'http', PORT: port });
    expect(await running.ended).toBe(2);
    expect(running.written()).toMatch(/^PORT: can't listen on \d+ \(EADDRINUSE\)\. .*\n$/);
    await discord.close();
  });
});
