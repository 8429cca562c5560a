import { ApplicationIntegrationType, GatewayDispatchEvents, MessageFlags } from 'discord-api-types/v10';
import type { Pending } from '../people/exchange.ts';
import { problem, type Answer, type Incoming } from './http.ts';
import { messageOfInteraction } from './interaction-routes.ts';
import { editedMessage, tellOfDeletion, tellOfMessage, type MessageBody } from '../world/messages.ts';
import { noteMentions, pings, refusal, type Parts, type Route } from '../parts.ts';
import { faultsOfMessage } from '../rules/validate.ts';
import type { StoredMessage } from '../world/world.ts';

/** How many follow-ups an application has that only the reader has installed. */
const MAX_FOLLOW_UPS_OF_USER_INSTALL = 5;

/**
 * What an interaction's token is good for once it is acknowledged: follow-ups, and reading, editing
 * and deleting its messages.
 */
export function webhookRoutes(parts: Parts): Route[] {
  const message = '/webhooks/:application/:token/messages/:message';
  return [
    {
      method: 'POST',
      path: '/webhooks/:application/:token',
      isOpen: true,
      handle: (params, incoming) => withToken(parts, params, (pending) => followUp(parts, pending, incoming)),
    },
    {
      method: 'GET',
      path: message,
      isOpen: true,
      handle: (params) => withMessage(parts, params, (_, stored) => ({ status: 200, body: stored.message })),
    },
    {
      method: 'PATCH',
      path: message,
      isOpen: true,
      handle: (params, incoming) =>
        withMessage(parts, params, (pending, stored) => edit(parts, pending, stored, incoming)),
    },
    {
      method: 'DELETE',
      path: message,
      isOpen: true,
      handle: (params) => withMessage(parts, params, (pending, stored) => remove(parts, pending, stored)),
    },
  ];
}

type Params = Readonly<Record<string, string>>;

function withToken(
  { interactions, ledger, settings, world }: Parts,
  { application, token = '' }: Params,
  then: (pending: Pending) => Answer,
): Answer {
  const pending = interactions.get(token);
  const expired = pending !== undefined && performance.now() - pending.sentAt > settings.tokenLifetimeMs;
  if (pending === undefined || expired || application !== world.applicationId) {
    ledger.fault(
      'refused request',
      expired ? `the token of ${pending.label} was used after it had expired` : 'a webhook was used that there is not',
    );
    return problem(401, 50027, 'Invalid Webhook Token');
  }
  if (pending.state !== 'acknowledged') {
    ledger.fault('refused request', `the token of ${pending.label} was used before the interaction was acknowledged`);
    return problem(404, 10015, 'Unknown Webhook');
  }
  return then(pending);
}

function withMessage(parts: Parts, params: Params, then: (pending: Pending, stored: StoredMessage) => Answer): Answer {
  return withToken(parts, params, (pending) => {
    const id = params['message'] === '@original' ? pending.originalId : params['message'];
    const isOwn = id !== undefined && (id === pending.originalId || pending.followUpIds.includes(id));
    const stored = isOwn ? pending.place.channel.messages.get(id) : undefined;
    return stored === undefined ? problem(404, 10008, 'Unknown Message') : then(pending, stored);
  });
}

function followUp(parts: Parts, pending: Pending, incoming: Incoming): Answer {
  const { ledger, gateway, world } = parts;
  const refused = refusal(ledger, incoming, faultsOfMessage(incoming.request.body, 'followUp'));
  if (refused !== undefined) return refused;
  const isUserInstallOnly = !(ApplicationIntegrationType.GuildInstall in pending.place.owners);
  if (isUserInstallOnly && pending.followUpIds.length >= MAX_FOLLOW_UPS_OF_USER_INSTALL) {
    ledger.fault(
      'refused request',
      `${pending.label} got more than ${MAX_FOLLOW_UPS_OF_USER_INSTALL} follow-ups, where only the reader has the application`,
    );
    return problem(400, 40094, 'This interaction has reached the maximum number of follow-up messages');
  }
  const body = incoming.request.body as MessageBody & Parameters<typeof pings>[0];
  noteMentions(parts, incoming, body);
  const message = messageOfInteraction(parts, pending, body, pings(body));
  pending.followUpIds.push(message.id);
  return {
    status: 200,
    body: message,
    afterwards: () => {
      if (((message.flags ?? 0) & MessageFlags.Ephemeral) === 0)
        tellOfMessage(gateway, world, pending.place.channel, GatewayDispatchEvents.MessageCreate, message);
    },
  };
}

function edit(parts: Parts, pending: Pending, stored: StoredMessage, incoming: Incoming): Answer {
  const { ledger, gateway, world } = parts;
  const refused = refusal(ledger, incoming, faultsOfMessage(incoming.request.body, 'followUpEdit', stored.message));
  if (refused !== undefined) return refused;
  const body = incoming.request.body as MessageBody;
  noteMentions(parts, incoming, body);
  pending.edits.push(body);
  stored.message = editedMessage(stored.message, body);
  return {
    status: 200,
    body: stored.message,
    afterwards: () => {
      if (stored.shownTo === undefined)
        tellOfMessage(gateway, world, pending.place.channel, GatewayDispatchEvents.MessageUpdate, stored.message);
    },
  };
}

function remove({ gateway }: Parts, pending: Pending, { message, shownTo }: StoredMessage): Answer {
  const { channel } = pending.place;
  channel.messages.delete(message.id);
  pending.deletions.push(message.id);
  return {
    status: 204,
    afterwards: () => {
      if (shownTo === undefined) tellOfDeletion(gateway, channel, message.id);
    },
  };
}
