/**
 * The connection to Discord: the lower half of discord.js, its gateway and its REST. The upper half
 * makes objects of all that Discord sends, which the bot has no use for, and fails on some.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { WebSocketManager, WebSocketShardEvents, WebSocketShardStatus, type SessionInfo } from '@discordjs/ws';
import type { REST } from '@discordjs/rest';
import {
  GatewayIntentBits,
  type GatewayDispatchPayload,
  type GatewayPresenceUpdateData,
  type GatewayReadyDispatchData,
} from 'discord-api-types/v10';
import { isSafeForToken } from '../../config/safe-address.ts';
import { closedForGood, describeFailure, NOT_DISCORD } from './discord-errors.ts';
import { oncePerMinute, type Log } from '../shared/log.ts';
import { createOutages, type Outages } from './outages.ts';
import { createRest } from './rest.ts';

/** How long to wait for Discord's answer when the connection is closed. */
const GOODBYE_MS = 3_000;
/** The same where the bot was not let in yet: @discordjs/ws never tells of the answer then. */
const EARLY_GOODBYE_MS = 250;

/** How long a start may take before the operator is told that it does. */
const SLOW_START_MS = 10_000;

/** Who the bot is, by what Discord says when it lets it in. */
export interface Identity {
  readonly botId: string;
  readonly applicationId: string;
}

export interface GatewayConnection {
  /**
   * Resolves once Discord has let the first shard in; the others follow. After that, a lost
   * connection is made again.
   */
  readonly open: () => Promise<Identity>;
  /** Rejects with an OperatorError when Discord closes the connection and no retry helps. */
  readonly closedForGood: Promise<never>;
  /** To be asked for before each call: after any 401, REST forgets its token, good or not. */
  readonly rest: () => REST;
  /**
   * Says goodbye to Discord, without waiting long for its answer. Events that come after that are
   * not passed on.
   */
  readonly close: () => Promise<void>;
}

const NEVER = new Promise<never>(() => undefined);

export interface GatewayConnectionOptions {
  readonly token: string;
  readonly apiUrl?: string;
  /** How many connections to spread the servers over; as many as Discord recommends when absent. */
  readonly shards?: number;
  readonly presence: GatewayPresenceUpdateData;
  /** Takes each event as Discord sent it, well formed or not, and must not throw. */
  readonly onEvent: (event: GatewayDispatchPayload, identity: Identity) => void;
  /** A connection that was lost has been made again. */
  readonly onReconnect: () => void;
  readonly log: Log;
  /** Calls the listener for every rejection that nobody handles, in place of ending the process. */
  readonly onUnhandledRejection: (listener: (reason: unknown) => void) => void;
}

