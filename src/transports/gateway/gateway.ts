/** Discord's gateway: hands raw payloads to the pure core and carries its replies out. */

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
import { createCooldown, type Admission } from '../../discord/cooldown.ts';
import { inviteLink } from '../../discord/invite.ts';
import { cooldownNotice, isForBot, respondToMessage } from '../../discord/respond-to-message.ts';
import { makeAhead } from '../../discord/make-ahead.ts';
import { respond } from '../../discord/respond.ts';
import type { ApiRequest } from '../../discord/reply.ts';
import type { Translators } from '../../i18n/translators.ts';
import type { Bot } from '../../bot/bot.ts';
import { createCallbacks, type Callbacks } from './callbacks.ts';
import { forgetInTime } from './cooldown-timer.ts';
import { describeFailure, registrationFailure, startFailure } from './discord-errors.ts';
import { createGatewayConnection } from './connection.ts';
import { forgetLastText } from './forget-last-text.ts';
import { createLog, type Log } from './log.ts';
import { registerCommands } from '../registration.ts';

/** How long replies that are under way may still take once the bot is told to stop. */
const FINISH_MS = 3_000;

interface Context {
  readonly bot: Bot;
  readonly rest: () => REST;
  readonly callbacks: Callbacks;
  readonly admit: (channel: string) => Admission;
  readonly log: Log;
}

/** The process that the bot runs in, as far as the gateway needs it. */
export interface GatewayHost {
  /** Takes lines for the operator. */
  readonly output: Writable;
  /** Told once, where `output` can't be written to. */
  readonly errorOutput: Writable;
  readonly toldToStop: Promise<void>;
  /** Calls the listener for every rejection that nobody handles, in place of ending the process. */
  readonly onUnhandledRejection: (listener: (reason: unknown) => void) => void;
}

/**
 * Runs until it is told to stop. Calls that hang are left behind: the process must be ended then.
 * @throws OperatorError where the bot can't start, or can't go on.
 */
export async function runGateway(config: GatewayConfig, bot: Bot, host: GatewayHost): Promise<void> {
  const { translators } = bot;
  const { toldToStop, onUnhandledRejection } = host;
  const log = createLog({ ...config, ...host });
  const unfinished = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    unfinished.add(work);
    void work.then(() => unfinished.delete(work));
  };
  const connection = createGatewayConnection({
    ...config,
    log,
    onUnhandledRejection,
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
    bot,
    rest: connection.rest,
    callbacks: createCallbacks(config.apiUrl),
    admit: createAdmission(),
    log,
  };

  const start = async (): Promise<void> => {
    const { applicationId } = await connection.open();
    // Before the commands are registered: in one server, that takes a bot that was invited.
    log.info(`Connected. To put the bot into a server: ${inviteLink(applicationId)}`);
    try {
      await registerCommands(connection.rest(), applicationId, translators, config.guildId);
    } catch (error) {
      throw registrationFailure(error, config.guildId, 'the link above');
    }
    for (const _ of makeAhead(bot)) await nextTurn(); // whoever asks meanwhile is answered between two steps
  };
  try {
    await Promise.race([toldToStop, connection.closedForGood, start().then(() => toldToStop)]);
  } catch (error) {
    throw startFailure(error);
  } finally {
    await Promise.all([connection.close(), Promise.race([Promise.all(unfinished), wait(FINISH_MS)])]);
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

async function answer(interaction: APIInteraction, { bot, rest, callbacks, log }: Context): Promise<void> {
  const since = performance.now();
  await carryOut('answering a command or a press', log, async () => {
    const { response, after = [], ifAfterFails } = respond(interaction, bot);
    log.debug(
      `An interaction of type ${interaction.type} was decided in ${(performance.now() - since).toFixed(1)} ms.`,
    );
    await callbacks.respond(interaction, response, since);
    try {
      for (const call of after) await send(call, rest());
    } catch (error) {
      if (ifAfterFails)
        await rest().post(Routes.webhook(interaction.application_id, interaction.token), {
          body: ifAfterFails,
          auth: false,
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

async function answerMessage(
  incoming: GatewayMessageCreateDispatchData,
  botId: string,
  { bot, rest, admit, log }: Context,
): Promise<void> {
  await carryOut('replying to a message', log, async () => {
    if (!isForBot(incoming, botId)) return;
    const admission = admit(incoming.channel_id);
    log.debug(`A message for the bot: ${admission}.`);
    const call =
      admission === 'answer'
        ? respondToMessage(incoming, bot)
        : admission === 'notice'
          ? cooldownNotice(incoming, bot)
          : undefined;
    if (call) await send(call, rest());
  });
}

/** Asks the cooldown, which forgets the channel in time. */
function createAdmission(): (channel: string) => Admission {
  const cooldown = createCooldown();
  const forgetLater = forgetInTime(cooldown);
  return (channel) => {
    const admission = cooldown.admit(channel, performance.now());
    forgetLater();
    return admission;
  };
}

async function send(call: ApiRequest, rest: REST): Promise<void> {
  switch (call.method) {
    case 'POST':
      await rest.post(call.route, { body: call.body });
      return;
    case 'DELETE':
      await rest.delete(call.route);
      return;
  }
}

/**
 * Tells the operator what fails, without a word of what was asked or who asked, and goes on.
 */
async function carryOut(what: string, log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.info(`Failed while ${what}: ${error instanceof Error ? describeFailure(error) : 'unknown error'}.`);
  } finally {
    forgetLastText();
  }
}
