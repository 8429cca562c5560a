import { randomBytes } from 'node:crypto';
import {
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  type APIMessage,
  type APIMessageComponentInteraction,
  type APIMessageInteractionMetadata,
} from 'discord-api-types/v10';
import type { Invocation } from '../server/commands.ts';
import { channelPayload, interactionMember } from '../world/payloads.ts';
import type { Place } from '../world/places.ts';
import type { World } from '../world/world.ts';

const ATTACHMENT_LIMIT = 10 * 1024 * 1024;

/** The payload of a slash command. */
export function slashInteraction(world: World, place: Place, invocation: Invocation): APIApplicationCommandInteraction {
  const { options, ...command } = invocation;
  const data = { ...command, type: ApplicationCommandType.ChatInput, ...(options.length === 0 ? {} : { options }) };
  return { ...base(world, place), type: InteractionType.ApplicationCommand, data } as APIApplicationCommandInteraction;
}

/** The payload of a command from a message's menu; the message comes with all its content. */
export function menuInteraction(
  world: World,
  place: Place,
  invocation: Invocation,
  target: APIMessage,
): APIApplicationCommandInteraction {
  const { options: _, ...command } = invocation;
  const data = {
    ...command,
    type: ApplicationCommandType.Message,
    target_id: target.id,
    resolved: { messages: { [target.id]: target } },
  };
  return { ...base(world, place), type: InteractionType.ApplicationCommand, data } as APIApplicationCommandInteraction;
}

/** The payload of a text that is being typed. */
export function autocompleteInteraction(
  world: World,
  place: Place,
  invocation: Invocation,
): APIApplicationCommandAutocompleteInteraction {
  const data = { ...invocation, type: ApplicationCommandType.ChatInput };
  return {
    ...base(world, place),
    type: InteractionType.ApplicationCommandAutocomplete,
    data,
  } as APIApplicationCommandAutocompleteInteraction;
}

export interface UsedComponent {
  readonly id: number;
  readonly custom_id: string;
  readonly component_type: ComponentType.Button | ComponentType.StringSelect;
  readonly values?: readonly string[];
}

/** The payload of a pressed button or a choice; the message that it stands on comes whole. */
export function componentInteraction(
  world: World,
  place: Place,
  message: APIMessage,
  data: UsedComponent,
): APIMessageComponentInteraction {
  return {
    ...base(world, place),
    type: InteractionType.MessageComponent,
    data,
    message,
  } as unknown as APIMessageComponentInteraction;
}

/** What a message tells everybody of the interaction that made it. */
export function metadataOf(interaction: APIInteraction, place: Place): APIMessageInteractionMetadata {
  const shared = { id: interaction.id, user: place.person.user, authorizing_integration_owners: place.owners };
  if (interaction.type === InteractionType.MessageComponent) {
    return { ...shared, type: InteractionType.MessageComponent, interacted_message_id: interaction.message.id };
  }
  const target =
    interaction.type === InteractionType.ApplicationCommand && 'target_id' in interaction.data
      ? { target_message_id: interaction.data.target_id }
      : {};
  return { ...shared, type: InteractionType.ApplicationCommand, ...target };
}

function base(world: World, place: Place) {
  const { person, channel, context, owners, appPermissions, memberPermissions, guildLocale } = place;
  const { guild } = channel;
  const who =
    guild === undefined ? { user: person.user } : { member: interactionMember(person.user, memberPermissions) };
  const where =
    guild === undefined
      ? {}
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guildLocale, features: ['COMMUNITY'] },
          guild_locale: guildLocale,
        };
  return {
    id: world.nextId(),
    application_id: world.applicationId,
    token: randomBytes(60).toString('base64url'),
    version: 1,
    ...where,
    channel_id: channel.id,
    channel: { ...channelPayload(channel), ...(guild === undefined ? {} : { permissions: memberPermissions }) },
    ...who,
    app_permissions: appPermissions,
    locale: person.locale,
    entitlements: [],
    authorizing_integration_owners: owners,
    context,
    attachment_size_limit: ATTACHMENT_LIMIT,
  };
}
