import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { ApplicationCommandOptionType, ApplicationCommandType, Locale } from 'discord-api-types/v10';
import { at, faultsAgainst, isRecord } from './against-schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/** How many commands of a type an application may have in one place. */
const MAX_COMMANDS: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15, 4: 1 };
/** Over a command's names, descriptions and choice values, each in its longest language. */
const MAX_COMMAND_TEXT = 8_000;
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Devanagari}\p{sc=Thai}]{1,32}$/u;
const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));

/** What Discord would refuse in a bulk `PUT` of commands; empty if nothing. */
export function faultsOfCommands(body: unknown): string[] {
  const sent: unknown = JSON.parse(JSON.stringify(body ?? null));
  if (!Array.isArray(sent)) return ['the body must be a list of commands'];
  const commands = sent.filter(isRecord);
  return [
    ...faultsOfCounts(commands),
    ...sent.flatMap((command: unknown, index) => faultsOfCommand(command, `[${index}]`)),
  ];
}

function faultsOfCounts(commands: readonly Fields[]): string[] {
  const keys = commands.map((command) => JSON.stringify([command['type'] ?? 1, command['name']]));
  const twice = commands.filter((_, index) => keys.indexOf(keys[index] ?? '') !== index);
  const tooMany = Object.entries(MAX_COMMANDS).filter(
    ([type, max]) => commands.filter((command) => Number(command['type'] ?? 1) === Number(type)).length > max,
  );
  return [
    ...twice.map((command) => `the command ${JSON.stringify(command['name'])} stands twice`),
    ...tooMany.map(([type, max]) => `there may be at most ${max} commands of type ${type}`),
  ];
}

function faultsOfCommand(command: unknown, path: string): string[] {
  if (!isRecord(command)) return [`${path}: must be an object`];
  // Two faults of the published schema: permissions are a string of digits (it says number), and
  // `nsfw` is a key (it has none).
  const { default_member_permissions: permissions, nsfw: _, ...rest } = command;
  const isRight =
    permissions === undefined || permissions === null || (typeof permissions === 'string' && /^\d+$/.test(permissions));
  const isSlash = (command['type'] ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
  const length = textIn(command);
  return [
    ...faultsAgainst(ApplicationCommandUpdateRequestSchema, rest, path),
    ...(isRight
      ? []
      : [`${path}.default_member_permissions: must be a string of digits, is ${JSON.stringify(permissions)}`]),
    ...(isSlash ? faultsOfSlash(command, path) : faultsOfMenu(command, path)),
    ...faultsOfLocales(command, path, isSlash),
    ...['contexts', 'integration_types']
      .filter((key) => hasTwice(command[key]))
      .map((key) => `${at(path, key)}: has a value twice`),
    ...(length > MAX_COMMAND_TEXT
      ? [`${path}: may have at most ${MAX_COMMAND_TEXT} characters in all, has ${length}`]
      : []),
  ];
}

function faultsOfSlash(command: Fields, path: string): string[] {
  const options = Array.isArray(command['options']) ? command['options'].filter(isRecord) : [];
  return [
    ...faultsOfName(command['name'], at(path, 'name')),
    ...(command['description'] ? [] : [`${at(path, 'description')}: is missing`]),
    ...faultsOfOptions(options, at(path, 'options')),
  ];
}

/** A menu command has a name and nothing to say beside it. */
function faultsOfMenu(command: Fields, path: string): string[] {
  return [
    ...(command['description'] ? [`${at(path, 'description')}: a menu command has none`] : []),
    ...(Array.isArray(command['options']) && command['options'].length > 0
      ? [`${at(path, 'options')}: a menu command has none`]
      : []),
  ];
}

function faultsOfOptions(options: readonly Fields[], path: string): string[] {
  const names = options.map((option) => option['name']);
  const firstOptional = options.findIndex((option) => option['required'] !== true);
  const groups = options.filter(isSubcommand).length;
  const ownFaults = options.flatMap((option, index) => {
    const where = at(path, index);
    return [
      ...(names.indexOf(names[index]) === index ? [] : [`${where}.name: ${JSON.stringify(names[index])} stands twice`]),
      ...(option['required'] === true && firstOptional !== -1 && firstOptional < index
        ? [`${where}: a required option stands after an optional one`]
        : []),
      ...faultsOfOption(option, where),
    ];
  });
  return groups > 0 && groups < options.length
    ? [`${path}: subcommands and other options may not stand side by side`, ...ownFaults]
    : ownFaults;
}

function faultsOfOption(option: Fields, path: string): string[] {
  const { choices, autocomplete, min_length, max_length, options } = option;
  const listed = Array.isArray(choices) ? choices.filter(isRecord) : [];
  return [
    ...faultsOfName(option['name'], at(path, 'name')),
    ...faultsOfLocales(option, path, true),
    ...(autocomplete === true && listed.length > 0 ? [`${path}: may have choices or autocomplete, not both`] : []),
    ...(typeof min_length === 'number' && typeof max_length === 'number' && min_length > max_length
      ? [`${path}: min_length is above max_length`]
      : []),
    ...(hasTwice(listed.map((choice) => choice['name'])) ? [`${at(path, 'choices')}: a name stands twice`] : []),
    ...listed.flatMap((choice, index) => [
      ...(typeof choice['value'] === 'string' && choice['value'].length > 100
        ? [`${at(path, 'choices')}[${index}].value: may have at most 100 characters`]
        : []),
      ...faultsOfLocales(choice, `${at(path, 'choices')}[${index}]`, false),
    ]),
    ...(Array.isArray(options) ? faultsOfOptions(options.filter(isRecord), at(path, 'options')) : []),
  ];
}

function faultsOfName(name: unknown, path: string): string[] {
  if (typeof name !== 'string') return [];
  if (!SLASH_NAME.test(name))
    return [`${path}: ${JSON.stringify(name)} has characters that a command or option name may not have`];
  return name === name.toLowerCase() ? [] : [`${path}: ${JSON.stringify(name)} must be lower case`];
}

function faultsOfLocales(fields: Fields, path: string, isSlashName: boolean): string[] {
  return ['name_localizations', 'description_localizations'].flatMap((key) => {
    const map = fields[key];
    if (!isRecord(map)) return [];
    return Object.entries(map).flatMap(([locale, text]) => [
      ...(LOCALES.has(locale) ? [] : [`${at(path, key)}: ${JSON.stringify(locale)} is no locale of Discord`]),
      ...(key === 'name_localizations' && isSlashName ? faultsOfName(text, at(at(path, key), locale)) : []),
    ]);
  });
}

function textIn(fields: Fields): number {
  const longest = (text: unknown, localized: unknown): number =>
    Math.max(
      0,
      ...[text, ...(isRecord(localized) ? Object.values(localized) : [])].map((value) =>
        typeof value === 'string' ? value.length : 0,
      ),
    );
  const children = [fields['options'], fields['choices']].flatMap((list) =>
    Array.isArray(list) ? list.filter(isRecord) : [],
  );
  return children.reduce(
    (sum, child) => sum + textIn(child),
    longest(fields['name'], fields['name_localizations']) +
      longest(fields['description'], fields['description_localizations']) +
      longest(fields['value'], undefined),
  );
}

function isSubcommand(option: Fields): boolean {
  return (
    option['type'] === ApplicationCommandOptionType.Subcommand ||
    option['type'] === ApplicationCommandOptionType.SubcommandGroup
  );
}

function hasTwice(values: unknown): boolean {
  return Array.isArray(values) && new Set(values).size < values.length;
}
