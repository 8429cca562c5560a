import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPError } from '@discordjs/rest';
import { afterEach, describe, expect, it } from 'vitest';
import { describeFailure, isOutage } from '../../../src/transports/gateway/discord-errors.ts';
import { createRest } from '../../../src/transports/gateway/rest.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => unknown;

const ATTEMPT_MS = 200;
const done: Answer = (response) => response.writeHead(204).end();
const close: Answer = (_, request) => request.socket.end();
const reset: Answer = (_, request) => request.socket.resetAndDestroy();
const silence: Answer = () => undefined;

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  if (server?.listening) await once(server, 'close');
});

/** @returns how many requests it took to get one through, where the first is answered so */
async function attemptsAfter(first: Answer, route: `/${string}`): Promise<number> {
  let asked = 0;
  const listening = createServer((request, response) => {
    asked += 1;
    request.resume().once('end', () => (asked === 1 ? first : done)(response, request));
  }).listen(0, '127.0.0.1');
  server = listening;
  await once(listening, 'listening');
  const apiUrl = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/api`;
  await createRest('token', apiUrl, ATTEMPT_MS).post(route, { body: { content: 'It opened in May.' } });
  return asked;
}

describe('a call for a reader is made again', () => {
  it.each<[string, Answer]>([
    ['was closed', close],
    ['was reset', reset],
    ['stays silent', silence],
  ])('where the connection %s', async (_, answer) => {
    expect(await attemptsAfter(answer, '/channels/700000000000000001/messages')).toBe(2);
  });
});

describe('a call for a reader fails', () => {
  it.each([
    ['a page', 200],
    ['a redirection to one', 302],
  ])('where something else than Discord answers with %s', async (_, status) => {
    const page: Answer = (response) =>
      response.writeHead(status, { 'content-type': 'text/html', location: 'https://login.example' }).end('<html>');
    const failure: unknown = await attemptsAfter(page, '/channels/700000000000000001/messages').catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(HTTPError);
    expect(isOutage(failure)).toBe(true);
    expect(describeFailure(failure as HTTPError)).toContain('something else than Discord answered');
  });
});

describe('a call for the bot itself', () => {
  it('is made once, however long Discord takes', async () => {
    const slow: Answer = (response) => setTimeout(() => response.writeHead(204).end(), 2 * ATTEMPT_MS);
    expect(await attemptsAfter(slow, '/applications/900000000000000001/commands')).toBe(1);
  });
});
