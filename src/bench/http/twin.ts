/**
 * Program: a twin of the bot on HTTP that gives a constant reply. With `bare`, it is node:http and
 * node:crypto alone; with `endpoint`, the bot's own endpoint.
 */

import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import { createEndpoint } from '../../transports/http/endpoint.ts';

const [, , kind, publicKey = '', reply = ''] = process.argv;

const server = createServer(kind === 'bare' ? bare() : endpoint());
server.keepAliveTimeout = 75_000;
server.listen(0, () =>
  process.stdout.write(`Listening on port ${(server.address() as AddressInfo).port} for Discord’s interactions.\n`),
);

function bare(): RequestListener {
  /** What comes before an Ed25519 key in DER. Source: RFC 8410. */
  const prefix = Buffer.from('302a300506032b6570032100', 'hex');
  const key = createPublicKey({
    key: Buffer.concat([prefix, Buffer.from(publicKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(reply) };

  function answer(incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer): void {
    const timestamp = String(incoming.headers['x-signature-timestamp']);
    const signature = Buffer.from(String(incoming.headers['x-signature-ed25519']), 'hex');
    const isRight = verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, signature);
    JSON.parse(body.toString()); // as a bot has to, to know what it is asked
    if (isRight) outgoing.writeHead(200, headers).end(reply);
    else outgoing.writeHead(401).end();
  }

  return (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => answer(incoming, outgoing, Buffer.concat(chunks)));
  };
}

function endpoint(): RequestListener {
  const response = JSON.parse(reply) as APIInteractionResponse;
  const handle = createEndpoint({
    publicKey,
    respond: () => ({ response }),
    followUp: () => Promise.resolve(),
    now: Date.now,
    tell: () => undefined,
  });
  const listener = getRequestListener((request) => handle(request, () => undefined));
  return (incoming, outgoing) => void listener(incoming, outgoing);
}
