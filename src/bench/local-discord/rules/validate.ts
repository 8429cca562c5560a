import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandOptionIntegerChoiceSchema,
  ApplicationCommandOptionNumberChoiceSchema,
  ApplicationCommandOptionStringChoiceSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookInteractionRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  LaunchActivityInteractionCallbackRequestSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { at, faultsAgainst, isRecord } from './against-schema.ts';
import { faultsOfMessageRules, type MessageBefore } from './validate-message-rules.ts';

export { faultsOfCommands } from './validate-commands.ts';
export type { MessageBefore } from './validate-message-rules.ts';

/**
 * Where a message body is sent: each place has its own schema, and only an interaction's answer may
 * be ephemeral.
 */
export type MessagePlace = keyof typeof MESSAGE_SCHEMAS;

const MESSAGE_SCHEMAS = {
  /** `POST /channels/:channel/messages` */
  channel: MessageCreateRequestSchema,
  /** `PATCH /channels/:channel/messages/:message` */
  channelEdit: MessageEditRequestPartialSchema,
  /** the `data` of a callback of type 4 */
  callback: IncomingWebhookInteractionRequestSchema,
  /** the `data` of a callback of type 7 */
  callbackEdit: IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  /** `POST /webhooks/:application/:token` */
  followUp: IncomingWebhookRequestPartialSchema,
  /** `PATCH /webhooks/:application/:token/messages/:message` */
  followUpEdit: IncomingWebhookUpdateRequestPartialSchema,
};

/** Autocomplete (docs: "Interaction Callback Data"): at most this many choices. */
const MAX_CHOICES = 25;
const MAX_CHOICE_VALUE = 100;

/**
 * What Discord would refuse, or silently drop, in a message body; empty if nothing.
 *
 * @param before for an edit: the message as it stands, for what can't be undone (the flag of
 * Components V2)
 */
export function faultsOfMessage(body: unknown, place: MessagePlace = 'channel', before?: MessageBefore): string[] {
  const sent = asSent(body);
  return faultsOfMessageAt(sent, place, '', before);
}

/**
 * What Discord would refuse in the answer to an interaction, `{ type, data }`; empty if nothing.
 */
export function faultsOfCallback(body: unknown, before?: MessageBefore): string[] {
  const sent = asSent(body);
  if (!isRecord(sent)) return ['the body must be an object'];
  const { type, data } = sent;
  switch (type) {
    case InteractionResponseType.Pong:
      return faultsAgainst(PongInteractionCallbackRequestSchema, sent);
    case InteractionResponseType.ChannelMessageWithSource:
      if (data === undefined || data === null) return ['data: is missing, so the message is empty'];
      return [...faultsOfFrame(sent), ...faultsOfMessageAt(data, 'callback', 'data')];
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return [...faultsAgainst(CreateMessageInteractionCallbackRequestSchema, sent), ...faultsOfDeferral(data)];
    case InteractionResponseType.DeferredMessageUpdate:
      return [...faultsAgainst(UpdateMessageInteractionCallbackRequestSchema, sent), ...faultsOfDeferral(data, 0)];
    case InteractionResponseType.UpdateMessage:
      return [
        ...faultsOfFrame(sent),
        ...(isRecord(data) ? faultsOfMessageAt(data, 'callbackEdit', 'data', before) : []),
      ];
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return faultsOfAutocomplete(sent);
    case InteractionResponseType.Modal:
      return faultsAgainst(ModalInteractionCallbackRequestSchema, sent);
    case InteractionResponseType.LaunchActivity:
      return faultsAgainst(LaunchActivityInteractionCallbackRequestSchema, sent);
    default:
      return [`type: ${JSON.stringify(type)} is no type of answer`];
  }
}

/**
 * The rule of this house that Discord does not enforce: every message says `allowed_mentions: {
 * parse: [] }`, because one which leaves it out can ping everybody.
 *
 * @param message a message body (for a callback: its `data`)
 */
export function faultsOfMentions(message: unknown): string[] {
  const mentions = isRecord(message) ? message['allowed_mentions'] : undefined;
  if (!isRecord(mentions)) return ['allowed_mentions: is missing, so the message could ping people'];
  const { parse } = mentions;
  if (!Array.isArray(parse)) return ['allowed_mentions.parse: is missing, so the message could ping people'];
  return parse.length === 0 ? [] : [`allowed_mentions.parse: must be empty, is ${JSON.stringify(parse)}`];
}

function faultsOfMessageAt(body: unknown, place: MessagePlace, path: string, before?: MessageBefore): string[] {
  const schemaFaults = faultsAgainst(MESSAGE_SCHEMAS[place], body, path);
  if (!isRecord(body)) return schemaFaults;
  const ruleFaults = faultsOfMessageRules(body, {
    path,
    mayBeEphemeral: place === 'callback' || place === 'followUp',
    ...(place.endsWith('Edit') ? { before: before ?? {} } : {}),
  });
  return [...schemaFaults, ...ruleFaults];
}

/** The keys beside `data`: its own content is checked by place. */
function faultsOfFrame(sent: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(sent)
    .filter((key) => key !== 'type' && key !== 'data')
    .map((key) => `${key}: there is no such key here`);
}

/** A deferral promises a message; of what that will be it can only say that it is ephemeral. */
function faultsOfDeferral(data: unknown, allowedFlags: number = MessageFlags.Ephemeral): string[] {
  if (!isRecord(data)) return [];
  const flags = typeof data['flags'] === 'number' ? data['flags'] : 0;
  return [
    ...Object.keys(data)
      .filter((key) => key !== 'flags')
      .map((key) => `data.${key}: a deferral carries nothing but flags`),
    ...((flags & ~allowedFlags) === 0
      ? []
      : [`data.flags: a deferral may carry only the ephemeral flag, has ${flags}`]),
  ];
}

function faultsOfAutocomplete(sent: Readonly<Record<string, unknown>>): string[] {
  const { data } = sent;
  const choices = isRecord(data) ? data['choices'] : undefined;
  if (!isRecord(data) || !Array.isArray(choices)) {
    return [...faultsAgainst(ApplicationCommandAutocompleteCallbackRequestSchema, sent), 'data.choices: is missing'];
  }
  const frame = [
    ...faultsOfFrame(sent),
    ...Object.keys(data)
      .filter((key) => key !== 'choices')
      .map((key) => `data.${key}: there is no such key here`),
    ...(choices.length > MAX_CHOICES ? [`data.choices: may have at most ${MAX_CHOICES}, has ${choices.length}`] : []),
  ];
  return [...frame, ...choices.flatMap((choice: unknown, index) => faultsOfChoice(choice, at('data.choices', index)))];
}

function faultsOfChoice(choice: unknown, path: string): string[] {
  const value = isRecord(choice) ? choice['value'] : undefined;
  if (typeof value !== 'number') {
    const tooLong = typeof value === 'string' && value.length > MAX_CHOICE_VALUE;
    const faults = faultsAgainst(ApplicationCommandOptionStringChoiceSchema, choice, path);
    return tooLong
      ? [...faults, `${path}.value: may have at most ${MAX_CHOICE_VALUE} characters, has ${value.length}`]
      : faults;
  }
  const schema = Number.isInteger(value)
    ? ApplicationCommandOptionIntegerChoiceSchema
    : ApplicationCommandOptionNumberChoiceSchema;
  return faultsAgainst(schema, choice, path);
}

/** The body as it arrives: what JSON leaves out (an undefined value) is not there. */
function asSent(body: unknown): unknown {
  return body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as unknown);
}
