/** Program: the bot on Cloudflare Workers, which has no process, files, or signals. */

import { createBot, ODD_QUESTION, type Bot } from '../bot/bot.ts';
import type { Prepared } from '../bot/prepared.ts';
import { unpack } from '../build/packed.ts';
import { readWorkerConfig, type Environment } from '../config/config.ts';
import { OperatorError } from '../config/operator-error.ts';
import { respond } from '../discord/respond.ts';
import { createEndpoint, type Endpoint } from '../transports/http/endpoint.ts';
import { createFollowUps } from '../transports/http/follow-ups.ts';
import prepared from '../prepared.bin';

/** What Cloudflare hands along with a request. */
interface ExecutionContext {
  /** Keeps the Worker running until this is done, for 30 seconds at most. */
  readonly waitUntil: (work: Promise<void>) => void;
}

/** How many questions are answered before the first request. */
const WARM_UP = 10;

// Made before the first request, as a start may take more CPU than a request.
export default createWorker(warmedUp(createBot(unpack(new Uint8Array(prepared)) as Prepared)));

/**
 * Does what the first readers would wait for: JavaScript reads what it knows of each locale, and
 * compiles the code that answers. The questions are the same each time. No part of replies is made
 * ahead: that takes a start longer than it saves the first answers.
 */
function warmedUp(bot: Bot): Bot {
  for (const translator of bot.translators.all) translator.makeAhead();
  // Cut short, as the matcher decides nothing where an entry's own question is asked.
  for (const { question } of bot.faq.entries.slice(0, WARM_UP)) bot.answerer.ask(question.slice(0, -2));
  bot.answerer.ask(ODD_QUESTION);
  return bot;
}

/** Variables and secrets come with each request, and are the same each time. */
function createWorker(bot: Bot) {
  let endpoint: Endpoint | undefined;
  return {
    async fetch(request: Request, environment: Environment, context: ExecutionContext): Promise<Response> {
      try {
        endpoint ??= createEndpointFor(bot, environment);
      } catch (error) {
        if (!(error instanceof OperatorError)) throw error;
        console.error(`Configuration: ${error.message}`);
        return new Response('The Worker has a wrong setting; its logs say which.', { status: 500 });
      }
      return endpoint(request, (work) => context.waitUntil(work()));
    },
  };
}

function createEndpointFor(bot: Bot, environment: Environment): Endpoint {
  const { publicKey, token, apiUrl, visibility } = readWorkerConfig(environment);
  const configured = { ...bot, settings: { visibility, canPost: token !== undefined } };
  const tell = (line: string): void => console.log(line);
  return createEndpoint({
    publicKey,
    respond: (interaction) => respond(interaction, configured),
    followUp: createFollowUps({ fetch: (url, init) => fetch(url, init), token, apiUrl, tell }),
    now: Date.now,
    tell,
  });
}
