/** The interactions endpoint on Node. */

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Writable } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Bot } from '../../bot/bot.ts';
import type { HttpConfig } from '../../config/config.ts';
import { EXIT, OperatorError } from '../../config/operator-error.ts';
import { makeAhead } from '../../discord/make-ahead.ts';
import { refuse, respond } from '../../discord/respond.ts';
import { createAdmissions } from '../shared/admissions.ts';
import { createCounts } from '../shared/counts.ts';
import { forgetLastText } from '../shared/forget-last-text.ts';
import { createLog } from '../shared/log.ts';
import { createRepeatedLines } from '../shared/repeated-lines.ts';
import { createEndpoint } from './endpoint.ts';
import { createFollowUps, type Fetch } from './follow-ups.ts';

/** Within these a request must have come; Discord's own come at once. */
const HEADERS_MS = 5_000;
const REQUEST_MS = 10_000;
/** How often requests that take longer are looked for and cut off. */
const CHECK_EVERY_MS = 1_000;
/** How long a client may take in nothing of the response. */
const STALLED_MS = 10_000;
/** How long an idle connection is kept: longer than load balancers do, which is a minute. */
const KEEP_ALIVE_MS = 75_000;

/** How long requests may still take once the bot is told to stop, and then what follows them. */
const FINISH_REQUESTS_MS = 2_500;
const FINISH_FOLLOW_UPS_MS = 2_500;

/** The process that the bot runs in, as far as the endpoint needs it. */
export interface HttpHost {
  /** Takes lines for the operator. */
  readonly output: Writable;
  /** Told once, where `output` can't be written to. */
  readonly errorOutput: Writable;
  readonly toldToStop: Promise<void>;
  readonly fetch: Fetch;
}

/**
 * Runs until it is told to stop. Calls that hang are left behind: the process must be ended then.
 * @throws OperatorError where it can't listen.
 */
export async function runHttp(config: HttpConfig, bot: Bot, { toldToStop, fetch, ...host }: HttpHost): Promise<void> {
  const log = await createLog({ ...config, token: config.token ?? '', ...host });
  // Node would keep the address of each `fetch`, and so the tokens of interactions.
  performance.setResourceTimingBufferSize(0);
  const tell = createRepeatedLines(log.info); // while Discord is down, each follow-up fails
  const counts = createCounts(log.info);
  const counted = counts.countAnswers(bot);
  const admissions = createAdmissions();
  const unfinished = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    unfinished.add(work);
    void work.then(() => unfinished.delete(work));
  };
  const endpoint = createEndpoint({
    publicKey: config.publicKey,
    respond(interaction) {
      const since = performance.now();
      try {
        if (admissions.interaction(interaction)) {
          const reply = respond(interaction, counted);
          counts.replied(performance.now() - since);
          return reply;
        }
        counts.refused();
        return refuse(interaction, bot);
      } finally {
        forgetLastText();
        log.debug(
          `An interaction of type ${interaction.type} was decided in ${(performance.now() - since).toFixed(1)} ms.`,
        );
      }
    },
    followUp: createFollowUps({ fetch, token: config.token, apiUrl: config.apiUrl, tell }),
    now: Date.now,
    tell,
  });
  const listener = getRequestListener((request, { outgoing }) =>
    // Nothing follows a response that the client did not wait for.
    endpoint(request, (work) => void outgoing.once('finish', () => track(work()))),
  );
  const server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: CHECK_EVERY_MS },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.setTimeout(STALLED_MS);

  log.info(`Listening on port ${await listen(server, config.port)} for Discord’s interactions.`);
  for (const _ of makeAhead(bot)) await nextTurn(); // whoever asks meanwhile is answered between two steps
  await toldToStop;
  await Promise.race([close(server), wait(FINISH_REQUESTS_MS)]);
  server.closeAllConnections();
  await Promise.race([Promise.all(unfinished), wait(FINISH_FOLLOW_UPS_MS)]);
  counts.end();
  if (unfinished.size > 0) log.info(`Stopped before everything was sent: ${unfinished.size} left.`);
}

/** @returns the port, which is another one than asked for where that is 0. */
async function listen(server: Server, port: number): Promise<number> {
  server.listen(port);
  try {
    await once(server, 'listening');
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new OperatorError(
      `PORT: can't listen on ${port} (${code}). Choose a port that is free and that this user may use.`,
      EXIT.configuration,
    );
  }
}

/** Resolves once no request is left. Connections that are idle, or become so, are ended. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const ending = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(ending);
}
