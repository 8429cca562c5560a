import { Client, GatewayDispatchEvents, GatewayIntentBits, Partials, Routes } from 'discord.js';
import {
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  type APIInteraction,
  type APIMessage,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { LocalDiscord } from '../../../src/bench/local-discord/index.ts';

const QUIET = { parse: [] };
const COMMANDS: RESTPutAPIApplicationCommandsJSONBody = [
  {
    name: 'ask',
    description: 'Ask',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      { type: 3, name: 'question', description: 'What to ask', required: true, autocomplete: true, max_length: 200 },
      { type: 5, name: 'private', description: 'For you alone' },
    ],
  },
  { name: 'Ask the report', type: 3, contexts: [0, 1, 2], integration_types: [0, 1] },
];

/**
 * A bot just big enough to use every part of the local Discord: a real client, with raw payloads.
 */
export async function startTestBot(discord: LocalDiscord, token = discord.token): Promise<Client> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: discord.apiUrl, version: '10', timeout: 700 },
    // Spares the tests the five seconds which a client leaves between two logins.
    ws: { buildIdentifyThrottler: () => ({ waitForIdentify: () => Promise.resolve() }) },
  });
  client.on('error', () => {});
  const answer = async ({ id, token: secret }: APIInteraction, body: unknown): Promise<void> => {
    await client.rest.post(Routes.interactionCallback(id, secret), { body, auth: false }).catch(() => {});
  };
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw: APIInteraction) => void answerTo(raw, answer, client));
  client.ws.on(GatewayDispatchEvents.MessageCreate, (raw: APIMessage & { guild_id?: string }) => {
    if (raw.author.bot || raw.content === '') return;
    const message_reference = { message_id: raw.id, fail_if_not_exists: false };
    void client.rest
      .post(Routes.channelMessages(raw.channel_id), {
        body: { content: `You said: ${raw.content}`, allowed_mentions: QUIET, message_reference },
      })
      .catch(() => {});
  });
  await client.login(token);
  await client.rest.put(Routes.applicationCommands(discord.applicationId), { body: COMMANDS });
  return client;
}

async function answerTo(
  raw: APIInteraction,
  answer: (raw: APIInteraction, body: unknown) => Promise<void>,
  client: Client,
): Promise<void> {
  if (raw.type === InteractionType.ApplicationCommandAutocomplete) {
    return answer(raw, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: [{ name: 'How was he found?', value: 'how-found' }] },
    });
  }
  if (raw.type === InteractionType.MessageComponent) {
    const { custom_id } = raw.data;
    if (custom_id === 'delete') {
      await answer(raw, { type: InteractionResponseType.DeferredMessageUpdate });
      await client.rest.delete(Routes.webhookMessage(raw.application_id, raw.token, '@original'), { auth: false });
      return;
    }
    const chosen = 'values' in raw.data ? raw.data.values.join() : custom_id;
    return answer(raw, {
      type: InteractionResponseType.UpdateMessage,
      data: { components: [{ type: ComponentType.TextDisplay, content: `used ${chosen}` }], allowed_mentions: QUIET },
    });
  }
  if (raw.type !== InteractionType.ApplicationCommand) return;
  const options = 'options' in raw.data ? (raw.data.options ?? []) : [];
  const values = Object.fromEntries(options.map((option) => [option.name, 'value' in option ? option.value : '']));
  const question =
    'target_id' in raw.data
      ? Object.values('messages' in raw.data.resolved ? raw.data.resolved.messages : {})[0]?.content
      : values['question'];
  if (question === 'sleep') return;
  const respond = (): Promise<void> => answer(raw, reply(String(question), values['private'] === true));
  if (question === 'late') await new Promise((resolve) => setTimeout(resolve, 550));
  await respond();
  if (question === 'twice') await respond();
  if (question === 'more') {
    await client.rest.post(Routes.webhook(raw.application_id, raw.token), {
      body: { content: 'and more', allowed_mentions: QUIET },
      auth: false,
    });
    await client.rest.patch(Routes.webhookMessage(raw.application_id, raw.token), {
      body: { components: [{ type: ComponentType.TextDisplay, content: 'edited' }], allowed_mentions: QUIET },
      auth: false,
    });
  }
}

function reply(question: string, isPrivate: boolean): object {
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: {
      flags: MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0),
      allowed_mentions: QUIET,
      components: [
        { type: ComponentType.TextDisplay, content: `> ${question}` },
        ...(question === 'refused' ? [{ type: ComponentType.TextDisplay, content: ' ' }] : []),
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: 'share', label: 'Share' },
            { type: ComponentType.Button, style: ButtonStyle.Danger, custom_id: 'delete', label: 'Delete' },
          ],
        },
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.StringSelect,
              custom_id: 'which',
              options: [
                { label: 'First', value: 'a' },
                { label: 'Second', value: 'b' },
              ],
            },
          ],
        },
      ],
    },
  };
}
