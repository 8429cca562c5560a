import type { AddressInfo } from 'node:net';
import { GatewayOpcodes, type GatewayDispatchEvents } from 'discord-api-types/v10';
import { createAsking, type Asking } from './people/ask.ts';
import { createCommands, type Registration } from './server/commands.ts';
import { createEndpoint, type Signing } from './server/endpoint.ts';
import { createFailures, type Failure } from './server/failures.ts';
import { createGateway, type Gateway } from './server/gateway.ts';
import { createHttp, type Handle } from './server/http.ts';
import { createLedger, pause, within, type Fault, type LoggedRequest } from './ledger.ts';
import type { Parts } from './parts.ts';
import { createPlaces } from './world/places.ts';
import { createRoutes } from './server/routes.ts';
import { settingsFrom, type LocalDiscordOptions } from './settings.ts';
import { createTalking, type Talking } from './people/talk.ts';
import { createWorld, type World } from './world/world.ts';

export type { Registration } from './server/commands.ts';
export { NotAcknowledged, type Exchange } from './people/exchange.ts';
export type { Failure } from './server/failures.ts';
export type { Fault, FaultKind, LoggedRequest } from './ledger.ts';
export type { Where, Who } from './world/places.ts';
export { buttonsOf, selectsOf, textOf } from './people/reading.ts';
export type { LocalDiscordOptions } from './settings.ts';
export * from './rules/validate.ts';

/**
 * A small Discord on this machine: what a bot sends is held to Discord's rules, what it is sent is
 * as Discord sends it.
 */
export interface LocalDiscord extends Asking, Talking {
  /** What the bot's environment needs to find this Discord in place of the real one. */
  readonly env: {
    readonly DISCORD_API_URL: string;
    readonly DISCORD_TOKEN: string;
    readonly DISCORD_PUBLIC_KEY: string;
  };
  /** As `http://127.0.0.1:PORT/api`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  /** Servers, channels, people and messages. */
  readonly world: World;
  /** Every breach of Discord's rules so far. */
  readonly faults: readonly Fault[];
  readonly requests: readonly LoggedRequest[];
  /** The last bulk `PUT` of commands in each scope. */
  readonly registered: readonly Registration[];
  /** Sessions begun and resumed, heartbeats, presence, intents. */
  readonly seen: Gateway['seen'];

  /** Whether a client is connected, and has been sent READY and its servers. */
  isConnected(): boolean;
  /** Resolves once a client is connected and has been sent READY and its servers. */
  ready(): Promise<void>;
  /** Resolves once commands have been registered. */
  registration(): Promise<Registration>;
  /** Resolves when a client begins a new session, later than now. Ask before causing it. */
  nextLogin(): Promise<void>;
  /** Resolves when a client connects, later than now. Ask before causing it. */
  nextConnection(): Promise<void>;
  /** Resolves when a client has identified itself, later than now. Ask before causing it. */
  nextIdentify(): Promise<void>;
  /** Resolves when a client's connection has ended, later than now. Ask before causing it. */
  nextGoodbye(): Promise<void>;
  /** Resolves when a client resumes its session, later than now. Ask before causing it. */
  nextResume(): Promise<void>;
  /** Resolves once no request is open and none has come for a while. */
  quiet(): Promise<void>;

  /**
   * Sets the application's interactions endpoint. From now on interactions go there, signed, and
   * the gateway gets none. Rejects if the endpoint does not answer a ping, or takes a bad
   * signature.
   */
  deliverTo(url: string): Promise<void>;
  /** Sends the endpoint any body, signed as Discord signs unless told otherwise. */
  postToEndpoint(body: string, signing?: Signing): Promise<Response>;

  /** The next matching requests fail. */
  failNext(failure: Failure): void;
  /** No request fails by injection any more. */
  stopFailing(): void;
  /**
   * The token is refused from now on: 401 for requests, close 4004 for IDENTIFY, or both. Both
   * unless told.
   */
  refuseToken(at?: 'rest' | 'gateway'): void;
  acceptToken(): void;
  /** The socket, or that of a shard, ends without a goodbye; a client should resume. */
  dropSocket(shard?: number): void;
  /** Op 7: the client is told to reconnect, and should resume. */
  reconnect(): void;
  /** Op 9: the session is void; the client should resume if it may, or else begin anew. */
  invalidSession(isResumable?: boolean): void;
  /** Closes the socket with one of Discord's codes. */
  closeWith(code: number): void;
  /** Heartbeats stay unanswered from now on (or are answered again). */
  ignoreHeartbeats(ignore?: boolean): void;
  /** Clients are let in up to here from now on: they get no HELLO, or no READY. */
  withhold(withheld: 'hello' | 'ready' | undefined): void;
  /** Closes every connection, and new ones as soon as they are made, from now on (or no longer). */
  closeAtOnce(code: number | undefined): void;
  /** Ends every connection, and answers new ones with 503 from now on (or no longer). */
  goAway(isAway?: boolean): void;
  /** Nothing that clients send is read any more, not even that they close the connection. */
  deafen(): void;
  /** Sends any event with any payload, well formed or not. */
  sendEvent(event: GatewayDispatchEvents | string, payload: object | null): void;
  /** Sends any packet, well formed or not. */
  sendPacket(packet: object): void;
  /** Sends any text or bytes. */
  sendFrame(frame: string | Buffer): void;
  close(): Promise<void>;
}

