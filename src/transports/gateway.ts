/** Discord's gateway: hands raw payloads to the pure core and carries its replies out. */

import {
  ActivityType,
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Routes,
  type APIInteraction,
  type GatewayMessageCreateDispatchData,
} from 'discord.js';
import type { GatewayConfig, LogLevel } from '../config.ts';
import type { App } from '../discord/app.ts';
import { createCoolDown, type Admission } from '../discord/cool-down.ts';
import { inviteLink } from '../discord/invite.ts';
import { isAsked, replyTo, restReply } from '../discord/reply-to.ts';
import { respond } from '../discord/respond.ts';
import type { RestCall } from '../discord/responded.ts';
import type { Restored } from '../prepared.ts';
import { withoutSecrets } from '../program.ts';
import { forgetInTime } from './cool-down-timer.ts';
import { closedForGood, describeFailure, startFailure } from './discord-failures.ts';
import { registerCommands } from './registration.ts';

/** Runs until the process is told to stop. @throws OperatorError where the bot can't start: a refused token, no network. */
export async function runGateway(config: GatewayConfig, restored: Restored): Promise<void> {
  const app: App = { ...restored, visibility: config.visibility };
  const log = createLog(config.logLevel);
  const client = createClient(config, app);
  // discord.js would throw what nobody listens to.
  client.on(Events.Error, (error) => log.info(`Discord: ${describeFailure(error)}`));
  client.rest.on('rateLimited', ({ timeToReset }) => log.info(`Discord asks to wait ${timeToReset} ms before the next call.`));

  const admit = createAdmission();
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => void answer(client, interaction, app, log));
  client.ws.on(
    GatewayDispatchEvents.MessageCreate,
    (incoming: GatewayMessageCreateDispatchData) => void answerMessage(client, incoming, app, admit, log),
  );

  const stopped = untilStopped(client);
  stopped.catch(() => undefined); // awaited only once the bot has started: until then the login tells why it ended
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    const started = client.login(config.token).then(() => ready);
    const connected = await Promise.race([started, stopped]);
    if (!connected) return; // told to stop before it had started
    const { application } = connected;
    await registerCommands(client.rest, application.id, restored.wordings, config.guildId);
    log.info(`Connected. To put the bot into a server: ${inviteLink(application.id)}`);
  } catch (error) {
    await client.destroy();
    throw startFailure(error);
  }
  await stopped;
}

function createClient({ apiUrl }: GatewayConfig, { wordings }: App): Client {
  return new Client({
    // Neither is privileged: of messages that are not for the bot, Discord tells that they were sent, but not what they say.
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Nothing is kept: not even the messages that discord.js would hold in memory.
    makeCache: Options.cacheWithLimits({ MessageManager: 0, UserManager: 0, GuildMemberManager: 0, PresenceManager: 0, ThreadManager: 0 }),
    presence: { activities: [{ type: ActivityType.Custom, name: 'ask', state: wordings.in(undefined).say('presence', {}) }] },
    rest: { ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
}

async function answer(client: Client, interaction: APIInteraction, app: App, log: Log): Promise<void> {
  const since = performance.now();
  await carryOut('answering a command or a press', log, async () => {
    const { response, after = [], ifAfterFails } = respond(interaction, app);
    log.debug(`An interaction of type ${interaction.type} was decided in ${(performance.now() - since).toFixed(1)} ms.`);
    await client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body: response, auth: false });
    try {
      for (const call of after) await send(client, call);
    } catch (error) {
      if (ifAfterFails)
        await client.rest.post(Routes.webhook(interaction.application_id, interaction.token), { body: ifAfterFails, auth: false });
      throw error;
    }
  });
}

async function answerMessage(
  client: Client,
  incoming: GatewayMessageCreateDispatchData,
  app: App,
  admit: (channel: string) => Admission,
  log: Log,
): Promise<void> {
  await carryOut('replying to a message', log, async () => {
    if (!client.user || !isAsked(incoming, client.user.id)) return;
    const admission = admit(incoming.channel_id);
    log.debug(`A message for the bot: ${admission}.`);
    const call =
      admission === 'answer' ? replyTo(incoming, client.user.id, app) : admission === 'say' ? restReply(incoming, app) : undefined;
    if (call) await send(client, call);
  });
}

/** Asks the cool-down, which forgets the channel in time. */
function createAdmission(): (channel: string) => Admission {
  const coolDown = createCoolDown();
  const forgetLater = forgetInTime(coolDown);
  return (channel) => {
    const admission = coolDown.admit(channel, performance.now());
    forgetLater();
    return admission;
  };
}

async function send(client: Client, call: RestCall): Promise<void> {
  switch (call.method) {
    case 'POST':
      await client.rest.post(call.route, { body: call.body });
      return;
    case 'DELETE':
      await client.rest.delete(call.route);
      return;
  }
}

/** What fails is told to the operator, without a word of what was asked or who asked, and dropped: the bot goes on. */
async function carryOut(what: string, log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.info(`Failed while ${what}: ${error instanceof Error ? describeFailure(error) : 'unknown error'}.`);
  } finally {
    forgetLastText();
  }
}

/** JavaScript keeps the text that a regular expression last matched (`RegExp.input`) until the next match: here an empty one, so that no question stays. */
function forgetLastText(): void {
  /^/.test('');
}

/** Resolves when the process is told to stop. @throws OperatorError when Discord closes the connection for good. */
function untilStopped(client: Client): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => void client.destroy().then(resolve);
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    client.on(Events.ShardDisconnect, ({ code }) => {
      const failure = closedForGood(code);
      if (failure) void client.destroy().then(() => reject(failure));
    });
  });
}

/** Lines for the operator. */
interface Log {
  readonly info: (line: string) => void;
  readonly debug: (line: string) => void;
}

function createLog(level: LogLevel): Log {
  const info = (line: string): void => void process.stdout.write(`${withoutSecrets(line)}\n`);
  return { info, debug: level === 'debug' ? info : () => undefined };
}
