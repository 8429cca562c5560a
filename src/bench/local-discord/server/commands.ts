import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';

export type OptionValue = string | number | boolean;

/** One bulk `PUT` of commands. */
export interface Registration {
  /** "global", or the id of the server whose commands they are. */
  readonly scope: string;
  readonly commands: readonly APIApplicationCommand[];
}

export interface Commands {
  /** The last `PUT` for each scope, in the order in which they came. */
  readonly registered: Registration[];
  put(scope: string, body: RESTPutAPIApplicationCommandsJSONBody): Registration;
  /**
   * The command as Discord would offer it at that place, and the options in Discord's form. Before
   * anything is registered every command is taken to exist. Throws if Discord would not offer it or
   * not send it off.
   */
  invoke(
    path: string,
    type: ApplicationCommandType,
    options: Readonly<Record<string, OptionValue>>,
    place: Place,
    focused?: string,
  ): Invocation;
}

export interface Invocation {
  readonly id: string;
  readonly name: string;
  readonly guild_id?: string;
  readonly options: APIApplicationCommandInteractionDataOption[];
}

export function createCommands(world: World): Commands {
  const registered: Registration[] = [];

  function find(
    name: string,
    type: ApplicationCommandType,
    place: Place,
  ): { scope: string; command: APIApplicationCommand } | undefined {
    const offered = registered
      .filter(({ scope }) => scope === 'global' || scope === place.channel.guild?.id)
      .flatMap(({ scope, commands }) => commands.map((command) => ({ scope, command })));
    const found = offered.find(({ command }) => command.name === name && command.type === type);
    if (found === undefined && registered.length > 0) {
      throw new Error(
        `no command ${JSON.stringify(name)} of type ${type} is registered; there are: ${offered.map(({ command }) => command.name).join(', ')}`,
      );
    }
    if (found !== undefined && !isOffered(found.command, place))
      throw new Error(`Discord does not offer ${JSON.stringify(name)} there (see its contexts and integration_types)`);
    return found;
  }

  return {
    registered,
    put(scope, body) {
      const commands = body.map((command): APIApplicationCommand => {
        const type = command.type ?? ApplicationCommandType.ChatInput;
        const defaults = {
          description: '',
          default_member_permissions: null,
          contexts: null,
          integration_types: [ApplicationIntegrationType.GuildInstall],
        };
        const kept = registered
          .find((known) => known.scope === scope)
          ?.commands.find((known) => known.name === command.name && known.type === type);
        return {
          ...defaults,
          ...command,
          type,
          id: kept?.id ?? world.nextId(),
          application_id: world.applicationId,
          version: world.nextId(),
        } as APIApplicationCommand;
      });
      const registration = { scope, commands };
      const index = registered.findIndex((known) => known.scope === scope);
      if (index !== -1) registered.splice(index, 1);
      registered.push(registration);
      return registration;
    },
    invoke(path, type, values, place, focused) {
      const [name = '', ...subcommands] = type === ApplicationCommandType.ChatInput ? path.split(' ') : [path];
      const found = find(name, type, place);
      const definitions = found === undefined ? undefined : definitionsAt(found.command, subcommands);
      const options = typedOptions(values, definitions, focused);
      const wrapped = subcommands.reduceRight((inner, subcommand, index) => {
        const optionType =
          index === subcommands.length - 1
            ? ApplicationCommandOptionType.Subcommand
            : ApplicationCommandOptionType.SubcommandGroup;
        return [{ name: subcommand, type: optionType, options: inner } as APIApplicationCommandInteractionDataOption];
      }, options);
      return {
        id: found?.command.id ?? world.nextId(),
        name,
        ...(found === undefined || found.scope === 'global' ? {} : { guild_id: found.scope }),
        options: wrapped,
      };
    },
  };
}

function isOffered(command: APIApplicationCommand, place: Place): boolean {
  const contexts = command.contexts ?? Object.values(InteractionContextType);
  const types = command.integration_types ?? [ApplicationIntegrationType.GuildInstall];
  return contexts.includes(place.context) && Object.keys(place.owners).some((type) => types.includes(Number(type)));
}

function definitionsAt(
  command: APIApplicationCommand,
  subcommands: readonly string[],
): readonly APIApplicationCommandBasicOption[] {
  let options = command.options ?? [];
  for (const name of subcommands) {
    const next = options.find((option) => option.name === name);
    const isGroup =
      next?.type === ApplicationCommandOptionType.Subcommand ||
      next?.type === ApplicationCommandOptionType.SubcommandGroup;
    if (!isGroup) throw new Error(`/${command.name} has no subcommand ${JSON.stringify(name)}`);
    options = next.options ?? [];
  }
  return options as readonly APIApplicationCommandBasicOption[];
}

function typedOptions(
  values: Readonly<Record<string, OptionValue>>,
  definitions: readonly APIApplicationCommandBasicOption[] | undefined,
  focused: string | undefined,
): APIApplicationCommandInteractionDataOption[] {
  const missing = definitions?.find(({ name, required }) => required === true && !(name in values));
  if (missing !== undefined && focused === undefined)
    throw new Error(`Discord does not send the command off without its option ${JSON.stringify(missing.name)}`);
  return Object.entries(values).map(([name, value]) => {
    const definition = definitions?.find((option) => option.name === name);
    if (definitions !== undefined && definition === undefined)
      throw new Error(`the command has no option ${JSON.stringify(name)}`);
    const type = definition?.type ?? typeOf(value);
    if (!fits(type, value))
      throw new Error(
        `the option ${JSON.stringify(name)} is of type ${ApplicationCommandOptionType[type]}, and can't be ${JSON.stringify(value)}`,
      );
    if (focused === undefined) assertLength(name, value, definition);
    return {
      name,
      type,
      value,
      ...(name === focused ? { focused: true } : {}),
    } as APIApplicationCommandInteractionDataOption;
  });
}

function assertLength(
  name: string,
  value: OptionValue,
  definition: APIApplicationCommandBasicOption | undefined,
): void {
  if (typeof value !== 'string' || definition?.type !== ApplicationCommandOptionType.String) return;
  const { min_length: min = 0, max_length: max = 6_000 } = definition;
  if (value.length < min || value.length > max)
    throw new Error(
      `Discord takes ${min} to ${max} characters for the option ${JSON.stringify(name)}, not ${value.length}`,
    );
}

function typeOf(value: OptionValue): ApplicationCommandOptionType {
  if (typeof value === 'string') return ApplicationCommandOptionType.String;
  return typeof value === 'boolean' ? ApplicationCommandOptionType.Boolean : ApplicationCommandOptionType.Number;
}

function fits(type: ApplicationCommandOptionType, value: OptionValue): boolean {
  switch (type) {
    case ApplicationCommandOptionType.String:
      return typeof value === 'string';
    case ApplicationCommandOptionType.Boolean:
      return typeof value === 'boolean';
    case ApplicationCommandOptionType.Integer:
      return Number.isInteger(value);
    case ApplicationCommandOptionType.Number:
      return typeof value === 'number';
    default:
      throw new Error(`options of type ${ApplicationCommandOptionType[type]} are not simulated`);
  }
}
