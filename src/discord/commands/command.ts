/** What a slash command is: how it is registered, and what it does. */

import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteractionDataOption,
  APICommandAutocompleteInteractionResponseCallbackData,
  APIChatInputApplicationCommandInteraction,
  LocalizationMap,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord-api-types/v10';
import type { MessageKey } from '../../i18n/messages.ts';
import type { Translators } from '../../i18n/translators.ts';
import type { Bot } from '../../bot/bot.ts';
import type { MessageBody } from '../views/message.ts';

export type CommandDefinition = RESTPostAPIChatInputApplicationCommandsJSONBody;

export interface Command {
  /** The name that Discord sends, whatever the reader's language. */
  readonly name: string;
  readonly define: (translators: Translators) => CommandDefinition;
  /** Pure and synchronous. */
  readonly run: (interaction: APIChatInputApplicationCommandInteraction, bot: Bot) => MessageBody;
  readonly complete?: (
    interaction: APIApplicationCommandAutocompleteInteraction,
    bot: Bot,
  ) => APICommandAutocompleteInteractionResponseCallbackData;
}

/** The messages that name a command or an option: those without arguments. */
type CommandKey = Extract<MessageKey, `command.${string}`>;
/** The commands and options that have both a name and a description. */
type DescribedKey = CommandKey extends infer Key
  ? Key extends `${infer Described}.description`
    ? Described
    : never
  : never;

export interface Named {
  readonly name: string;
  readonly name_localizations: LocalizationMap;
  readonly description: string;
  readonly description_localizations: LocalizationMap;
}

/** The part of a definition that all commands share: they work where the app is installed, and where only the user has it. */
export function everywhere(name: string, key: DescribedKey, translators: Translators): CommandDefinition {
  return {
    type: ApplicationCommandType.ChatInput,
    ...named(name, key, translators),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}

/** A name and a description in every locale spoken; the default one stands beside them, as Discord asks. */
export function named(name: string, key: DescribedKey, translators: Translators): Named {
  return {
    name,
    name_localizations: inEach(`${key}.name`, translators),
    description: translators.default.t(`${key}.description`),
    description_localizations: inEach(`${key}.description`, translators),
  };
}

/** A message in every locale spoken, as Discord wants localisations. */
export function inEach(key: CommandKey, translators: Translators): LocalizationMap {
  return Object.fromEntries(translators.all.map((translator) => [translator.locale, translator.t(key)]));
}

/**
 * What was typed into an option, or nothing.
 * @param maxLength characters: the option's `max_length`, to which only Discord's own clients hold.
 */
export function stringOption(
  options: readonly APIApplicationCommandInteractionDataOption[] | undefined,
  name: string,
  maxLength: number,
): string {
  const option = options?.find((one) => one.name === name);
  return option?.type === ApplicationCommandOptionType.String ? option.value.slice(0, maxLength) : '';
}
