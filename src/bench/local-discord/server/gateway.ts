import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import { isRecord } from '../rules/against-schema.ts';
import type { Ledger } from '../ledger.ts';
import { guildPayload, readyPayload } from '../world/payloads.ts';
import type { Settings } from '../settings.ts';
import type { World } from '../world/world.ts';

export type GatewayMoment = 'connected' | 'identified' | 'ready' | 'resumed' | 'heartbeat' | 'closed';

export interface Gateway {
  /**
   * What clients did: how many sessions began, how many were taken up again, the presence that was
   * last set.
   */
  readonly seen: {
    identifies: number;
    resumes: number;
    heartbeats: number;
    presence: unknown;
    intents: number;
    /** The codes that connections ended with, in order. */
    readonly closes: number[];
  };
  /** How the next clients are met; a test changes it. */
  readonly manner: {
    refuseIdentify: boolean;
    answerHeartbeats: boolean;
    isAway: boolean;
    withheld: 'hello' | 'ready' | undefined;
    closeAtOnce: number | undefined;
  };
  /** A session exists, though its socket may be down. */
  hasSession(): boolean;
  isConnected(): boolean;
  /**
   * Sends an event to every session of the server's shard; those whose socket is down get it when
   * they resume.
   * @param data the payload for a session with these intents; nothing is sent where it is undefined
   */
  dispatch(event: GatewayDispatchEvents, data: (intents: number) => object | null | undefined): void;
  /** Resolves once every connected client has read all that was sent to it before. */
  fence(): Promise<void>;
  next(moment: GatewayMoment): Promise<void>;
  /** Ends every socket without a goodbye, or only that of a shard. */
  drop(shard?: number): void;
  send(op: GatewayOpcodes, data: unknown): void;
  /** Sends any frame as it is. */
  sendFrame(frame: string | Buffer): void;
  /** No socket reads any more, not even that the other side closes it. */
  deafen(): void;
  closeWith(code: number): void;
  /** Sessions can't be resumed from now on. */
  forgetSessions(): void;
  close(): void;
}

interface Session {
  readonly id: string;
  readonly shard: Shard;
  readonly intents: number;
  readonly sent: { readonly s: number; readonly frame: string }[];
  sequence: number;
  socket: WebSocket | undefined;
}

const PRIVILEGED = GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences;
/** How long Discord wants between two IDENTIFYs, less what the clocks of two processes differ. */
const IDENTIFY_EVERY_MS = 4_900;
/** Events that a session may still be sent after a reconnection. */
const REPLAYED = 1_000;

/** Its number, and how many there are. */
type Shard = readonly [number, number];

