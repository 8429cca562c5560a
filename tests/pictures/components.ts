/**
 * Discord's components as HTML. Buttons and action rows are Skyra's elements; text, containers,
 * separators, sections, and select menus are drawn here.
 */

import {
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APISectionAccessoryComponent,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import { escapeHtml } from './html.ts';
import { markdownToHtml } from './markdown.ts';

type Component =
  APIMessageTopLevelComponent | APIComponentInContainer | APIComponentInMessageActionRow | APISectionAccessoryComponent;

export interface Drawing {
  /** Whether select menus list their options, below the menu instead of floating. */
  readonly openMenus: boolean;
}

/** @throws Error with the number of the component's type if the bot uses no such component */
export function drawComponent(component: Component, drawing: Drawing): string {
  const inside = (components: readonly Component[]): string =>
    components.map((inner) => drawComponent(inner, drawing)).join('');
  switch (component.type) {
    case ComponentType.Container: {
      const { accent_color: accent, components } = component;
      const stripe =
        accent === undefined || accent === null
          ? ''
          : ` accented" style="--accent: #${accent.toString(16).padStart(6, '0')}`;
      return `<div class="container${stripe}">${inside(components)}</div>`;
    }
    case ComponentType.TextDisplay:
      return `<div class="text">${markdownToHtml(component.content)}</div>`;
    case ComponentType.Separator: {
      const { divider = true, spacing = SeparatorSpacingSize.Small } = component;
      return `<div class="separator${divider ? ' divider' : ''}${spacing === SeparatorSpacingSize.Large ? ' large' : ''}"></div>`;
    }
    case ComponentType.Section: {
      const { accessory } = component;
      const drawn = drawComponent(accessory, drawing);
      const beside =
        accessory.type === ComponentType.Button ? `<discord-action-row>${drawn}</discord-action-row>` : drawn;
      return `<div class="section"><div class="section-texts">${inside(component.components)}</div>${beside}</div>`;
    }
    case ComponentType.ActionRow:
      return `<discord-action-row>${inside(component.components)}</discord-action-row>`;
    case ComponentType.Button:
      return drawButton(component);
    case ComponentType.StringSelect:
      return drawSelect(component, drawing);
    default:
      throw new Error(`The pictures cannot show components of type ${component.type}.`);
  }
}

/** Custom emoji would have to be fetched; the others need a font that not every machine has. */
const NO_EMOJI = 'The pictures cannot show emoji on buttons or in menus.';

/** Skyra's names for the styles. A link button looks like a secondary one. */
const BUTTON_TYPES = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'destructive',
  [ButtonStyle.Link]: 'secondary',
} as const;

function drawButton(button: APIButtonComponent): string {
  if (button.style === ButtonStyle.Premium) throw new Error('The pictures cannot show premium buttons (style 6).');
  const { emoji, label = '' } = button;
  if (emoji !== undefined) throw new Error(NO_EMOJI);
  const address = button.style === ButtonStyle.Link ? ` url="${escapeHtml(button.url)}"` : '';
  return `<discord-button type="${BUTTON_TYPES[button.style]}"${address}${button.disabled ? ' disabled' : ''}>${escapeHtml(label)}</discord-button>`;
}

/** Drawn here because Skyra's select cuts off its list at 190 pixels and its labels at 400. */
function drawSelect(
  { placeholder = 'Make a selection', options, disabled }: APIStringSelectComponent,
  { openMenus }: Drawing,
): string {
  if (options.some(({ emoji }) => emoji !== undefined)) throw new Error(NO_EMOJI);
  const chosen = options.filter((option) => option.default).map(({ label }) => label);
  const shown =
    chosen.length > 0
      ? `<span>${escapeHtml(chosen.join(', '))}</span>`
      : `<span class="placeholder">${escapeHtml(placeholder)}</span>`;
  const items = options.map(
    ({ label, description }) =>
      `<li>${escapeHtml(label)}${description ? `<small>${escapeHtml(description)}</small>` : ''}</li>`,
  );
  const list = openMenus ? `<ul class="options">${items.join('')}</ul>` : '';
  return `<div class="select${disabled ? ' disabled' : ''}${openMenus ? ' open' : ''}"><div class="select-field">${shown}<i class="arrow"></i></div>${list}</div>`;
}
