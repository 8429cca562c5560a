/** Holds messages and command definitions to Discord's limits before Discord does. */

import {
  ApplicationCommandType,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { CommandDefinition } from './commands/command.ts';
import { LIMITS, SLASH_COMMAND_NAME } from './limits.ts';
import type { MessageBody } from './views/message.ts';

/**
 * @returns what Discord would refuse, in words that continue "A reply could not be sent:". Empty if
 * the message is fine.
 */
export function checkMessage(message: MessageBody): readonly string[] {
  const components = message.components.flatMap(withNested);
  const texts = components.flatMap((component) =>
    component.type === ComponentType.TextDisplay ? [component.content] : [],
  );
  return [
    ...tooMany('characters of text', texts.join('').length, LIMITS.text),
    ...tooMany('components', components.length, LIMITS.components),
    ...tooMany('bytes', Buffer.byteLength(JSON.stringify(message)), LIMITS.payloadBytes),
    ...components.flatMap(componentProblems),
  ];
}

/**
 * @returns what Discord would refuse of a command's names and descriptions in this locale; empty if
 * they are fine.
 */
export function checkCommand(definition: CommandDefinition, locale: string): readonly string[] {
  const isSlashCommand = definition.type === ApplicationCommandType.ChatInput;
  const options = isSlashCommand ? (definition.options ?? []) : [];
  return [
    ...nameProblems(localized(definition.name, definition.name_localizations, locale), isSlashCommand),
    ...options.flatMap((option) => nameProblems(localized(option.name, option.name_localizations, locale), true)),
    ...[...(isSlashCommand ? [definition] : []), ...options].flatMap(({ description, description_localizations }) =>
      wrongLength('description', localized(description, description_localizations, locale), LIMITS.commandDescription),
    ),
  ];
}

type AnyComponent = APIMessageTopLevelComponent | APIComponentInContainer | APIComponentInMessageActionRow;

function withNested(component: AnyComponent): readonly AnyComponent[] {
  switch (component.type) {
    case ComponentType.Container:
      return [component, ...component.components.flatMap(withNested)];
    case ComponentType.ActionRow:
      return [component, ...component.components.flatMap(withNested)];
    default:
      return [component];
  }
}

function componentProblems(component: AnyComponent): readonly string[] {
  switch (component.type) {
    case ComponentType.ActionRow:
      return actionRowProblems(component);
    case ComponentType.Button:
      return buttonProblems(component);
    case ComponentType.StringSelect:
      return selectMenuProblems(component);
    default:
      return [];
  }
}

function actionRowProblems({ components }: APIActionRowComponent<APIComponentInMessageActionRow>): readonly string[] {
  return tooMany('buttons in a row', components.length, LIMITS.buttons);
}

function buttonProblems(button: APIButtonComponent): readonly string[] {
  return [
    ...('label' in button ? wrongLength('button', button.label ?? '', LIMITS.buttonLabel) : []),
    ...('custom_id' in button ? wrongLength('custom_id', button.custom_id, LIMITS.customId) : []),
  ];
}

function selectMenuProblems({ custom_id, placeholder, options }: APIStringSelectComponent): readonly string[] {
  return [
    ...wrongLength('custom_id', custom_id, LIMITS.customId),
    ...wrongLength('menu’s placeholder', placeholder ?? '', LIMITS.placeholder),
    ...tooMany('options in a menu', options.length, LIMITS.options),
    ...options.flatMap(({ label, description }) => [
      ...wrongLength('menu’s option', label, LIMITS.optionLabel),
      ...(description === undefined ? [] : wrongLength('menu’s description', description, LIMITS.optionDescription)),
    ]),
  ];
}

function nameProblems(name: string, isSlashCommand: boolean): readonly string[] {
  const problems = wrongLength('name', name, LIMITS.commandName);
  if (!isSlashCommand || SLASH_COMMAND_NAME.test(name)) return problems;
  return [...problems, `the name “${name}” has something other than letters in lower case, digits, - and _`];
}

function localized(text: string, localizations: CommandDefinition['name_localizations'], locale: string): string {
  const found = Object.entries(localizations ?? {}).find(([key]) => key === locale);
  return found?.[1] ?? text;
}

function tooMany(what: string, count: number, limit: number): readonly string[] {
  return count <= limit ? [] : [`it has ${count} ${what}, and Discord takes ${limit}`];
}

function wrongLength(what: string, text: string, limit: number): readonly string[] {
  if (text === '') return [`a ${what} is empty`];
  return text.length <= limit
    ? []
    : [`the ${what} “${text}” has ${text.length} characters, and Discord takes ${limit}`];
}
