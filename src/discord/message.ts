/** Discord messages as plain values: the few component types that the bot uses, and the message around them. */

import {
  ComponentType,
  MessageFlags,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
} from 'discord-api-types/v10';
import { LIMITS } from './limits.ts';

/** Who sees an interaction's response: only who asked, or the channel. */
export type Visibility = 'private' | 'public';

/** A message made of components, pinging nobody. */
export interface MessageBody {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  /** An ordinary message that leaves this out would ping everyone it names. */
  readonly allowed_mentions: { readonly parse: [] };
}

export function message(components: readonly APIMessageTopLevelComponent[], visibility: Visibility): MessageBody {
  const flags = MessageFlags.IsComponentsV2 | (visibility === 'private' ? MessageFlags.Ephemeral : 0);
  return { flags, components: [...components], allowed_mentions: { parse: [] } };
}

export function text(content: string): { type: ComponentType.TextDisplay; content: string } {
  return { type: ComponentType.TextDisplay, content };
}

/** `colour` is 0xRRGGBB; without it the container has no stripe. */
export function container(components: readonly APIComponentInContainer[], colour?: number): APIMessageTopLevelComponent {
  return { type: ComponentType.Container, components: [...components], ...(colour === undefined ? {} : { accent_color: colour }) };
}

export function line(): APIComponentInContainer {
  return { type: ComponentType.Separator };
}

/** One select menu in a row of its own. Needs 1 to 25 options. */
export function menu(customId: string, placeholder: string, options: readonly APISelectMenuOption[]): APIComponentInContainer {
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: customId, placeholder, options: options.slice(0, LIMITS.options) }],
  };
}
