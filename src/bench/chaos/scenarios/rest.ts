/** Discord's REST API refuses, fails, hangs, or can't be reached. */

import type { Failure } from '../../local-discord/index.ts';
import { pause } from '../../local-discord/ledger.ts';
import type { Doing } from '../readers.ts';
import { NO_LONGER, type Expected, type Scenario } from '../scenario.ts';

/** How many readers do something while it lasts, and after. */
const MEANWHILE = 4;
/** How long it may take until the commands are registered again. */
const REGISTERED_MS = 90_000;
const LOOK_EVERY_MS = 100;

/** A call that the bot makes while it runs. */
interface Call {
  readonly name: string;
  /** The beginning of its method and path. */
  readonly match: string;
  readonly act: Doing;
  /** Discord's own error code where it is not found. */
  readonly notFound: number;
  /** How the line begins that tells of a failure. */
  readonly line: string;
}

const ANSWERING = 'Failed while answering a command or a press: ';
const FOLLOWING_UP = 'Failed while posting or deleting a reply: ';
const CALLS: readonly Call[] = [
  { name: 'callback', match: 'POST /interactions', act: 'ask', notFound: 10062, line: ANSWERING },
  {
    name: 'reply',
    match: 'POST /channels',
    act: 'mention',
    notFound: 10003,
    line: 'Failed while replying to a message: ',
  },
  { name: 'posted answer', match: 'POST /channels', act: 'post', notFound: 10003, line: FOLLOWING_UP },
  { name: 'deletion', match: 'DELETE /webhooks', act: 'remove', notFound: 10015, line: FOLLOWING_UP },
];

interface Trouble {
  readonly name: string;
  readonly failure: (call: Pick<Call, 'notFound'>) => Omit<Failure, 'match'>;
  /** Whether the bot gets it through all the same. */
  readonly passes: boolean;
  readonly isShort?: boolean;
  /** Whether Discord can be expected to be back later on, where it lasts. */
  readonly isPassing?: boolean;
  /** Whether something else answers in Discord's place. */
  readonly isForeign?: boolean;
  /** Whether the bot is told to wait for longer than the scenario lasts. */
  readonly lasts?: boolean;
  /** Whether it is tried at the start, too; true unless told. */
  readonly isAtStart?: boolean;
}

const RETRY_AFTER = 0.3;
const TROUBLES: readonly Trouble[] = [
  { name: '401, once', failure: () => ({ status: 401 }), passes: false },
  { name: '403, once', failure: () => ({ status: 403, code: 50013 }), passes: false },
  { name: '404, once', failure: ({ notFound }) => ({ status: 404, code: notFound }), passes: false },
  {
    name: '429 that says how long, twice',
    failure: () => ({ status: 429, retryAfter: RETRY_AFTER, times: 2 }),
    passes: true,
    isShort: true,
  },
  { name: '429 that does not, 3 times', failure: () => ({ status: 429, retryAfter: null, times: 3 }), passes: true },
  {
    name: '429 for all calls, once',
    failure: () => ({ status: 429, retryAfter: RETRY_AFTER, global: true }),
    passes: true,
  },
  {
    name: '429 for a minute',
    lasts: true,
    failure: () => ({ status: 429, retryAfter: 60, times: Infinity }),
    passes: false,
    isAtStart: false,
  },
  {
    name: '429 for all calls, for a minute',
    lasts: true,
    failure: () => ({ status: 429, retryAfter: 60, global: true, times: Infinity }),
    passes: false,
    isAtStart: false,
  },
  {
    name: '429 that does not, for good',
    failure: () => ({ status: 429, retryAfter: null, times: Infinity }),
    passes: false,
    isAtStart: false,
  },
  { name: '500, twice', failure: () => ({ status: 500, times: 2 }), passes: true },
  {
    name: '502, for good',
    isPassing: true,
    failure: () => ({ status: 502, times: Infinity }),
    passes: false,
    isShort: true,
  },
  { name: 'no answer, once', failure: () => ({ status: 'hang' }), passes: true },
  { name: 'no answer, for good', isPassing: true, failure: () => ({ status: 'hang', times: Infinity }), passes: false },
  { name: 'reset, once', failure: () => ({ status: 'reset' }), passes: true },
  { name: 'reset, for good', isPassing: true, failure: () => ({ status: 'reset', times: Infinity }), passes: false },
  { name: 'closed, once', failure: () => ({ status: 'drop' }), passes: true },
  { name: 'done, but the answer is lost', failure: () => ({ status: 'lost' }), passes: true, isAtStart: false },
  {
    name: 'a page of another server, for good',
    isForeign: true,
    failure: () => ({ status: 403, page: '<html>', times: Infinity }),
    passes: false,
  },
];

