import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DiscordAPIError, HTTPError } from '@discordjs/rest';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCallbacks } from '../../../src/transports/gateway/callbacks.ts';
import { describeFailure } from '../../../src/transports/gateway/discord-errors.ts';

const INTERACTION = { id: '600000000000000001', token: 'a-secret-token' };
const RESPONSE = { type: 4, data: { content: 'It opened in May.' } } as const;
/** Discord's code for an interaction that was answered already. */
const ACKNOWLEDGED = 40060;
/** More calls than come while one is waited for. */
const HUNG = 200;
/** More calls than there are connections for, even twice, and how long each takes. */
const MANY = 600;
const SLOW_MS = 700;

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  if (server?.listening) await once(server, 'close');
});

/** A Discord that answers so, in turn, and with success after that. */
async function discordThat(...answers: Answer[]): Promise<{ apiUrl: string; asked: { url?: string; body: string }[] }> {
  const asked: { url?: string; body: string }[] = [];
  const listening = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.once('end', () => {
      asked.push({ ...(request.url !== undefined && { url: request.url }), body });
      const answer = answers[asked.length - 1] ?? status(204);
      answer(response, request);
    });
  });
  server = listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return { apiUrl: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/api`, asked };
}

const status =
  (code: number, body?: object, headers = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body === undefined ? '' : JSON.stringify(body));
const drop: Answer = (_, request) => request.socket.resetAndDestroy();
const hang: Answer = () => undefined;

async function respond(apiUrl: string, ageMs = 0): Promise<void> {
  await createCallbacks(apiUrl).respond(INTERACTION, RESPONSE, performance.now() - ageMs);
}

/** @returns what the call rejects with */
async function failureOf(apiUrl: string, ageMs = 0): Promise<Error> {
  return respond(apiUrl, ageMs).then(
    () => {
      throw new Error('It succeeded.');
    },
    (error: Error) => error,
  );
}

describe('a response to an interaction', () => {
  it('is posted to the callback of the interaction', async () => {
    const { apiUrl, asked } = await discordThat();
    await respond(apiUrl);
    expect(asked).toEqual([
      { url: '/api/v10/interactions/600000000000000001/a-secret-token/callback', body: JSON.stringify(RESPONSE) },
    ]);
  });

  it.each<[string, Answer]>([
    ['a server error', status(502)],
    ['a lost connection', drop],
    ['a call to wait, for a moment', status(429, { code: 0, message: 'Slow.' }, { 'retry-after': '0.01' })],
    ['a call to wait that does not say how long', status(429)],
    ['silence', hang],
  ])('is posted again after %s', async (_, answer) => {
    const { apiUrl, asked } = await discordThat(answer);
    await respond(apiUrl);
    expect(asked).toHaveLength(2);
  });

  it('has arrived if Discord says so when it is posted again', async () => {
    const { apiUrl } = await discordThat(drop, status(400, { code: ACKNOWLEDGED, message: 'Acknowledged.' }));
    await expect(respond(apiUrl)).resolves.toBeUndefined();
  });

  it.each([
    ['too late', 404, 10062],
    ['answered by another process', 400, ACKNOWLEDGED],
    ['malformed', 400, 50035],
  ])('is not posted again where Discord refuses it as %s', async (_, code, discordCode) => {
    const { apiUrl, asked } = await discordThat(status(code, { code: discordCode, message: 'No.' }));
    const failure = await failureOf(apiUrl);
    expect(failure).toBeInstanceOf(DiscordAPIError);
    expect(failure).toMatchObject({ code: discordCode, status: code });
    expect(asked).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['an error', status(503)],
    ['a call to wait longer than that', status(429, { code: 0, message: 'Slow.' }, { 'retry-after': '60' })],
  ])('is not posted after Discord has ceased to wait: %s', async (_, answer) => {
    const { apiUrl, asked } = await discordThat(answer);
    await failureOf(apiUrl, 2_790);
    expect(asked).toHaveLength(1);
  });

  it('is given up, and not posted again, when Discord has been silent until then', async () => {
    const { apiUrl, asked } = await discordThat(hang);
    expect(describeFailure(await failureOf(apiUrl, 2_000))).toBe('no connection to Discord (timed out)');
    expect(asked).toHaveLength(1);
  });

  it('is not kept waiting by hundreds of others that hang', async () => {
    const { apiUrl, asked } = await discordThat(...Array<Answer>(HUNG).fill(hang));
    const callbacks = createCallbacks(apiUrl);
    let ended = 0;
    const hung = Array.from({ length: HUNG }, () =>
      callbacks.respond(INTERACTION, RESPONSE, performance.now()).finally(() => (ended += 1)),
    );
    await vi.waitFor(() => expect(asked).toHaveLength(HUNG), { timeout: 30_000 });
    await callbacks.respond(INTERACTION, RESPONSE, performance.now());
    expect(ended).toBe(0);
    await Promise.all(hung);
  });

  it('is posted once, however long it waits for others', async () => {
    const slow: Answer = (response) => setTimeout(() => response.writeHead(204).end(), SLOW_MS);
    const { apiUrl, asked } = await discordThat(...Array<Answer>(MANY).fill(slow));
    const callbacks = createCallbacks(apiUrl);
    const since = performance.now();
    await Promise.all(Array.from({ length: MANY }, () => callbacks.respond(INTERACTION, RESPONSE, since)));
    expect(asked).toHaveLength(MANY);
  });

  it('fails without the token and the words in the error', async () => {
    const { apiUrl } = await discordThat(status(403, { code: 50001, message: 'Missing Access' }));
    const failure = await failureOf(apiUrl);
    expect(JSON.stringify({ ...failure, message: failure.message, stack: failure.stack })).not.toMatch(/secret|May/);
  });

  it('fails in a line where no Discord is', async () => {
    const { apiUrl } = await discordThat();
    server?.close();
    const failure = await failureOf(apiUrl, 2_790);
    expect(describeFailure(failure)).toBe('no connection to Discord (ECONNREFUSED)');
  });

  it.each([
    ['refuses it', 403],
    ['lets it pass', 200],
    ['sends it elsewhere', 302],
  ])('fails by the status where something else than Discord %s', async (_, code) => {
    const headers = { 'content-type': 'text/html', location: 'https://login.example' };
    const { apiUrl, asked } = await discordThat((response) => response.writeHead(code, headers).end('<html>'));
    const failure = await failureOf(apiUrl);
    expect(failure).toBeInstanceOf(HTTPError);
    expect(describeFailure(failure)).toMatch(
      new RegExp(`^something else than Discord answered: .* \\(status ${code}\\)$`),
    );
    expect(asked).toHaveLength(1);
  });
});
