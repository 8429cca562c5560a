/** Discord's gateway: hands raw payloads to the pure core and carries its replies out. */

import { setMaxListeners } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { REST } from '@discordjs/rest';
import {
  ActivityType,
  GatewayDispatchEvents,
  PresenceUpdateStatus,
  Routes,
  type APIInteraction,
  type GatewayMessageCreateDispatchData,
  type GatewayPresenceUpdateData,
} from 'discord-api-types/v10';
import type { GatewayConfig } from '../../config/config.ts';
import { inviteLink } from '../../discord/invite.ts';
import { cooldownNotice, isForBot, respondToMessage } from '../../discord/respond-to-message.ts';
import { makeAhead } from '../../discord/make-ahead.ts';
import { refuse, respond } from '../../discord/respond.ts';
import type { ApiRequest, Reply } from '../../discord/reply.ts';
import { isInteraction, isMessage } from '../../discord/well-formed.ts';
import type { Translators } from '../../i18n/translators.ts';
import type { Bot } from '../../bot/bot.ts';
import { createAdmissions, type Admissions } from '../shared/admissions.ts';
import { createCallbacks, type Callbacks } from './callbacks.ts';
import { createCounts, type Counts } from '../shared/counts.ts';
import {
  describeFailure,
  isAnsweredElsewhere,
  isGone,
  isOutage,
  mayPass,
  registrationFailure,
  startFailure,
} from './discord-errors.ts';
import { createGatewayConnection } from './connection.ts';
import { createFailures, type Failures } from './outages.ts';
import { forgetLastText } from '../shared/forget-last-text.ts';
import { createLog, oncePerMinute, type Log } from '../shared/log.ts';
import { createRepeatedLines, type TellRepeatedly } from '../shared/repeated-lines.ts';
import { registerCommands } from '../registration.ts';

/** How long the first request takes to be on its way. */
const UNTIL_ASKED_MS = 5;

/**
 * How long replies that are under way may still take once the bot is told to stop: longer than one
 * may wait for a rate limit.
 */
const FINISH_MS = 5_000;

/** How long to wait before the commands are registered again where Discord could not take them. */
const REGISTER_AGAIN_MS = 60_000;

/**
 * After how long a call that can't be made is given up. With the longest wait for a rate limit
 * after each, all that an interaction leads to takes less than the half minute for which anybody is
 * remembered.
 */
const GIVE_UP_MS = 12_000;
/** The same for telling a reader that a call was given up. */
const GIVE_UP_TELLING_MS = 4_000;

/**
 * The same once the bot is told to stop: longer than a call may wait for a rate limit, and short
 * enough to tell a reader then that what was promised was not done.
 */
const GIVE_UP_AT_STOP_MS = 4_200;

interface Context {
  readonly bot: Bot;
  readonly rest: () => REST;
  readonly callbacks: Callbacks;
  readonly admissions: Admissions;
  /** How many replies are under way. */
  readonly waiting: () => number;
  /** Tells the operator that a message was not answered, as too many came. */
  readonly tellOfDropped: () => void;
  readonly tellOfFailure: TellRepeatedly;
  readonly failures: Failures;
  readonly counts: Counts;
  /** The option of a call that is given up in time, so that who asked is not kept in memory. */
  readonly givingUp: GivingUp;
  readonly log: Log;
}

type GivingUp = (afterMs: number) => { readonly signal: AbortSignal };

/** The process that the bot runs in, as far as the gateway needs it. */
export interface GatewayHost {
  /** Takes lines for the operator. */
  readonly output: Writable;
  /** Told once, where `output` can't be written to. */
  readonly errorOutput: Writable;
  readonly toldToStop: Promise<void>;
  /** Called while Discord is asked to let the bot in: what need not be done before that. */
  readonly whileConnecting: () => void;
  /** Calls the listener for every rejection that nobody handles, in place of ending the process. */
  readonly onUnhandledRejection: (listener: (reason: unknown) => void) => void;
}

/**
 * Runs until it is told to stop. Calls that hang are left behind: the process must be ended then.
 * @throws OperatorError where the bot can't start, or can't go on.
 */