/** Starts a local Discord on a free port of 127.0.0.1. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const settings = settingsFrom(options);
  const world = createWorld(settings.guilds);
  const ledger = createLedger(settings.quietMs);
  const failures = createFailures();
  const commands = createCommands(world);
  const refused = { rest: false };
  let handle: Handle | undefined;

  const server = createHttp(ledger, failures, (incoming) => {
    if (handle === undefined) throw new Error('not ready');
    return handle(incoming);
  });
  const gateway = createGateway(server, world, ledger, settings);
  const endpoint = createEndpoint(() => parts);
  const parts: Parts = { settings, world, ledger, gateway, endpoint, commands, interactions: new Map(), server };
  handle = createRoutes(parts, () => refused.rest);
  const places = createPlaces(world, gateway);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const patiently = (promise: Promise<void>, what: string): Promise<void> =>
    within(settings.patienceMs, promise, () =>
      [`${what} within ${settings.patienceMs} ms`, ...ledger.faults.map(({ sentence }) => sentence)].join('\n'),
    );

  return {
    ...createAsking(parts, places),
    ...createTalking(parts, places),
    env: { DISCORD_API_URL: apiUrl, DISCORD_TOKEN: settings.token, DISCORD_PUBLIC_KEY: endpoint.publicKey },
    apiUrl,
    token: settings.token,
    applicationId: world.applicationId,
    botId: world.bot.id,
    world,
    faults: ledger.faults,
    requests: ledger.requests,
    registered: commands.registered,
    seen: gateway.seen,
    quiet: ledger.quiet,

    isConnected: gateway.isConnected,
    ready: () => (gateway.isConnected() ? Promise.resolve() : patiently(gateway.next('ready'), 'nobody logged in')),
    async registration() {
      for (const start = performance.now(); performance.now() - start < settings.patienceMs; await pause(2)) {
        const last = commands.registered.at(-1);
        if (last !== undefined) return last;
      }
      throw new Error(`no commands were registered within ${settings.patienceMs} ms`);
    },
    nextLogin: () => patiently(gateway.next('ready'), 'nobody logged in'),
    nextConnection: () => patiently(gateway.next('connected'), 'nobody connected'),
    nextIdentify: () => patiently(gateway.next('identified'), 'nobody identified itself'),
    nextGoodbye: () => patiently(gateway.next('closed'), 'nobody left'),
    nextResume: () => patiently(gateway.next('resumed'), 'nobody resumed a session'),

    deliverTo: endpoint.set,
    postToEndpoint: endpoint.post,
    failNext: failures.add,
    stopFailing: failures.clear,
    refuseToken(at) {
      if (at !== 'gateway') refused.rest = true;
      if (at !== 'rest') gateway.manner.refuseIdentify = true;
    },
    acceptToken() {
      refused.rest = false;
      gateway.manner.refuseIdentify = false;
    },
    dropSocket: gateway.drop,
    reconnect: () => gateway.send(GatewayOpcodes.Reconnect, null),
    invalidSession(isResumable = false) {
      if (!isResumable) gateway.forgetSessions();
      gateway.send(GatewayOpcodes.InvalidSession, isResumable);
    },
    closeWith: gateway.closeWith,
    ignoreHeartbeats(ignore = true) {
      gateway.manner.answerHeartbeats = !ignore;
    },
    withhold(withheld) {
      gateway.manner.withheld = withheld;
    },
    closeAtOnce(code) {
      gateway.manner.closeAtOnce = code;
      if (code !== undefined) gateway.closeWith(code);
    },
    goAway(isAway = true) {
      gateway.manner.isAway = isAway;
      if (isAway) gateway.drop();
    },
    deafen: gateway.deafen,
    sendPacket: (packet) => gateway.sendFrame(JSON.stringify(packet)),
    sendFrame: gateway.sendFrame,
    sendEvent: (event, payload) => gateway.dispatch(event as GatewayDispatchEvents, () => payload),
    async close() {
      for (const { deadline } of parts.interactions.values()) clearTimeout(deadline);
      gateway.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
