/**
 * Whether what Discord sends has all that the bot reads, so that nothing below the transports fails
 * on what is not there. Much else may be missing, or be of a later version.
 */

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionType,
  type APIInteraction,
  type GatewayMessageCreateDispatchData,
} from 'discord-api-types/v10';

/** Whether a value is an interaction that `respond` can take. */
export function isInteraction(value: unknown): value is APIInteraction {
  if (
    !isObject(value) ||
    !isId(value['id']) ||
    !isId(value['application_id']) ||
    !isText(value['token']) ||
    value['token'] === ''
  )
    return false;
  const { type, data } = value;
  if (type === InteractionType.Ping) return true;
  return isObject(data) && hasPlace(value) && (isCommand(type, data) || isPress(type, data, value));
}

/** Whether a value is a message that `isForBot` and `respondToMessage` can take. */
export function isMessage(value: unknown): value is GatewayMessageCreateDispatchData {
  return (
    isObject(value) &&
    isId(value['id']) &&
    isId(value['channel_id']) &&
    isOptional(value['guild_id'], isId) &&
    typeof value['type'] === 'number' &&
    isText(value['content']) &&
    isUser(value['author'])
  );
}

/** Where it was used, by whom, and what they may do there. */
function hasPlace({
  guild_id: guild,
  channel,
  member,
  user,
  app_permissions: permissions,
  authorizing_integration_owners: owners,
  locale,
  guild_locale: guildLocale,
}: Fields): boolean {
  return (
    isOptional(guild, isId) &&
    isOptional(channel, (given) => isObject(given) && isId(given['id'])) &&
    isOptional(member, (given) => isObject(given) && isUser(given['user']) && isBits(given['permissions'])) &&
    isOptional(user, isUser) &&
    isOptional(permissions, isBits) &&
    isObject(owners) &&
    isOptional(locale, isText) &&
    isOptional(guildLocale, isText)
  );
}

function isCommand(type: unknown, { type: commandType, name, options, target_id: target, resolved }: Fields): boolean {
  return (
    (type === InteractionType.ApplicationCommand || type === InteractionType.ApplicationCommandAutocomplete) &&
    isText(name) &&
    isOptional(options, (given) => Array.isArray(given) && given.every(isOption)) &&
    (commandType !== ApplicationCommandType.Message || (isId(target) && isResolved(resolved)))
  );
}

function isResolved(resolved: unknown): boolean {
  const messages = isObject(resolved) ? resolved['messages'] : undefined;
  return (
    isObject(messages) &&
    Object.values(messages).every((message) => isObject(message) && isOptional(message['content'], isText))
  );
}

function isOption(option: unknown): boolean {
  if (!isObject(option) || !isText(option['name'])) return false;
  switch (option['type']) {
    case ApplicationCommandOptionType.String:
      return isText(option['value']);
    case ApplicationCommandOptionType.Boolean:
      return typeof option['value'] === 'boolean';
    default:
      return true; // not read
  }
}

function isPress(type: unknown, { custom_id: id, values }: Fields, { message, channel }: Fields): boolean {
  if (type === InteractionType.ModalSubmit) return true; // answered without a look at it
  return (
    type === InteractionType.MessageComponent &&
    isText(id) &&
    isOptional(values, (given) => Array.isArray(given) && given.every(isText)) &&
    isObject(channel) &&
    isObject(message) &&
    isOptional(message['interaction_metadata'], (given) => isObject(given) && isUser(given['user']))
  );
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isOptional(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** IDs have up to 20 digits. */
function isId(value: unknown): boolean {
  return isText(value) && /^\d{1,20}$/.test(value);
}

/** Permissions: bits, as a decimal number in a string. */
function isBits(value: unknown): boolean {
  return isText(value) && /^\d{1,40}$/.test(value);
}

function isUser(value: unknown): boolean {
  return isObject(value) && isId(value['id']);
}
