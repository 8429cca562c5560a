import type { Server } from 'node:http';
import type { APIMessage } from 'discord-api-types/v10';
import { isRecord } from './rules/against-schema.ts';
import type { Commands } from './server/commands.ts';
import type { Pending } from './people/exchange.ts';
import type { Endpoint } from './server/endpoint.ts';
import type { Gateway } from './server/gateway.ts';
import type { Answer, Incoming } from './server/http.ts';
import { problem } from './server/http.ts';
import type { Ledger } from './ledger.ts';
import type { Settings } from './settings.ts';
import { faultsOfMentions } from './rules/validate.ts';
import type { World } from './world/world.ts';

/** What the routes and the verbs share. */
export interface Parts {
  readonly settings: Settings;
  readonly world: World;
  readonly ledger: Ledger;
  readonly gateway: Gateway;
  readonly endpoint: Endpoint;
  readonly commands: Commands;
  /** By token. */
  readonly interactions: Map<string, Pending>;
  readonly server: Server;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `:name` stands for one part of the path. */
  readonly path: string;
  /** Reachable without the bot's token. */
  readonly isOpen?: boolean;
  readonly handle: (params: Readonly<Record<string, string>>, incoming: Incoming) => Answer;
}

/** Refuses a payload if it has faults; otherwise undefined. */
export function refusal(ledger: Ledger, { request }: Incoming, faults: readonly string[]): Answer | undefined {
  if (faults.length === 0) return undefined;
  for (const fault of faults) ledger.fault('refused payload', `${request.method} ${named(request.path)}: ${fault}`);
  return problem(400, 50035, 'Invalid Form Body', faults);
}

/**
 * Notes a message that could ping somebody. Discord would send it all the same, and so it is not
 * refused.
 */
export function noteMentions({ ledger, settings }: Parts, { request }: Incoming, message: unknown): void {
  const saysSomething = isRecord(message) && ['content', 'embeds', 'components'].some((key) => key in message);
  if (!settings.mentionsMustBeOff || !saysSomething) return;
  for (const fault of faultsOfMentions(message))
    ledger.fault('mentions', `${request.method} ${named(request.path)}: ${fault}`);
}

/** Whom a message of the bot pings, by its own `allowed_mentions`: all that it names, or nobody. */
export function pings(body: {
  readonly allowed_mentions?: { readonly parse?: readonly string[] | null } | null | undefined;
}): Partial<APIMessage> {
  return body.allowed_mentions?.parse?.length === 0 ? { mentions: [], mention_roles: [] } : {};
}

/** A path without its long tokens and ids, as a sentence wants it. */
function named(path: string): string {
  return path.replace(/[\w-]{60,}/g, '…').replace(/\d{15,}/g, '…');
}
