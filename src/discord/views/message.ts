/** Discord messages as plain values: the few component types that the bot uses, and the message around them. */

import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
} from 'discord-api-types/v10';
import type { Visibility } from '../../bot/bot.ts';
import { LIMITS } from '../limits.ts';

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

/** A short message in the bot's own voice. */
export function notice(words: string, visibility: Visibility = 'private'): MessageBody {
  return message([text(words)], visibility);
}

export function text(content: string): { type: ComponentType.TextDisplay; content: string } {
  return { type: ComponentType.TextDisplay, content };
}

/** `colour` is 0xRRGGBB; without it the container has no stripe. */
export function container(
  components: readonly APIComponentInContainer[],
  colour?: number,
): APIMessageTopLevelComponent {
  return {
    type: ComponentType.Container,
    components: [...components],
    ...(colour === undefined ? {} : { accent_color: colour }),
  };
}

export function line(): APIComponentInContainer {
  return { type: ComponentType.Separator };
}

/** One row of buttons, none where there are no buttons. Discord takes five. */
export function row(buttons: readonly APIButtonComponent[]): readonly APIComponentInContainer[] {
  return buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: [...buttons] }];
}

/** A button with words: what it does must not hang on a picture or a colour. */
export function button(id: string, label: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: id, label };
}

/** One select menu in a row of its own, none without options. Discord takes 25. */
export function menu(
  id: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): readonly APIComponentInContainer[] {
  if (options.length === 0) return [];
  const select = {
    type: ComponentType.StringSelect as const,
    custom_id: id,
    placeholder,
    options: options.slice(0, LIMITS.options),
  };
  return [{ type: ComponentType.ActionRow, components: [select] }];
}
