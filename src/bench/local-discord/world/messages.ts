import {
  ChannelType,
  GatewayDispatchEvents,
  GatewayIntentBits,
  MessageFlags,
  MessageType,
  type APIMessage,
  type APIUser,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { isRecord } from '../rules/against-schema.ts';
import type { Gateway } from '../server/gateway.ts';
import { memberPayload } from './payloads.ts';
import type { Channel, World } from './world.ts';

/** The keys of a request that become part of a message. */
export type MessageBody = Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'embeds' | 'components' | 'flags'>;

/** A message as it stands in a channel. What is not given is as in a plain message. */
export function newMessage(
  world: World,
  channel: Channel,
  author: APIUser,
  body: MessageBody,
  more: Partial<APIMessage> = {},
): APIMessage {
  const content = body.content ?? '';
  const mentionedIds = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id]) => id ?? '');
  const mentions = [...new Set(mentionedIds)].flatMap((id) => world.userById(id) ?? []);
  return {
    id: world.nextId(),
    channel_id: channel.id,
    author,
    content,
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions,
    mention_roles: [...content.matchAll(/<@&(\d+)>/g)].map(([, id]) => id ?? ''),
    attachments: [],
    embeds: body.embeds ?? [],
    components: numbered(body.components ?? []) as NonNullable<APIMessage['components']>,
    pinned: false,
    type: MessageType.Default,
    flags: (body.flags ?? 0) as MessageFlags,
    ...more,
  };
}

/** A message after an edit: what the body leaves out stays, and Components V2 stays on. */
export function editedMessage(message: APIMessage, body: MessageBody): APIMessage {
  const keptFlags = (message.flags ?? 0) & (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2);
  return {
    ...message,
    ...(body.content === undefined ? {} : { content: body.content ?? '' }),
    ...(body.embeds === undefined ? {} : { embeds: body.embeds ?? [] }),
    ...(body.components === undefined
      ? {}
      : { components: numbered(body.components ?? []) as NonNullable<APIMessage['components']> }),
    flags: keptFlags | ((body.flags ?? 0) & ~MessageFlags.Ephemeral),
    edited_timestamp: new Date().toISOString(),
  };
}

/**
 * Tells every session of a message, as far as its intents reach. Nothing is told of a channel which
 * the bot is not in.
 */
export function tellOfMessage(
  gateway: Gateway,
  world: World,
  channel: Channel,
  event: GatewayDispatchEvents.MessageCreate | GatewayDispatchEvents.MessageUpdate,
  message: APIMessage,
): void {
  if (!botIsIn(channel)) return;
  const { user: _, ...member } = memberPayload(message.author);
  const place =
    channel.guild === undefined
      ? {}
      : { guild_id: channel.guild.id, ...(message.webhook_id === undefined ? { member } : {}) };
  gateway.dispatch(event, (intents) =>
    reaches(intents, channel)
      ? { ...asSeenByBot(message, world, channel, intents), ...place, channel_type: channel.type }
      : undefined,
  );
}

export function tellOfDeletion(gateway: Gateway, channel: Channel, id: string): void {
  if (!botIsIn(channel)) return;
  const place = channel.guild === undefined ? {} : { guild_id: channel.guild.id };
  gateway.dispatch(GatewayDispatchEvents.MessageDelete, (intents) =>
    reaches(intents, channel) ? { id, channel_id: channel.id, ...place } : undefined,
  );
}

/**
 * Without the message-content intent an application gets the content of direct messages, of
 * messages that mention it and of its own; of all others the rest, with nothing in it.
 */
export function asSeenByBot(message: APIMessage, world: World, channel: Channel, intents: number): APIMessage {
  const isOwn = message.author.id === world.bot.id || message.application_id === world.applicationId;
  const mentionsBot = message.mentions.some(({ id }) => id === world.bot.id);
  const isOpen =
    channel.guild === undefined || isOwn || mentionsBot || (intents & GatewayIntentBits.MessageContent) !== 0;
  const referenced = message.referenced_message;
  const visible = isOpen ? message : { ...message, content: '', embeds: [], attachments: [], components: [] };
  return referenced ? { ...visible, referenced_message: asSeenByBot(referenced, world, channel, intents) } : visible;
}

export function botIsIn(channel: Channel): boolean {
  return channel.guild === undefined ? channel.type === ChannelType.DM : channel.guild.botIsMember;
}

function reaches(intents: number, channel: Channel): boolean {
  return (
    (intents & (channel.guild === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages)) !== 0
  );
}

/**
 * Discord numbers the components of a message that have no `id`, counting on through all levels.
 */
function numbered(components: readonly unknown[]): unknown[] {
  let next = 1;
  const number = (component: unknown): unknown => {
    if (!isRecord(component)) return component;
    const id = typeof component['id'] === 'number' && component['id'] !== 0 ? component['id'] : next++;
    const { components: inner, accessory } = component;
    return {
      ...component,
      id,
      ...(Array.isArray(inner) ? { components: inner.map(number) } : {}),
      ...(accessory === undefined ? {} : { accessory: number(accessory) }),
    };
  };
  return components.map(number);
}
