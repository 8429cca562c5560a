/**
 * Discord's side of the load: a gateway and the few routes that a bot needs. It checks nothing, so
 * that it costs less than the bots that it measures. Tests use bench/local-discord, which holds
 * every request to Discord's rules and is several times slower than a bare bot.
 */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import { APPLICATION, BOT_USER } from './payloads.ts';

export const TOKEN = 'load-token';

export interface LeanDiscord {
  /** As `http://127.0.0.1:PORT/api`. */
  readonly apiUrl: string;
  /** Resolves when the next bot has sent its commands. */
  readonly registration: () => Promise<void>;
  readonly send: (event: GatewayDispatchEvents, data: object) => void;
  /** Resolves once the bot has read all that was sent to it before. */
  readonly fence: () => Promise<void>;
  /** Takes the token of each interaction that the bot answers. */
  onCallback: (token: string) => void;
  readonly close: () => Promise<void>;
}

/** How the path of an interaction's callback splits at its slashes. */
const CALLBACK = /\/interactions\/[^/]+\/([^/]+)\/callback/;

/** Listens on a free port of 127.0.0.1, for one bot at a time. */
export async function startLeanDiscord(): Promise<LeanDiscord> {
  let registered = (): void => undefined;
  let beaten = (): void => undefined;
  let socket: WebSocket | undefined;
  let sequence = 0;
  const server = createServer((request, response) => {
    request.resume().once('end', () => answer(request, response));
  });
  // A bot that was idle between two measurements must not find its connection closed.
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`;

  function answer({ method = '', url = '' }: IncomingMessage, response: ServerResponse): void {
    const [, token] = CALLBACK.exec(url) ?? [];
    if (token !== undefined) {
      response.writeHead(204).end();
      discord.onCallback(token);
    } else if (method === 'GET' && url.includes('/gateway/bot')) {
      const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
      sendJson(response, { url: gatewayUrl, shards: 1, session_start_limit });
    } else if (method === 'PUT' && url.includes('/commands')) {
      sendJson(response, []);
      registered();
    } else if (method === 'POST' && url.endsWith('/messages')) {
      sendJson(response, {});
    } else {
      response.writeHead(404).end();
    }
  }

  const sockets = new WebSocketServer({ server, path: '/gateway' });
  sockets.on('connection', (connected) => {
    socket = connected;
    sequence = 0;
    sendPacket(GatewayOpcodes.Hello, { heartbeat_interval: 41_250 });
    connected.on('error', () => connected.terminate());
    connected.on('message', (data: Buffer) => {
      const { op } = JSON.parse(data.toString()) as { readonly op: GatewayOpcodes };
      if (op === GatewayOpcodes.Identify) {
        const guilds = { v: 10, guilds: [], session_id: 'load', resume_gateway_url: gatewayUrl };
        dispatch(GatewayDispatchEvents.Ready, { ...guilds, user: BOT_USER, application: APPLICATION, shard: [0, 1] });
      } else if (op === GatewayOpcodes.Heartbeat) {
        sendPacket(GatewayOpcodes.HeartbeatAck, null);
        beaten();
      }
    });
  });

  function sendPacket(op: GatewayOpcodes, d: object | null): void {
    socket?.send(JSON.stringify({ op, d, s: null, t: null }));
  }

  function dispatch(t: GatewayDispatchEvents, d: object): void {
    sequence += 1;
    socket?.send(JSON.stringify({ op: GatewayOpcodes.Dispatch, t, s: sequence, d }));
  }

  const discord: LeanDiscord = {
    apiUrl: `http://127.0.0.1:${port}/api`,
    registration: () => new Promise((resolve) => (registered = resolve)),
    send: dispatch,
    fence() {
      const answered = new Promise<void>((resolve) => (beaten = resolve));
      sendPacket(GatewayOpcodes.Heartbeat, null);
      return answered;
    },
    onCallback: () => undefined,
    async close() {
      sockets.clients.forEach((client) => client.terminate());
      sockets.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return discord;
}

function sendJson(response: ServerResponse, body: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