export function createGateway(server: Server, world: World, ledger: Ledger, settings: Settings): Gateway {
  const sockets = new WebSocketServer({
    server,
    path: '/gateway',
    verifyClient: (_, done) => done(!manner.isAway, 503),
  });
  const sessions = new Map<string, Session>();
  const identified = new Map<number, number>();
  const waiting = new Map<GatewayMoment, Set<() => void>>();
  const seen = {
    identifies: 0,
    resumes: 0,
    heartbeats: 0,
    presence: undefined as unknown,
    intents: 0,
    closes: [] as number[],
  };
  const manner: Gateway['manner'] = {
    refuseIdentify: false,
    answerHeartbeats: true,
    isAway: false,
    withheld: undefined,
    closeAtOnce: undefined,
  };

  sockets.on('connection', (socket, request) => {
    let session: Session | undefined;
    const query = new URL(request.url ?? '', 'ws://local').searchParams;
    if (query.get('encoding') !== 'json' || query.get('v') !== '10' || query.has('compress')) {
      ledger.fault('gateway', `the gateway here speaks v10, json, without compression; asked for ${query.toString()}`);
    }
    if (manner.closeAtOnce !== undefined) socket.close(manner.closeAtOnce);
    else if (manner.withheld !== 'hello')
      send(socket, GatewayOpcodes.Hello, { heartbeat_interval: settings.heartbeatMs });
    announce('connected');

    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      seen.closes.push(code);
      if (session?.socket === socket) session.socket = undefined;
      if (session !== undefined && (code === 1000 || code === 1001)) sessions.delete(session.id);
      announce('closed');
    });
    socket.on('message', (data) => {
      const packet = parsed(Buffer.isBuffer(data) ? data.toString() : '');
      if (packet === undefined) return refuse(socket, GatewayCloseCodes.DecodeError, 'a packet is no JSON object');
      const { op, d } = packet;
      switch (op) {
        case GatewayOpcodes.Identify:
          if (session !== undefined && sessions.has(session.id))
            return refuse(socket, GatewayCloseCodes.AlreadyAuthenticated, 'a second IDENTIFY on one socket');
          session = identify(socket, isRecord(d) ? d : {});
          return;
        case GatewayOpcodes.Resume:
          session = resume(socket, isRecord(d) ? d : {});
          return;
        case GatewayOpcodes.Heartbeat:
          seen.heartbeats += 1;
          if (manner.answerHeartbeats) send(socket, GatewayOpcodes.HeartbeatAck, undefined);
          return announce('heartbeat');
        case GatewayOpcodes.PresenceUpdate:
          seen.presence = d;
          return;
        case GatewayOpcodes.RequestGuildMembers:
        case GatewayOpcodes.VoiceStateUpdate:
          return session === undefined
            ? refuse(socket, GatewayCloseCodes.NotAuthenticated, 'not identified yet')
            : undefined;
        default:
          return refuse(socket, GatewayCloseCodes.UnknownOpcode, `opcode ${String(op)} is none of a client's`);
      }
    });
  });

  function identify(
    socket: WebSocket,
    { token, intents, properties, presence, shard }: Record<string, unknown>,
  ): Session | undefined {
    if (manner.refuseIdentify || token !== settings.token) {
      if (!manner.refuseIdentify) ledger.fault('wrong token', 'IDENTIFY with a wrong token');
      socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      return undefined;
    }
    if (typeof intents !== 'number')
      return refuse(socket, GatewayCloseCodes.InvalidIntents, 'IDENTIFY without intents');
    if (!isRecord(properties)) return refuse(socket, GatewayCloseCodes.DecodeError, 'IDENTIFY without properties');
    if ((intents & PRIVILEGED) !== 0 && !settings.privilegedIntents) {
      return refuse(
        socket,
        GatewayCloseCodes.DisallowedIntents,
        `privileged intents were not granted (${intents & PRIVILEGED})`,
      );
    }
    const ofShards: Shard = isShard(shard) ? shard : [0, 1];
    throttle(ofShards);
    const id = randomUUID().replaceAll('-', '');
    const session: Session = { id, shard: ofShards, intents, sent: [], sequence: 0, socket };
    sessions.set(session.id, session);
    seen.identifies += 1;
    seen.intents = intents;
    if (presence !== undefined) seen.presence = presence;
    announce('identified');
    if (manner.withheld === 'ready') return session;
    emit(
      session,
      GatewayDispatchEvents.Ready,
      readyPayload(world, session.id, gatewayUrl(server), shard === undefined ? undefined : [...ofShards]),
    );
    if ((intents & GatewayIntentBits.Guilds) !== 0) {
      for (const guild of world.guilds.values())
        if (guild.botIsMember && isOf(session, guild.id))
          emit(session, GatewayDispatchEvents.GuildCreate, guildPayload(world, guild));
    }
    announce('ready');
    return session;
  }

  /** So many shards may identify themselves at once, one of each bucket. */
  function throttle([shard, count]: Shard): void {
    const bucket = shard % settings.maxConcurrency;
    const last = identified.get(bucket) ?? -Infinity;
    identified.set(bucket, performance.now());
    if (performance.now() - last < IDENTIFY_EVERY_MS && count > 1)
      ledger.fault('gateway', `shard ${shard} identified itself within ${IDENTIFY_EVERY_MS} ms of another`);
  }

  function resume(socket: WebSocket, { token, session_id, seq }: Record<string, unknown>): Session | undefined {
    if (token !== settings.token)
      return refuse(socket, GatewayCloseCodes.AuthenticationFailed, 'RESUME with a wrong token');
    const session = sessions.get(String(session_id));
    if (session === undefined || typeof seq !== 'number') {
      send(socket, GatewayOpcodes.InvalidSession, false);
      return undefined;
    }
    if (seq > session.sequence)
      return refuse(socket, GatewayCloseCodes.InvalidSeq, 'RESUME from an event that was never sent');
    session.socket = socket;
    seen.resumes += 1;
    for (const { s, frame } of session.sent) if (s > seq) socket.send(frame);
    emit(session, GatewayDispatchEvents.Resumed, {});
    announce('resumed');
    return session;
  }

  function emit(session: Session, event: GatewayDispatchEvents, data: object | null): void {
    session.sequence += 1;
    const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: session.sequence, d: data });
    session.sent.push({ s: session.sequence, frame });
    if (session.sent.length > REPLAYED) session.sent.shift();
    session.socket?.send(frame);
  }

  function refuse(socket: WebSocket, code: GatewayCloseCodes, sentence: string): undefined {
    ledger.fault('gateway', `${sentence} (closed with ${code})`);
    socket.close(code);
  }

  function announce(moment: GatewayMoment): void {
    const listeners = [...(waiting.get(moment) ?? [])];
    waiting.delete(moment);
    for (const listener of listeners) listener();
  }

  function next(moment: GatewayMoment): Promise<void> {
    return new Promise((resolve) => waiting.set(moment, (waiting.get(moment) ?? new Set()).add(resolve)));
  }

  return {
    seen,
    manner,
    next,
    hasSession: () => sessions.size > 0,
    isConnected: () => [...sessions.values()].some(({ socket }) => socket !== undefined),
    dispatch(event, data) {
      for (const session of sessions.values()) {
        const payload = data(session.intents);
        if (payload !== undefined && isOf(session, guildOf(payload))) emit(session, event, payload);
      }
    },
    async fence() {
      const connected = [...sessions.values()].flatMap(({ socket }) => (socket === undefined ? [] : [socket]));
      await Promise.all(
        connected.map((socket) => {
          const answered = next('heartbeat');
          send(socket, GatewayOpcodes.Heartbeat, undefined);
          return Promise.race([answered, next('closed')]);
        }),
      );
    },
    drop(shard) {
      if (shard === undefined) return sockets.clients.forEach((socket) => socket.terminate());
      for (const session of sessions.values()) if (session.shard[0] === shard) session.socket?.terminate();
    },
    send: (op, data) => sockets.clients.forEach((socket) => send(socket, op, data)),
    sendFrame: (frame) => sockets.clients.forEach((socket) => socket.send(frame)),
    deafen: () => sockets.clients.forEach((socket) => socket.pause()),
    closeWith: (code) => sockets.clients.forEach((socket) => socket.close(code)),
    forgetSessions: () => sessions.clear(),
    close() {
      sockets.clients.forEach((socket) => socket.terminate());
      sockets.close();
    },
  };
}

/** Where the gateway is, once the server listens. */
export function gatewayUrl(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the local Discord is not listening');
  return `ws://127.0.0.1:${address.port}/gateway`;
}

function isShard(value: unknown): value is Shard {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);
}

/** Discord's formula. What happens in no server goes to shard 0. */
function isOf({ shard: [shard, count] }: Session, guild: string | undefined): boolean {
  return Number((BigInt(guild ?? 0) >> 22n) % BigInt(count)) === shard;
}

function guildOf(payload: object | null): string | undefined {
  const { guild_id: guild } = (payload ?? {}) as { readonly guild_id?: unknown };
  return typeof guild === 'string' && /^\d+$/.test(guild) ? guild : undefined;
}

function send(socket: WebSocket, op: GatewayOpcodes, d: unknown): void {
  socket.send(JSON.stringify({ op, d: d ?? null, s: null, t: null }));
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
