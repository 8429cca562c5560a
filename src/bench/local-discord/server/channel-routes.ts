import {
  GatewayDispatchEvents,
  MessageType,
  type APIMessage,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { isRecord } from '../rules/against-schema.ts';
import { problem, type Answer, type Incoming } from './http.ts';
import {
  asSeenByBot,
  botIsIn,
  editedMessage,
  newMessage,
  tellOfDeletion,
  tellOfMessage,
  type MessageBody,
} from '../world/messages.ts';
import { noteMentions, pings, refusal, type Parts, type Route } from '../parts.ts';
import { channelPayload } from '../world/payloads.ts';
import { faultsOfMessage } from '../rules/validate.ts';
import { keep, type Channel, type StoredMessage } from '../world/world.ts';

type Params = Readonly<Record<string, string>>;

/** Channels and the ordinary messages in them, as a bot reaches them that is a member. */
export function channelRoutes(parts: Parts): Route[] {
  const messages = '/channels/:channel/messages';
  const one = `${messages}/:message`;
  const { world, gateway } = parts;
  const seen = (channel: Channel, message: APIMessage): APIMessage =>
    asSeenByBot(message, world, channel, gateway.seen.intents);
  return [
    {
      method: 'GET',
      path: '/channels/:channel',
      handle: (params) => inChannel(parts, params, (channel) => ({ status: 200, body: channelPayload(channel) })),
    },
    {
      method: 'POST',
      path: '/channels/:channel/typing',
      handle: (params) => inChannel(parts, params, () => ({ status: 204 })),
    },
    {
      method: 'POST',
      path: messages,
      handle: (params, incoming) => inChannel(parts, params, (channel) => post(parts, channel, incoming)),
    },
    {
      method: 'GET',
      path: messages,
      handle: (params) =>
        inChannel(parts, params, (channel) => ({
          status: 200,
          body: [...channel.messages.values()]
            .filter(isPublic)
            .map(({ message }) => seen(channel, message))
            .reverse(),
        })),
    },
    {
      method: 'GET',
      path: one,
      handle: (params) =>
        onMessage(parts, params, (channel, { message }) => ({ status: 200, body: seen(channel, message) })),
    },
    {
      method: 'PATCH',
      path: one,
      handle: (params, incoming) =>
        onMessage(parts, params, (channel, stored) => edit(parts, channel, stored, incoming)),
    },
    {
      method: 'DELETE',
      path: one,
      handle: (params) => onMessage(parts, params, (channel, stored) => remove(parts, channel, stored)),
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      handle: (_, { request }) => {
        const user = isRecord(request.body) ? world.userById(String(request.body['recipient_id'])) : undefined;
        return user === undefined
          ? problem(400, 50033, 'Invalid Recipient(s)')
          : { status: 200, body: channelPayload(world.dmWith(user)) };
      },
    },
  ];
}

function inChannel({ world, ledger }: Parts, { channel: id = '' }: Params, then: (channel: Channel) => Answer): Answer {
  const channel = world.channels.get(id);
  if (channel === undefined) {
    ledger.fault('refused request', `the channel ${id} does not exist`);
    return problem(404, 10003, 'Unknown Channel');
  }
  if (!botIsIn(channel)) {
    ledger.fault('refused request', `the bot is not in the channel "${channel.name}", and can't reach it`);
    return problem(403, 50001, 'Missing Access');
  }
  return then(channel);
}

function onMessage(parts: Parts, params: Params, then: (channel: Channel, stored: StoredMessage) => Answer): Answer {
  return inChannel(parts, params, (channel) => {
    const stored = channel.messages.get(params['message'] ?? '');
    return stored !== undefined && isPublic(stored) ? then(channel, stored) : problem(404, 10008, 'Unknown Message');
  });
}

/** An ephemeral message is reached through its interaction alone. */
function isPublic({ shownTo }: StoredMessage): boolean {
  return shownTo === undefined;
}

function post(parts: Parts, channel: Channel, incoming: Incoming): Answer {
  const { ledger, gateway, world } = parts;
  const refused = refusal(ledger, incoming, faultsOfMessage(incoming.request.body, 'channel'));
  if (refused !== undefined) return refused;
  const body = incoming.request.body as RESTPostAPIChannelMessageJSONBody;
  const reference = body.message_reference;
  const referenced = reference ? channel.messages.get(reference.message_id) : undefined;
  const isMissing = reference && (referenced === undefined || !isPublic(referenced));
  if (isMissing && reference.fail_if_not_exists !== false) {
    ledger.fault('refused request', 'a reply to a message that there is not, without fail_if_not_exists: false');
    return problem(400, 50035, 'Invalid Form Body', ['message_reference: Unknown message']);
  }
  noteMentions(parts, incoming, body);
  const posted = body.enforce_nonce ? postedBefore(channel, body.nonce) : undefined;
  if (posted !== undefined) return { status: 200, body: posted };
  const reply =
    reference && referenced !== undefined && !isMissing
      ? {
          type: MessageType.Reply,
          message_reference: { type: 0, channel_id: channel.id, message_id: reference.message_id },
          referenced_message: referenced.message,
        }
      : {};
  const message = newMessage(world, channel, world.bot, body, {
    ...pings(body),
    ...reply,
    ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
  });
  keep(channel, { message });
  return {
    status: 200,
    body: message,
    afterwards: () => tellOfMessage(gateway, world, channel, GatewayDispatchEvents.MessageCreate, message),
  };
}

/** For how long Discord remembers a nonce: its documentation has "the past few minutes". */
const NONCE_LIFETIME_MS = 3 * 60_000;

/** The bot's message that was posted with this nonce before, if it is not long ago. */
function postedBefore({ messages }: Channel, nonce: string | number | undefined): APIMessage | undefined {
  const known = [...messages.values()].find(({ message }) => nonce !== undefined && message.nonce === nonce)?.message;
  return known && Date.now() - Date.parse(known.timestamp) < NONCE_LIFETIME_MS ? known : undefined;
}

function edit(parts: Parts, channel: Channel, stored: StoredMessage, incoming: Incoming): Answer {
  const { ledger, gateway, world } = parts;
  if (stored.message.author.id !== world.bot.id) {
    ledger.fault('refused request', "the bot tried to edit somebody else's message");
    return problem(403, 50005, 'Cannot edit a message authored by another user');
  }
  const refused = refusal(ledger, incoming, faultsOfMessage(incoming.request.body, 'channelEdit', stored.message));
  if (refused !== undefined) return refused;
  const body = incoming.request.body as RESTPatchAPIChannelMessageJSONBody;
  noteMentions(parts, incoming, body);
  stored.message = editedMessage(stored.message, body as MessageBody);
  return {
    status: 200,
    body: stored.message,
    afterwards: () => tellOfMessage(gateway, world, channel, GatewayDispatchEvents.MessageUpdate, stored.message),
  };
}

function remove({ ledger, gateway, world }: Parts, channel: Channel, { message }: StoredMessage): Answer {
  if (message.author.id !== world.bot.id) {
    ledger.fault('refused request', "the bot tried to delete somebody else's message");
    return problem(403, 50013, 'Missing Permissions');
  }
  channel.messages.delete(message.id);
  return { status: 204, afterwards: () => tellOfDeletion(gateway, channel, message.id) };
}
