/** Sends what follows a response: a deletion, a reply posted to a message. */

import { RESTJSONErrorCodes, Routes, type APIInteraction } from 'discord-api-types/v10';
import { isFromDiscord } from '../../discord/from-discord.ts';
import type { ApiRequest, Reply } from '../../discord/reply.ts';

const DISCORD_API = 'https://discord.com/api';

/** How long Discord gets to take in the response before anything follows it. */
const HEAD_START_MS = 100;
/** How often each request is tried, and how long each attempt may take. */
const ATTEMPTS = 3;
const ATTEMPT_MS = 4_000;
/** How long to wait before the second attempt where Discord does not say. It doubles each time. */
const FIRST_PAUSE_MS = 250;
/**
 * After how long all that follows a response is given up, waits included, and after how long
 * telling the reader so. Together they take less than the half minute for which anybody is
 * remembered, and after which Cloudflare ends all work.
 */
const GIVE_UP_MS = 12_000;
const GIVE_UP_TELLING_MS = 4_000;

/** The web's own `fetch`, as far as it is used. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface FollowUpOptions {
  readonly fetch: Fetch;
  /** Posts messages in the bot's name. Without it, only the interaction's own token is used. */
  readonly token?: string | undefined;
  /** Address of Discord's REST API without its version; Discord's own when absent. */
  readonly apiUrl?: string | undefined;
  /** Takes lines for the operator. */
  readonly tell: (line: string) => void;
}

/** @returns a function that never rejects: what fails is told. */
export function createFollowUps({
  fetch,
  token,
  apiUrl = DISCORD_API,
  tell,
}: FollowUpOptions): (reply: Reply, interaction: APIInteraction) => Promise<void> {
  /**
   * @param until when to give up, by `Date.now()`
   * @throws Error that says how Discord refused it, without the route and without a token
   */
  async function send(call: ApiRequest, until: number): Promise<void> {
    // A route below /webhooks holds the interaction's token, and takes no other.
    const isWebhook = call.route.startsWith('/webhooks/');
    const init = {
      method: call.method,
      redirect: 'manual' as const, // Discord's API has no redirections: a login page's are not followed
      headers: {
        ...(!isWebhook && token !== undefined && { authorization: `Bot ${token}` }),
        ...(call.method === 'POST' && { 'content-type': 'application/json' }),
      },
      ...(call.method === 'POST' && { body: JSON.stringify(call.body) }),
    };
    for (let attempt = 1; ; attempt += 1) {
      const patienceMs = Math.max(0, Math.min(ATTEMPT_MS, until - Date.now()));
      const refusal = await tryOnce(`${apiUrl}/v10${call.route}`, init, patienceMs);
      if (refusal === undefined) return;
      const pause = refusal.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (attempt - 1);
      const isInTime = Date.now() + pause < until;
      if (!refusal.mayPass || attempt === ATTEMPTS || !isInTime) throw new Error(refusal.reason);
      await wait(pause);
    }
  }

  async function tryOnce(url: string, init: RequestInit, patienceMs: number): Promise<Refusal | undefined> {
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) });
      const text = await response.text(); // read in any case, to free the connection
      const { status, headers } = response;
      if (!isFromDiscord(status, headers.get('content-type')))
        return { reason: `something else than Discord answered (status ${status})`, mayPass: false };
      return status >= 400 ? refusalOf(response, text) : undefined;
    } catch (error) {
      return { reason: `no connection to Discord (${codeOf(error)})`, mayPass: true };
    }
  }

  return async ({ after = [], ifAfterFails }, { application_id: application, token: interactionToken }) => {
    await wait(HEAD_START_MS);
    const until = Date.now() + GIVE_UP_MS;
    try {
      for (const call of after) await send(call, until);
    } catch (error) {
      tell(`Failed while following up a response: ${reasonOf(error)}.`);
      if (ifAfterFails) {
        const route = Routes.webhook(application, interactionToken);
        await send({ method: 'POST', route, body: ifAfterFails }, Date.now() + GIVE_UP_TELLING_MS).catch(
          (failure: unknown) => tell(`Failed while telling the reader so: ${reasonOf(failure)}.`),
        );
      }
    }
  };
}

interface Refusal {
  readonly reason: string;
  /** Whether the next attempt can turn out otherwise. */
  readonly mayPass: boolean;
  readonly retryAfterMs?: number;
}

function refusalOf({ status, headers }: Response, text: string): Refusal {
  const code = errorCodeIn(text);
  const seconds = Number(headers.get('retry-after'));
  return {
    reason: `Discord answered ${status}${code === undefined ? '' : ` (error ${code})`}`,
    // The interaction is not known until Discord has taken in the response to it.
    mayPass: status >= 500 || status === 429 || code === RESTJSONErrorCodes.UnknownWebhook,
    ...(seconds > 0 && { retryAfterMs: 1000 * seconds }),
  };
}

/** Discord's own error; other servers on the way answer with something else. */
function errorCodeIn(text: string): number | undefined {
  try {
    const value = JSON.parse(text) as { readonly code?: unknown } | null;
    return typeof value?.code === 'number' && value.code !== 0 ? value.code : undefined;
  } catch {
    return undefined;
  }
}

/** Never the message: it may hold the address, and so the token. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error instanceof Error ? error.name : 'unknown error';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown error';
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
