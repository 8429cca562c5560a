import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { at, isRecord } from './against-schema.ts';

interface Placed {
  readonly component: Readonly<Record<string, unknown>>;
  readonly path: string;
}

const MAX_COMPONENTS = 40;
const MAX_ROWS = 5;
/** Over all text displays; not in Discord's documentation, but its error message says so. */
const MAX_TEXT = 4_000;

const V2_TYPES: ReadonlySet<unknown> = new Set([
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.Thumbnail,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
]);

/**
 * What Discord's schemas do not say of a message's components: what holds over all of them, and
 * within a button or a select.
 */
export function faultsOfComponents(components: readonly unknown[], path: string, v2: boolean): string[] {
  const all = flatten(components, path);
  return [
    ...(v2 ? faultsOfV2(all, path) : faultsOfRows(all, components.length, path)),
    ...faultsOfIds(all),
    ...all.flatMap(faultsOfOne),
  ];
}

/** Every component, however deep it stands, parents before children. */
function flatten(components: readonly unknown[], path: string): Placed[] {
  return components.flatMap((component, index) => (isRecord(component) ? flattenOne(component, at(path, index)) : []));
}

function flattenOne(component: Readonly<Record<string, unknown>>, path: string): Placed[] {
  const { components, accessory } = component;
  return [
    { component, path },
    ...(Array.isArray(components) ? flatten(components, at(path, 'components')) : []),
    ...(isRecord(accessory) ? flattenOne(accessory, at(path, 'accessory')) : []),
  ];
}

function faultsOfV2(all: readonly Placed[], path: string): string[] {
  const text = all.reduce((sum, { component }) => sum + (isTextDisplay(component) ? component.content.length : 0), 0);
  return [
    ...(all.length > MAX_COMPONENTS
      ? [`${path}: may have at most ${MAX_COMPONENTS} components in all, has ${all.length}`]
      : []),
    ...(text > MAX_TEXT ? [`${path}: may have at most ${MAX_TEXT} characters in all text displays, has ${text}`] : []),
  ];
}

function faultsOfRows(all: readonly Placed[], rows: number, path: string): string[] {
  const strangers = all.filter(({ component }) => V2_TYPES.has(component['type']));
  return [
    ...strangers.map(
      ({ component, path: where }) => `${where}: type ${String(component['type'])} needs the flag of Components V2`,
    ),
    ...(rows > MAX_ROWS ? [`${path}: may have at most ${MAX_ROWS} rows, has ${rows}`] : []),
  ];
}

/**
 * `custom_id` (what comes back) and `id` (what Discord numbers) are each given once in a message.
 */
function faultsOfIds(all: readonly Placed[]): string[] {
  return ['custom_id', 'id'].flatMap((key) => {
    const seen = new Set<unknown>([undefined, null, 0]);
    return all.flatMap(({ component, path }) => {
      const id = component[key];
      if (seen.has(id) && id !== undefined && id !== null && id !== 0)
        return [`${at(path, key)}: ${JSON.stringify(id)} stands twice in the message`];
      seen.add(id);
      return [];
    });
  });
}

function faultsOfOne({ component, path }: Placed): string[] {
  switch (component['type']) {
    case ComponentType.ActionRow:
      return faultsOfRow(component, path);
    case ComponentType.Button:
      return faultsOfButton(component, path);
    case ComponentType.StringSelect:
      return faultsOfSelect(component, path);
    case ComponentType.TextDisplay:
      return isTextDisplay(component) && component.content.trim() === ''
        ? [`${path}.content: is nothing but space`]
        : [];
    default:
      return [];
  }
}

function faultsOfRow(row: Readonly<Record<string, unknown>>, path: string): string[] {
  const children = Array.isArray(row['components']) ? row['components'].filter(isRecord) : [];
  const selects = children.filter((child) => child['type'] !== ComponentType.Button);
  return selects.length > 0 && children.length > 1 ? [`${path}: a select stands alone in its row`] : [];
}

function faultsOfButton(button: Readonly<Record<string, unknown>>, path: string): string[] {
  const { style, custom_id, url, sku_id, label, emoji } = button;
  const faults: string[] = [];
  if (style === ButtonStyle.Link) {
    if (!url) faults.push(`${path}: a link button needs a url`);
    if (custom_id) faults.push(`${path}: a link button may not have a custom_id`);
  } else if (style === ButtonStyle.Premium) {
    if (!sku_id) faults.push(`${path}: a premium button needs a sku_id`);
  } else {
    if (!custom_id) faults.push(`${path}: a button needs a custom_id`);
    if (url) faults.push(`${path}: only a link button may have a url`);
  }
  const blank = typeof label !== 'string' || label.trim() === '';
  if (style !== ButtonStyle.Premium && blank && !emoji) faults.push(`${path}: a button needs a label or an emoji`);
  return faults;
}

function faultsOfSelect(select: Readonly<Record<string, unknown>>, path: string): string[] {
  const options = Array.isArray(select['options']) ? select['options'].filter(isRecord) : [];
  const values = options.map((option) => option['value']);
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  const min = typeof select['min_values'] === 'number' ? select['min_values'] : 1;
  const max = typeof select['max_values'] === 'number' ? select['max_values'] : 1;
  const chosen = options.filter((option) => option['default'] === true).length;
  return [
    ...twice.map((value) => `${path}.options: the value ${JSON.stringify(value)} stands twice`),
    ...(min > max ? [`${path}: min_values is above max_values`] : []),
    ...(Math.max(min, max) > options.length ? [`${path}: asks for more values than it has options`] : []),
    ...(chosen > max ? [`${path}: has more defaults than may be chosen`] : []),
  ];
}

function isTextDisplay(
  component: Readonly<Record<string, unknown>>,
): component is { type: ComponentType.TextDisplay; content: string } {
  return component['type'] === ComponentType.TextDisplay && typeof component['content'] === 'string';
}