export async function runGateway(config: GatewayConfig, bot: Bot, host: GatewayHost): Promise<void> {
  const { translators } = bot;
  const { toldToStop, whileConnecting, onUnhandledRejection } = host;
  const log = await createLog({ ...config, ...host });
  const counts = createCounts(log.info);
  const tellOfDropped = oncePerMinute(log.info);
  const tellOfUnregistered = createRepeatedLines(log.info);
  const unfinished = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    unfinished.add(work);
    void work.then(() => unfinished.delete(work));
  };
  const connection = createGatewayConnection({
    ...config,
    log,
    onUnhandledRejection,
    onReconnect: counts.reconnected,
    presence: presenceIn(translators),
    onEvent(event, { botId }) {
      switch (event.t) {
        case GatewayDispatchEvents.InteractionCreate:
          return track(answer(event.d, context));
        case GatewayDispatchEvents.MessageCreate:
          return isWordless(event.d) ? undefined : track(answerMessage(event.d, botId, context));
        default: // Discord sends more events than the intents ask for: a bot gets some in any case.
      }
    },
  });
  const context: Context = {
    bot: counts.countAnswers(bot),
    rest: connection.rest,
    callbacks: createCallbacks(config.apiUrl),
    admissions: createAdmissions(),
    waiting: () => unfinished.size,
    tellOfDropped: () => tellOfDropped('More messages came than Discord lets the bot answer: one was left unanswered.'),
    tellOfFailure: createRepeatedLines(log.info),
    failures: createFailures(log.info),
    counts,
    givingUp: createGivingUp(toldToStop),
    log,
  };

  const start = async (): Promise<void> => {
    const opening = connection.open();
    await Promise.race([opening, wait(UNTIL_ASKED_MS)]);
    whileConnecting();
    const { applicationId } = await opening;
    // Before the commands are registered: in one server, that takes a bot that was invited.
    log.info(`Connected. To put the bot into a server: ${inviteLink(applicationId)}`);
    const isRegistered = await register(applicationId);
    for (const _ of makeAhead(bot)) await nextTurn(); // whoever asks meanwhile is answered between two steps
    if (isRegistered) return;
    do await wait(REGISTER_AGAIN_MS);
    while (!(await register(applicationId)));
    log.info('The commands are registered now.');
  };
  /**
   * @returns whether Discord has taken the commands; if not, it may later on
   * @throws OperatorError where it never will
   */
  const register = async (applicationId: string): Promise<boolean> => {
    try {
      await registerCommands(connection.rest(), applicationId, translators, config.guildId);
      return true;
    } catch (error) {
      const failure = registrationFailure(error, config.guildId, 'the link above');
      if (!mayPass(error)) throw failure;
      tellOfUnregistered(`${failure.message} Those registered before still work; trying again each minute.`);
      return false;
    }
  };
  try {
    await Promise.race([toldToStop, connection.closedForGood, start().then(() => toldToStop)]);
  } catch (error) {
    throw startFailure(error);
  } finally {
    await Promise.all([connection.close(), Promise.race([Promise.all(unfinished), wait(FINISH_MS)])]);
    counts.end();
    if (unfinished.size > 0) log.info(`Stopped before everything was sent: ${unfinished.size} left.`);
  }
}

function presenceIn(translators: Translators): GatewayPresenceUpdateData {
  const state = translators.default.t('presence');
  return {
    status: PresenceUpdateStatus.Online,
    activities: [{ type: ActivityType.Custom, name: 'ask', state }],
    since: null,
    afk: false,
  };
}

/** What the operator is told of an interaction or a message that lacks what the bot reads. */
const UNREADABLE = 'Discord sent something that can’t be read';

async function answer(interaction: unknown, context: Context): Promise<void> {
  const { bot, callbacks, admissions, counts, log } = context;
  const since = performance.now();
  const answered = await carryOut('answering a command or a press', context, async () => {
    if (!isInteraction(interaction)) throw new Error(UNREADABLE);
    const isAdmitted = admissions.interaction(interaction);
    if (!isAdmitted) counts.refused();
    const reply = (isAdmitted ? respond : refuse)(interaction, bot);
    log.debug(
      `An interaction of type ${interaction.type} was decided in ${(performance.now() - since).toFixed(1)} ms.`,
    );
    await callbacks.respond(interaction, reply.response, since);
    if (isAdmitted) counts.replied(performance.now() - since);
    return { interaction, reply };
  });
  if (answered?.reply.after) await followUp(answered.reply, answered.interaction, context);
}

