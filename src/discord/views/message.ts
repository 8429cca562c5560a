/**
 * Messages as plain values: the kinds of components that the bot uses, and the message around them.
 */

import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
  type APISeparatorComponent,
  type APITextDisplayComponent,
} from 'discord-api-types/v10';
import type { Visibility } from '../../bot/bot.ts';
import { LIMITS } from '../limits.ts';

/** A message made of components that pings nobody. */
export interface MessageBody {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  /** A message without this would ping everyone it mentions. */
  readonly allowed_mentions: { readonly parse: [] };
}

/** What may be missing from a list of components: `undefined` is left out. */
type Optional<Component> = Component | undefined;
export type ActionRow = APIActionRowComponent<APIComponentInMessageActionRow>;

export function message(
  components: readonly Optional<APIMessageTopLevelComponent>[],
  visibility: Visibility,
): MessageBody {
  const flags = MessageFlags.IsComponentsV2 | (visibility === 'private' ? MessageFlags.Ephemeral : 0);
  return { flags, components: present(components), allowed_mentions: { parse: [] } };
}

/** A card. `color` is the stripe at its side, 0xRRGGBB; without it there is none. */
export function container(
  components: readonly Optional<APIComponentInContainer>[],
  color?: number,
): APIContainerComponent {
  const card = { type: ComponentType.Container as const, components: present(components) };
  return color === undefined ? card : { ...card, accent_color: color };
}

/** Text in Discord's Markdown. */
export function text(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator };
}

/** A row of up to five buttons; none if there are no buttons. */
export function actionRow(buttons: readonly Optional<APIButtonComponentWithCustomId>[]): ActionRow | undefined {
  const components = present(buttons);
  return components.length === 0 ? undefined : { type: ComponentType.ActionRow, components };
}

/** A button whose words say what it does: neither an icon nor a color has to. */
export function button(customId: string, label: string): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: customId, label };
}

/**
 * A select menu, in the row of its own that Discord demands; none without options. Options past the
 * 25th are left out.
 */
export function selectMenu(
  customId: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): ActionRow | undefined {
  if (options.length === 0) return undefined;
  const menu = {
    type: ComponentType.StringSelect as const,
    custom_id: customId,
    placeholder,
    options: options.slice(0, LIMITS.options),
  };
  return { type: ComponentType.ActionRow, components: [menu] };
}

function present<Component>(components: readonly Optional<Component>[]): Component[] {
  return components.filter((component) => component !== undefined);
}
