/** The interactions endpoint as a process: its connections, its limits, and how it stops. */

import { once } from 'node:events';
import { connect, Socket } from 'node:net';
import { Agent, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startLocalDiscord, textOf, type LocalDiscord } from '../../src/bench/local-discord/index.ts';
import { PING } from '../support/payloads.ts';
import { addressOf, startBot, startHttpBot, stop, type RunningBot } from '../support/running-bot.ts';
import { createSigner } from '../../src/bench/local-discord/server/signer.ts';

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

  it('tells the operator the same thing no more than twenty times a minute', async () => {
    const unreadable = Array.from({ length: 30 }, () => discord.postToEndpoint('{"type":99}'));
    expect(new Set((await Promise.all(unreadable)).map(({ status }) => status))).toEqual(new Set([400]));
    await vi.waitFor(() => expect(running.written().match(/can.t be read/g)).toHaveLength(20));
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

  it('cuts off clients that send too slowly, or take in nothing', async () => {
    const slow = [
      ['POST / HTTP/1.1\r\nHost: bot\r\nX-Slow: ', 'x'],
      [`${JSON_POST}Content-Length: 1000\r\n\r\n`, ' '],
      [`${JSON_POST}Transfer-Encoding: chunked\r\n\r\n`, '1\r\n \r\n'],
      ['', ''],
    ] as const;
    const deaf = open(running);
    deaf.pause();
    // Of 64 bytes, so that no piece which the server reads ends within a request.
    const asked = `GET /healthz HTTP/1.1\r\nHost: bot\r\nX-Pad: ${'x'.repeat(19)}\r\n\r\n`;
    const cutOff = dripUntilClosed(deaf, asked.repeat(40_000), asked); // answers of some megabytes
    const answers = slow.map(async ([first, drop]) => {
      const socket = open(running);
      let received = '';
      socket.on('data', (chunk: Buffer) => (received += chunk.toString()));
      await dripUntilClosed(socket, first, drop);
      return received;
    });
    for (const answer of await Promise.all(answers)) expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    await cutOff;
  });

  it.each([
    ['sends what is no HTTP', 'hello\r\n\r\n', 400],
    ['names no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['names a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
    ['asks for an address that is none', 'GET http://[ HTTP/1.1\r\nHost: bot\r\n\r\n', 400],
    ['asks by a method that fetch does not know', 'TRACE / HTTP/1.1\r\nHost: bot\r\n\r\n', 405],
    ['says two things of the length', `${JSON_POST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n`, 400],
    ['sends headers without end', `GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(20_000)}`, 431],
    ['goes away in its body', `${JSON_POST}Content-Length: 50\r\n\r\n{`, undefined],
  ])('refuses a client that %s, and writes nothing', async (_, sent, status) => {
    const before = running.written();
    const socket = open(running);
    socket.write(sent);
    if (status === undefined) {
      await once(socket, 'connect');
    } else {
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    }
    socket.resetAndDestroy();
    expect((await fetch(new URL('/healthz', running.url))).status).toBe(200);
    expect(running.written()).toBe(before);
  });

  it('answers beside a thousand idle connections, half of which have asked before', async () => {
    const idle = await Promise.all(
      Array.from({ length: 1000 }, async (_, index) => {
        const socket = open(running);
        await once(socket, 'connect');
        if (index % 2 === 0) {
          socket.write('GET /healthz HTTP/1.1\r\nHost: bot\r\n\r\n');
          await once(socket, 'data');
        }
        return socket;
      }),
    );
    expect(textOf(await discord.slash('ask', { question: 'airplane-mode' }))).toContain('airplane mode');
    for (const socket of idle) socket.destroy();
  });
});

const JSON_POST = 'POST / HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\n';

function open({ url }: { readonly url: string }): Socket {
  const { port, hostname } = new URL(url);
  return connect(Number(port), hostname).on('error', () => undefined);
}

/** Sends a drop each second. */
async function dripUntilClosed(socket: Socket, first: string, drop: string): Promise<void> {
  socket.write(first);
  const dripping = setInterval(() => socket.writable && socket.write(drop), 1000);
  await new Promise((resolve) => socket.once('close', resolve)); // after whatever error
  clearInterval(dripping);
}

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

describe.concurrent('the endpoint stops soon after it is told to', () => {
  it('beside idle connections', async () => {
    const discord = await startLocalDiscord();
    const running = await startHttpBot(discord);
    const asked = [open(running), open(running)];
    await Promise.all(asked.map((socket) => once(socket, 'connect')));
    asked[0]?.write('GET /healthz HTTP/1.1\r\nHost: bot\r\n\r\n');
    await once(asked[0] ?? new Socket(), 'data');
    await expectStop(running);
    await discord.close();
  });

  it('and finishes a request that is under way', async () => {
    const signer = createSigner();
    const running = startBot({ TRANSPORT: 'http', PORT: '0', DISCORD_PUBLIC_KEY: signer.publicKey });
    const url = await addressOf(running);
    const { signature, timestamp } = signer.sign(PING, Date.now());
    const headers = {
      'content-type': 'application/json',
      'x-signature-ed25519': signature,
      'x-signature-timestamp': timestamp,
    };
    const sending = request(url, { method: 'POST', headers });
    sending.write(PING.slice(0, 5));
    await once(sending, 'socket');
    await expect(fetch(new URL('/healthz', url))).resolves.toMatchObject({ status: 200 });
    const stopping = stop(running);
    await vi.waitFor(() => expect(fetch(url)).rejects.toThrow('fetch failed'), { timeout: 30_000 });
    sending.end(PING.slice(5));
    const [response] = (await once(sending, 'response')) as [NodeJS.ReadableStream & { readonly statusCode: number }];
    expect(response.statusCode).toBe(200);
    response.resume();
    expect(await stopping).toBe(0);
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

  it('also where a request does not end and Discord does not answer, and says what was left unsent', async () => {
    const discord = await startLocalDiscord();
    const running = await startHttpBot(discord);
    const endless = open(running);
    endless.write(`${JSON_POST}Content-Length: 5\r\n\r\n{`);
    await once(endless, 'connect');
    const asked = await discord.slash('ask', { question: 'airplane-mode', private: false }, { user: 'Ana' });
    discord.failNext({ match: 'DELETE', status: 'hang', times: Infinity });
    await discord.press(asked, 'Delete', { user: 'Ana' });
    await expectStop(running);
    expect(running.written()).toMatch(/\nStopped before everything was sent: 1 left\.\n$/);
    await discord.close();
  });
});

async function expectStop(running: RunningBot): Promise<void> {
  const told = performance.now();
  expect(await stop(running)).toBe(0);
  expect(performance.now() - told).toBeLessThan(PATIENCE_MS);
}

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