/** Does what a response promised. */
async function followUp(
  { after = [], ifAfterFails }: Reply,
  { application_id: application, token }: APIInteraction,
  context: Context,
): Promise<void> {
  await carryOut('posting or deleting a reply', context, async () => {
    try {
      for (const call of after) await send(call, context);
      return after;
    } catch (error) {
      if (ifAfterFails)
        await context.rest().post(Routes.webhook(application, token), {
          body: ifAfterFails,
          auth: false,
          ...context.givingUp(GIVE_UP_TELLING_MS),
        });
      throw error;
    }
  });
}

/**
 * Whether a message comes from a server and without its words, as Discord sends all that do not
 * mention the bot: nearly every event is one, and must cost next to nothing. It may be malformed.
 */
function isWordless(incoming: Partial<GatewayMessageCreateDispatchData> | null): boolean {
  return incoming?.content === '' && incoming.guild_id !== undefined;
}

async function answerMessage(incoming: unknown, botId: string, context: Context): Promise<void> {
  const { bot, admissions, waiting, tellOfDropped, counts, log } = context;
  const since = performance.now();
  await carryOut('replying to a message', context, async () => {
    if (!isMessage(incoming)) throw new Error(UNREADABLE);
    if (!isForBot(incoming, botId)) return undefined;
    const admission = admissions.message(incoming.channel_id, incoming.author.id, waiting());
    log.debug(`A message for the bot: ${admission}.`);
    if (admission !== 'answer') counts.refused();
    switch (admission) {
      case 'answer': {
        const reply = await send(respondToMessage(incoming, bot), context);
        counts.replied(performance.now() - since);
        return reply;
      }
      case 'notice':
        return send(cooldownNotice(incoming, bot), context);
      case 'ignore':
        return undefined;
      case 'drop':
        tellOfDropped();
        return undefined;
    }
  });
}

/** @returns what was sent */
async function send(call: ApiRequest, { rest, givingUp }: Context): Promise<ApiRequest> {
  switch (call.method) {
    case 'POST':
      await rest().post(call.route, { body: call.body, ...givingUp(GIVE_UP_MS) });
      return call;
    case 'DELETE':
      await rest()
        .delete(call.route, givingUp(GIVE_UP_MS))
        .catch((error: unknown) => {
          if (!isGone(error)) throw error; // else it was deleted by a call whose answer was lost, or by somebody
        });
      return call;
  }
}

function createGivingUp(toldToStop: Promise<void>): GivingUp {
  const underWay = new Set<AbortController>();
  void toldToStop
    .then(() => wait(GIVE_UP_AT_STOP_MS, undefined, { ref: false }))
    .then(() => underWay.forEach((call) => call.abort()));
  return (afterMs) => {
    const call = new AbortController();
    const { signal } = call;
    setMaxListeners(0, signal); // one for each attempt, which are many where Discord asks to wait
    underWay.add(call);
    setTimeout(() => {
      underWay.delete(call);
      call.abort();
    }, afterMs).unref();
    return { signal };
  };
}

/**
 * Tells the operator what fails, and when it no longer does, without a word of what was asked or
 * who asked, and goes on.
 * @param work what it gives has been sent; `undefined` if there was nothing to send
 * @returns what `work` gives; `undefined` if it failed
 */
async function carryOut<Sent>(
  what: string,
  { counts, tellOfFailure, failures }: Context,
  work: () => Promise<Sent | undefined>,
): Promise<Sent | undefined> {
  const since = performance.now();
  try {
    const sent = await work();
    if (sent !== undefined) failures.succeeded(what, since);
    return sent;
  } catch (error) {
    counts.failed(error);
    const line = `Failed while ${what}: ${error instanceof Error ? describeFailure(error) : 'unknown error'}.`;
    if (isAnsweredElsewhere(error)) tellOfFailure(line, 1);
    else tellOfFailure(line);
    if (isOutage(error)) failures.failed(what, since);
    return undefined;
  } finally {
    forgetLastText();
  }
}
