import {
  GatewayDispatchEvents,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
  type APIInteractionResponse,
  type APIMessage,
} from 'discord-api-types/v10';
import { isAutocomplete, type Pending } from '../people/exchange.ts';
import { problem, type Answer, type Incoming } from './http.ts';
import { metadataOf } from '../people/interactions.ts';
import { editedMessage, newMessage, tellOfMessage, type MessageBody } from '../world/messages.ts';
import { noteMentions, pings, refusal, type Parts, type Route } from '../parts.ts';
import { faultsOfCallback } from '../rules/validate.ts';
import { keep } from '../world/world.ts';

/**
 * `POST /interactions/:id/:token/callback`: the one acknowledgement that an interaction gets, in
 * time or not at all.
 */
export function interactionRoutes(parts: Parts): Route[] {
  return [
    {
      method: 'POST',
      path: '/interactions/:id/:token/callback',
      isOpen: true,
      handle: ({ id = '', token = '' }, incoming) => acknowledge(parts, id, token, incoming),
    },
  ];
}

/** Takes an interaction's one response, whichever way it came. */
export function acknowledge(parts: Parts, id: string, token: string, incoming: Incoming): Answer {
  const { ledger, settings } = parts;
  const pending = parts.interactions.get(token);
  if (pending === undefined || pending.interaction.id !== id) {
    ledger.fault('refused request', 'an answer to an interaction that there is not');
    return problem(404, 10062, 'Unknown interaction');
  }
  if (pending.state === 'acknowledged') {
    ledger.fault('double acknowledgement', `${pending.label} was acknowledged a second time`);
    return problem(400, 40060, 'Interaction has already been acknowledged.');
  }
  const elapsed = performance.now() - pending.sentAt;
  if (pending.state === 'dead' || elapsed > settings.acknowledgeWithinMs) {
    ledger.fault(
      'late acknowledgement',
      `${pending.label} was acknowledged after ${Math.round(elapsed)} ms, later than ${settings.acknowledgeWithinMs} ms`,
    );
    return problem(404, 10062, 'Unknown interaction');
  }
  const body: unknown = incoming.request.body;
  const before =
    pending.interaction.type === InteractionType.MessageComponent ? pending.interaction.message : undefined;
  const refused = refusal(ledger, incoming, [...faultsOfCallback(body, before), ...faultsOfKind(pending, body)]);
  if (refused !== undefined) return refused;

  const response = body as APIInteractionResponse;
  pending.state = 'acknowledged';
  pending.acknowledgedAt = performance.now();
  pending.response = response;
  const message = carriedOut(parts, pending, response, incoming);
  return {
    ...receipt(pending, response, message, incoming),
    afterwards: () => {
      if (message !== undefined) tell(parts, pending, response, message);
      pending.settle();
    },
  };
}

/** Which answers an interaction can have depends on what it is. */
function faultsOfKind(pending: Pending, body: unknown): string[] {
  const type = (body as { type?: InteractionResponseType } | undefined)?.type;
  const isChoices = type === InteractionResponseType.ApplicationCommandAutocompleteResult;
  const isUpdate =
    type === InteractionResponseType.UpdateMessage || type === InteractionResponseType.DeferredMessageUpdate;
  if (isAutocomplete(pending) !== isChoices) return [`type: ${String(type)} can't answer ${pending.label}`];
  if (isUpdate && pending.interaction.type !== InteractionType.MessageComponent)
    return ['type: only a button or a select has a message to update'];
  return type === InteractionResponseType.Pong ? ['type: a pong answers only a ping'] : [];
}

function carriedOut(
  parts: Parts,
  pending: Pending,
  response: APIInteractionResponse,
  incoming: Incoming,
): APIMessage | undefined {
  const { channel } = pending.place;
  switch (response.type) {
    case InteractionResponseType.ChannelMessageWithSource:
      noteMentions(parts, incoming, response.data);
      return addAnswer(parts, pending, response.data, pings(response.data));
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return addAnswer(parts, pending, { flags: (response.data?.flags ?? 0) | MessageFlags.Loading }, {});
    case InteractionResponseType.DeferredMessageUpdate:
    case InteractionResponseType.UpdateMessage: {
      if (pending.interaction.type !== InteractionType.MessageComponent) return undefined;
      const stored = channel.messages.get(pending.interaction.message.id);
      if (stored === undefined) return undefined;
      pending.originalId = stored.message.id;
      if (response.type === InteractionResponseType.UpdateMessage && response.data) {
        noteMentions(parts, incoming, response.data);
        stored.message = editedMessage(stored.message, response.data);
      }
      return stored.message;
    }
    default:
      return undefined;
  }
}

function addAnswer({ world }: Parts, pending: Pending, body: MessageBody, more: Partial<APIMessage>): APIMessage {
  const message = messageOfInteraction({ world }, pending, body, more);
  pending.originalId = message.id;
  return message;
}

/**
 * A message that an interaction makes, marked with who asked; stored, and if it is ephemeral for
 * that reader alone.
 */
export function messageOfInteraction(
  { world }: Pick<Parts, 'world'>,
  pending: Pending,
  body: MessageBody,
  more: Partial<APIMessage>,
): APIMessage {
  const { interaction, place } = pending;
  const { channel, person } = place;
  const fromComponent = interaction.type === InteractionType.MessageComponent ? interaction.message : undefined;
  const name = interaction.type === InteractionType.ApplicationCommand ? interaction.data.name : undefined;
  const isMenu = interaction.type === InteractionType.ApplicationCommand && 'target_id' in interaction.data;
  const message = newMessage(world, channel, world.bot, body, {
    type: fromComponent ? MessageType.Reply : isMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand,
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    interaction_metadata: metadataOf(interaction, place),
    ...(name === undefined
      ? {}
      : { interaction: { id: interaction.id, type: interaction.type, name, user: person.user } }),
    ...(fromComponent === undefined
      ? {}
      : { message_reference: { type: 0, channel_id: channel.id, message_id: fromComponent.id } }),
    ...more,
  });
  const isEphemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  keep(channel, isEphemeral ? { message, shownTo: person.user.id } : { message });
  return message;
}

/** The answer to the callback: nothing, or with `?with_response=true` what it made. */
function receipt(
  pending: Pending,
  response: APIInteractionResponse,
  message: APIMessage | undefined,
  { request }: Incoming,
): Answer {
  if (request.query.get('with_response') !== 'true') return { status: 204 };
  const { id, type } = pending.interaction;
  const flags = message?.flags ?? 0;
  const made = message && {
    response_message_id: message.id,
    response_message_loading: (flags & MessageFlags.Loading) !== 0,
    response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
  };
  return {
    status: 200,
    body: { interaction: { id, type, ...made }, resource: { type: response.type, ...(message && { message }) } },
  };
}

function tell(
  { gateway, world }: Parts,
  pending: Pending,
  response: APIInteractionResponse,
  message: APIMessage,
): void {
  const isNew =
    response.type === InteractionResponseType.ChannelMessageWithSource ||
    response.type === InteractionResponseType.DeferredChannelMessageWithSource;
  const isEphemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  if (isEphemeral || response.type === InteractionResponseType.DeferredMessageUpdate) return;
  tellOfMessage(
    gateway,
    world,
    pending.place.channel,
    isNew ? GatewayDispatchEvents.MessageCreate : GatewayDispatchEvents.MessageUpdate,
    message,
  );
}