/** Calls that the bot makes before it can do anything. */
const START_CALLS = [
  { name: 'gateway address', match: 'GET /gateway', notFound: 0, line: 'The bot could not start: ' },
  { name: 'registration', match: 'PUT /applications', notFound: 10002, line: 'The commands could not be registered: ' },
] as const;

/** The status of a program that ends by itself, by the name of what it ends with. */
const ENDS = { token: 2, start: 1 } as const;

/** Once a minute at most, whoever has to wait. */
const LIMITED = /^Discord asks to wait \d+ ms before the next call\./;

export const REST_SCENARIOS: readonly Scenario[] = [
  ...START_CALLS.flatMap((call) =>
    TROUBLES.filter(({ isAtStart = true }) => isAtStart).map((trouble) => atStart(call, trouble)),
  ),
  ...CALLS.flatMap((call) => TROUBLES.map((trouble) => whileRunning(call, trouble))),
];

function whileRunning(call: Call, trouble: Trouble): Scenario {
  const { name, failure, passes, isShort = false, lasts = false, isPassing = false, isForeign = false } = trouble;
  return {
    fault: `${call.name}: ${name}`,
    isShort: isShort && (call.act === 'ask' || call.act === 'mention'),
    async play({ startAndConnect, readers, discord, recover }) {
      await startAndConnect();
      discord.failNext({ match: call.match, ...failure(call) });
      await readers[call.act](MEANWHILE);
      discord.stopFailing();
      await recover();
      if (!lasts) await readers[call.act](1);
    },
    expected: {
      // Waits for limits may time out, which passes.
      mayTell: [LIMITED, ...(name.startsWith('429') ? [NO_LONGER] : [])],
      ...(!passes && {
        mayRefuse: true,
        lines: [new RegExp(`^${call.line}`), ...(isPassing || isForeign ? [NO_LONGER] : [])],
        mostLines: MEANWHILE + 3,
      }),
    },
  };
}

function atStart(call: (typeof START_CALLS)[number], trouble: Trouble): Scenario {
  const { name, failure, passes, isPassing = false } = trouble;
  if (call.match.startsWith('PUT') && isPassing) return registeredLater(call, trouble);
  const isTokenRefused = name.startsWith('401');
  const ending: Expected = {
    exit: isTokenRefused ? ENDS.token : ENDS.start,
    lines: [isTokenRefused ? /^Discord refused the token \(DISCORD_TOKEN\)/ : new RegExp(`^${call.line}`)],
  };
  return {
    fault: `${call.name}: ${name}`,
    async play({ start, startAndConnect, readers, discord }) {
      discord.failNext({ match: call.match, ...failure(call) });
      if (!passes) return void start();
      await startAndConnect();
      await readers.ask(MEANWHILE);
    },
    expected: { mayTell: [LIMITED], ...(!passes && ending) },
  };
}

/** The commands that were registered by an earlier start work all the while. */
function registeredLater(call: (typeof START_CALLS)[number], { name, failure }: Trouble): Scenario {
  return {
    fault: `${call.name}: ${name}`,
    async play({ start, readers, discord, untilConnected }) {
      discord.failNext({ match: call.match, ...failure(call) });
      const bot = start();
      while (!bot.written().includes(call.line)) await pause(LOOK_EVERY_MS);
      await readers.ask(MEANWHILE);
      discord.stopFailing();
      await untilConnected(REGISTERED_MS);
      await pause(LOOK_EVERY_MS);
    },
    expected: { lines: [new RegExp(`^${call.line}.*trying again each minute`), /^The commands are registered now\.$/] },
  };
}
