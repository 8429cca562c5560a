/** What a command is: how it is registered with Discord, and what it does. */

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOptionChoice,
  type APIApplicationCommandStringOption,
  type APIChatInputApplicationCommandInteraction,
  type APIMessageApplicationCommandInteraction,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Bot } from '../../bot/bot.ts';
import type { Translators } from '../../i18n/translators.ts';
import type { MessageBody } from '../views/message.ts';

export type Command = SlashCommand | MessageCommand;

/** A command that readers type. */
export interface SlashCommand {
  readonly type: ApplicationCommandType.ChatInput;
  /** The name Discord sends, whatever the reader's locale. */
  readonly name: string;
  readonly define: (translators: Translators) => RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly run: (interaction: APIChatInputApplicationCommandInteraction, bot: Bot) => MessageBody;
  /** What to suggest while an option is being typed. */
  readonly complete?: (
    interaction: APIApplicationCommandAutocompleteInteraction,
    bot: Bot,
  ) => readonly APIApplicationCommandOptionChoice[];
}

/** A command in the menu of a message. */
export interface MessageCommand {
  readonly type: ApplicationCommandType.Message;
  readonly name: string;
  readonly define: (translators: Translators) => RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly run: (interaction: APIMessageApplicationCommandInteraction, bot: Bot) => MessageBody;
}

export type CommandDefinition = ReturnType<Command['define']>;

/**
 * Where every command can be used: in servers and conversations, whether the app is installed there
 * or by the reader.
 */
export const AVAILABILITY = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** What all slash commands have in common. Options come on top. */
export function baseCommand(
  name: string,
  key: DescribedKey,
  translators: Translators,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return { type: ApplicationCommandType.ChatInput, ...localizedName(name, key, translators), ...AVAILABILITY };
}

/**
 * The commands and options whose name and description are messages: `command.ask.name`,
 * `command.ask.description`.
 */
export type DescribedKey =
  | 'command.ask'
  | 'command.ask.question'
  | 'command.ask.private'
  | 'command.browse'
  | 'command.passage'
  | 'command.passage.number'
  | 'command.report';

export interface LocalizedName {
  readonly name: string;
  readonly name_localizations: LocalizationMap;
  readonly description: string;
  readonly description_localizations: LocalizationMap;
}

/** A name and a description in every supported locale. */
export function localizedName(name: string, key: DescribedKey, translators: Translators): LocalizedName {
  return {
    name,
    name_localizations: localizations(`${key}.name`, translators),
    description: translators.default.t(`${key}.description`),
    description_localizations: localizations(`${key}.description`, translators),
  };
}

/** The definition of an option to type in, with suggestions. `maxLength` is in characters. */
export function typedOption(
  name: string,
  key: DescribedKey,
  maxLength: number,
  translators: Translators,
): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...localizedName(name, key, translators),
    required: true,
    autocomplete: true,
    max_length: maxLength,
  };
}

/** A message in every supported locale. */
export function localizations(
  key: `${DescribedKey}.${'name' | 'description'}` | 'command.askTheReport.name',
  translators: Translators,
): LocalizationMap {
  return Object.fromEntries(translators.all.map((translator) => [translator.locale, translator.t(key)]));
}

/**
 * What was typed into an option; empty if nothing was.
 * @param maxLength the option's `max_length`, in characters: only Discord's own clients keep to it
 */
export function stringOption(
  options: readonly APIApplicationCommandInteractionDataOption[] | undefined,
  name: string,
  maxLength: number,
): string {
  const option = options?.find((given) => given.name === name);
  return option?.type === ApplicationCommandOptionType.String ? option.value.slice(0, maxLength) : '';
}

/** What was chosen in an option; `undefined` if nothing was. */
export function booleanOption(
  options: readonly APIApplicationCommandInteractionDataOption[] | undefined,
  name: string,
): boolean | undefined {
  const option = options?.find((given) => given.name === name);
  return option?.type === ApplicationCommandOptionType.Boolean ? option.value : undefined;
}
