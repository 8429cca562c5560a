/** Something else answers in Discord's place, as networks do that want a login. */

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startBot } from '../support/running-bot.ts';

const GATEWAY = {
  shards: 1,
  session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 },
};

const WAYS: readonly (readonly [string, (response: ServerResponse) => unknown])[] = [
  ['a page', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in</html>')],
  ['a page that forbids it', (response) => response.writeHead(403, { 'content-type': 'text/html' }).end('<html>')],
  ['a way to a page', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['nothing in JSON', (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}')],
  [
    'a gateway on another computer, where the token would be sent in clear',
    (response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ...GATEWAY, url: 'ws://gateway.invalid' })),
  ],
];

describe.each(['start', 'register'])('where something else than Discord answers, %s says so in one line', (program) => {
  it.each(WAYS.slice(0, program === 'start' ? 5 : 4))('and ends with status 1: %s', async (_, answer) => {
    const server = createServer((request, response) => {
      request.resume();
      answer(response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const running = startBot(
      {
        DISCORD_TOKEN: 'a.b.c',
        DISCORD_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
      },
      { args: [`dist/cli/${program}.js`] },
    );
    expect(await running.ended).toBe(1);
    expect(running.written()).toMatch(/^The .*: something else than Discord answered: .* DISCORD_API_URL .*\n$/);
    server.close();
  });
});
