/** Discord's gateway: hands raw payloads to the pure core and carries its replies out. */

import {
  Client,
  Events,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Routes,
  type APIInteraction,
  type GatewayMessageCreateDispatchData,
} from 'discord.js';
import type { GatewayConfig } from '../config.ts';
import type { App } from '../discord/app.ts';
import { inviteLink } from '../discord/invite.ts';
import { replyTo } from '../discord/reply-to.ts';
import { respond } from '../discord/respond.ts';
import type { Restored } from '../prepared.ts';
import { withoutSecrets } from '../program.ts';
import { closedForGood, describeFailure, startFailure } from './discord-failures.ts';
import { registerCommands } from './registration.ts';

/** Runs until the process is told to stop. @throws OperatorError where the bot can't start: a refused token, no network. */
export async function runGateway(config: GatewayConfig, restored: Restored): Promise<void> {
  const app: App = { ...restored, visibility: config.visibility };
  const client = createClient(config);
  // discord.js would throw what nobody listens to.
  client.on(Events.Error, (error) => log(`Discord: ${describeFailure(error)}`));
  client.rest.on('rateLimited', ({ timeToReset }) => log(`Discord asks to wait ${timeToReset} ms before the next call.`));

  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => void answer(client, interaction, app));
  client.ws.on(GatewayDispatchEvents.MessageCreate, (incoming: GatewayMessageCreateDispatchData) => void reply(client, incoming, app));

  const stopped = untilStopped(client);
  stopped.catch(() => undefined); // awaited only once the bot has started: until then the login tells why it ended
  try {
    const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(config.token);
    const { application } = await ready;
    await registerCommands(client.rest, application.id, restored.wordings, config.guildId);
    log(`Connected. To put the bot into a server: ${inviteLink(application.id)}`);
  } catch (error) {
    await client.destroy();
    throw startFailure(error);
  }
  await stopped;
}

function createClient({ apiUrl }: GatewayConfig): Client {
  return new Client({
    // Neither is privileged: Discord still hands over what is said to the bot, and only that.
    intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Nothing is kept: not even the messages that discord.js would hold in memory.
    makeCache: Options.cacheWithLimits({ MessageManager: 0, UserManager: 0, GuildMemberManager: 0, PresenceManager: 0, ThreadManager: 0 }),
    rest: { ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
}

async function answer(client: Client, interaction: APIInteraction, app: App): Promise<void> {
  await carryOut('answering a command', async () => {
    const { response } = respond(interaction, app);
    await client.rest.post(Routes.interactionCallback(interaction.id, interaction.token), { body: response, auth: false });
  });
}

async function reply(client: Client, incoming: GatewayMessageCreateDispatchData, app: App): Promise<void> {
  await carryOut('replying to a message', async () => {
    const call = client.user && replyTo(incoming, client.user.id, app);
    if (call) await client.rest.post(call.route, { body: call.body });
  });
}

/** A reply that fails is told to the operator, without a word of what was asked or who asked, and dropped: the bot goes on. */
async function carryOut(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log(`Failed while ${what}: ${error instanceof Error ? describeFailure(error) : 'unknown error'}`);
  }
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

function log(line: string): void {
  process.stdout.write(`${withoutSecrets(line)}\n`);
}
