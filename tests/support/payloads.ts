/** Reads replies as a reader sees them, and makes the interactions that lead to them. */

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
} from 'discord-api-types/v10';
import type { MessageBody } from '../../src/discord/views/message.ts';

export { PING } from '../../src/bench/local-discord/server/ping.ts';

type Component = {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly options?: readonly Option[];
};
type Option = { readonly label: string; readonly value: string; readonly description?: string };

/** All components of a message, nested ones included, in reading order. */
function componentsOf(body: Pick<MessageBody, 'components'>): readonly Component[] {
  const nested = (component: Component): readonly Component[] => [
    component,
    ...(component.components ?? []).flatMap(nested),
  ];
  return (body.components as readonly Component[]).flatMap(nested);
}

/** The Markdown of every text, in reading order. */
export function textsOf(body: Pick<MessageBody, 'components'>): readonly string[] {
  return componentsOf(body).flatMap(({ type, content }) =>
    type === ComponentType.TextDisplay && content !== undefined ? [content] : [],
  );
}

/** The options of every menu, in reading order. */
export function optionsOf(body: Pick<MessageBody, 'components'>): readonly Option[] {
  return componentsOf(body).flatMap(({ options }) => options ?? []);
}

/**
 * The block quotes of a message as Discord shows them, without marks and backslashes.
 * Written from Discord's rules, not from the bot's code.
 */
export function shownQuotes(body: Pick<MessageBody, 'components'>): readonly string[] {
  return textsOf(body).flatMap((text) => {
    const quoted = text.split('\n').filter((line) => line.startsWith('> '));
    return quoted.length === 0 ? [] : [quoted.map((line) => shown(line.slice(2))).join('\n')];
  });
}

/** What Discord makes of escaped text: a backslash before punctuation shows the punctuation. */
export function shown(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** An interaction as Discord sends it, as far as the bot reads it. */
function interaction(type: InteractionType, data: unknown, rest: object): APIInteraction {
  return {
    id: '1',
    application_id: '2',
    token: 't',
    version: 1,
    type,
    data,
    locale: 'en-US',
    authorizing_integration_owners: { 0: SERVER },
    entitlements: [],
    ...rest,
  } as unknown as APIInteraction;
}

export function slash(
  name: string,
  options: readonly APIApplicationCommandInteractionDataOption[] = [],
  rest: object = {},
): APIInteraction {
  return interaction(
    InteractionType.ApplicationCommand,
    { id: '3', type: ApplicationCommandType.ChatInput, name, options },
    rest,
  );
}

export function typing(name: string, option: string, value: string): APIInteraction {
  return interaction(
    InteractionType.ApplicationCommandAutocomplete,
    {
      id: '3',
      type: ApplicationCommandType.ChatInput,
      name,
      options: [{ type: 3, name: option, value, focused: true }],
    },
    {},
  );
}

export function choosing(customId: string, values: readonly string[], rest: object = {}): APIInteraction {
  return interaction(
    InteractionType.MessageComponent,
    { component_type: ComponentType.StringSelect, custom_id: customId, values },
    { ...inAServer, ...rest },
  );
}

export function pressing(customId: string, rest: object = {}): APIInteraction {
  return interaction(
    InteractionType.MessageComponent,
    { component_type: ComponentType.Button, custom_id: customId },
    { ...inAServer, ...rest },
  );
}

/** A command from the menu of a message with this content. */
export function onMessage(content: string, rest: object = {}, name = 'Ask the report'): APIInteraction {
  const data = {
    id: '3',
    type: ApplicationCommandType.Message,
    name,
    target_id: MESSAGE,
    resolved: { messages: { [MESSAGE]: { id: MESSAGE, content } } },
  };
  return interaction(InteractionType.ApplicationCommand, data, { ...inAServer, ...rest });
}

/** The custom_id of the button whose label begins so. */
export function buttonLabelled(body: Pick<MessageBody, 'components'>, label: string): string {
  const found = buttonsOf(body).find((button) => button.label.startsWith(label));
  if (!found) throw new Error(`There is no button ${label}.`);
  return found.custom_id;
}

export const READER = '500000000000000001';
export const MESSAGE = '600000000000000001';
export const CHANNEL = '700000000000000001';
export const SERVER = '800000000000000001';

/**
 * Where the bot is a member with all permissions that its invitation asks for: 1 << 10 | 1 << 11 |
 * 1 << 16 | 1 << 38.
 */
const inAServer = {
  guild_id: SERVER,
  channel: { id: CHANNEL, type: 0 },
  member: { user: { id: READER }, permissions: String(2n ** 11n) },
  app_permissions: String(2n ** 10n + 2n ** 11n + 2n ** 16n + 2n ** 38n),
  authorizing_integration_owners: { 0: SERVER },
  message: { id: MESSAGE },
};

/** Where only the reader has the bot, and the bot is no member. */
export const installedByTheReader = { authorizing_integration_owners: { 1: READER }, app_permissions: '0' };

/** An option of a slash command as Discord sends it. */
export function option(name: string, value: string | boolean): APIApplicationCommandInteractionDataOption {
  return typeof value === 'string'
    ? { name, type: ApplicationCommandOptionType.String, value }
    : { name, type: ApplicationCommandOptionType.Boolean, value };
}

/** Buttons in reading order. */
export function buttonsOf(
  body: Pick<MessageBody, 'components'>,
): readonly { readonly custom_id: string; readonly label: string }[] {
  return componentsOf(body).filter(({ type }) => type === ComponentType.Button) as never;
}

/** The custom_id of every menu, in reading order. */
export function menusOf(body: Pick<MessageBody, 'components'>): readonly string[] {
  return componentsOf(body).flatMap((component) =>
    component.type === ComponentType.StringSelect ? [(component as unknown as { custom_id: string }).custom_id] : [],
  );
}