export function createGatewayConnection({
  token,
  apiUrl,
  shards,
  presence,
  onEvent,
  onReconnect,
  log,
  onUnhandledRejection,
}: GatewayConnectionOptions): GatewayConnection {
  const rest = createRest(token, apiUrl);
  const tellOfLimit = oncePerMinute(log.info);
  rest.on('rateLimited', ({ timeToReset }) =>
    tellOfLimit(`Discord asks to wait ${timeToReset} ms before the next call.`),
  );

  const sessions = new Map<number, SessionInfo>();
  const gateway = new WebSocketManager({
    token,
    rest,
    // Neither is privileged: of messages that are not for the bot, Discord tells that they were
    // sent, but not what they say.
    intents: GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages,
    initialPresence: presence,
    shardCount: shards ?? null,
    // The library asks before it connects and before it passes an event on. Once the bot leaves, it
    // gets no answer: it would take its own `destroy` for a connection that was lost.
    retrieveSessionInfo: (shard) => (isOver ? NEVER : (sessions.get(shard) ?? null)),
    updateSessionInfo(shard, info) {
      if (info) sessions.set(shard, { ...info, resumeURL: resumeUrlFor(info, sessions.get(shard)) });
      else sessions.delete(shard);
    },
  });

  /** The address comes with every event, and hardly ever changes. */
  function resumeUrlFor({ resumeURL }: SessionInfo, known: SessionInfo | undefined): string {
    return resumeURL === known?.resumeURL || isWebSocketUrl(resumeURL) ? resumeURL : gatewayUrl;
  }

  /** By shard, once it was let in: before that, `open` tells what goes wrong. */
  const outages = new Map<number, Outages>();
  let identity: Identity | undefined;
  let isOver = false;
  let gatewayUrl = '';
  let shardCount = 1;

  const ready = new Promise<Identity>((resolve) => {
    gateway.on(WebSocketShardEvents.Ready, ({ data, shardId }) => {
      letIn(shardId);
      identity = identityIn(data) ?? identity;
      if (identity) resolve(identity);
      else log.info('Discord did not say who the bot is; waiting until it does.');
    });
  });
  const closed = new Promise<never>((_, reject) => {
    gateway.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
      const failure = closedForGood(code);
      if (!failure) return lost(shardId, `close code ${code}`);
      isOver = true;
      reject(failure);
    });
  });
  gateway.on(WebSocketShardEvents.Resumed, ({ shardId }) => letIn(shardId));
  gateway.on(WebSocketShardEvents.Error, ({ error, shardId }) => lost(shardId, describeFailure(error)));
  gateway.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    if (identity) onEvent(data, identity);
  });
  onUnhandledRejection((reason) => {
    if (!isLibraryError(reason)) throw reason;
    log.info(`Discord sent something that can't be read (${reason.message}).`);
  });

  function letIn(shard: number): void {
    const known = outages.get(shard);
    if (known) {
      onReconnect();
      return known.back();
    }
    const tell = tellOf(shard);
    outages.set(shard, createOutages(tell));
    if (shardCount > 1) tell('Connected.');
  }

  function lost(shard: number, reason: string): void {
    if (!isOver) outages.get(shard)?.lost(reason);
  }

  /** Where there are several shards, each line says which it is about. */
  function tellOf(shard: number): (line: string) => void {
    if (shardCount === 1) return log.info;
    return (line) => log.info(`Shard ${shard} of ${shardCount}: ${line.charAt(0).toLowerCase()}${line.slice(1)}`);
  }

  return {
    // Whether the token was revoked is the gateway's to say, by close code 4004.
    rest: () => rest.setToken(token),
    closedForGood: closed,
    async open() {
      const information = await gateway.fetchGatewayInformation().catch((error: unknown) => {
        throw isLibraryError(error) && error instanceof TypeError ? new Error(NOT_DISCORD) : error;
      });
      gatewayUrl = information.url;
      shardCount = shards ?? information.shards;
      if (!isWebSocketUrl(gatewayUrl) || !(shardCount >= 1)) throw new Error(NOT_DISCORD);
      if (isOver) return NEVER;
      const slow = setTimeout(
        () => log.info('Discord has not let the bot in yet; still trying.'),
        SLOW_START_MS,
      ).unref();
      try {
        // Further shards may take minutes, as Discord lets in only so many at a time.
        return await Promise.race([ready, gateway.connect().then(() => ready)]);
      } finally {
        clearTimeout(slow);
      }
    },
    async close() {
      isOver = true;
      const status = await gateway.fetchStatus();
      const isIn = status.every((ofShard) => ofShard === WebSocketShardStatus.Ready);
      await Promise.race([gateway.destroy(), wait(isIn ? GOODBYE_MS : EARLY_GOODBYE_MS)]);
    },
  };
}

function identityIn({ user, application }: Partial<GatewayReadyDispatchData>): Identity | undefined {
  return user?.id && application?.id ? { botId: user.id, applicationId: application.id } : undefined;
}

function isWebSocketUrl(url: string): boolean {
  return URL.canParse(url) && /^wss?:$/.test(new URL(url).protocol) && isSafeForToken(url);
}

/** What stands in a stack trace where @discordjs/ws threw. */
const LIBRARY = /[\\/]@discordjs[\\/]ws[\\/]/;

/**
 * @discordjs/ws throws on some malformed packets where nobody can catch it: in promises of its own.
 * The connection goes on, or is made again when Discord closes it.
 */
function isLibraryError(reason: unknown): reason is Error {
  return reason instanceof Error && LIBRARY.test(reason.stack ?? '');
}
