import {
  ComponentType,
  type APIButtonComponent,
  type APIMessage,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import { isRecord } from '../rules/against-schema.ts';

/** Anything with the looks of a message: one that stands in a channel, or the data of an answer. */
export interface MessageLike {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly unknown[] | null | undefined;
  readonly components?: readonly unknown[] | null | undefined;
}

/** An exchange stands for its message. */
export type Readable = MessageLike | { readonly message: APIMessage };

/**
 * All that a reader can read in a message, line by line: content, text displays, embeds; not the
 * labels of buttons.
 */
export function textOf(readable: Readable): string {
  const { content, embeds, components } = messageIn(readable);
  const inEmbeds = (embeds ?? []).filter(isRecord).flatMap((embed) => [embed['title'], embed['description']]);
  const displayed = flattened(components ?? [])
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map((display) => display['content']);
  return [content, ...inEmbeds, ...displayed].filter((text) => typeof text === 'string' && text !== '').join('\n');
}

/** The buttons of a message, in reading order. */
export function buttonsOf(readable: Readable): APIButtonComponent[] {
  return componentsOfType<APIButtonComponent>(readable, ComponentType.Button);
}

/** The string selects of a message, in reading order. */
export function selectsOf(readable: Readable): APIStringSelectComponent[] {
  return componentsOfType<APIStringSelectComponent>(readable, ComponentType.StringSelect);
}

export function messageIn(readable: Readable): MessageLike {
  return 'message' in readable ? readable.message : readable;
}

function componentsOfType<Component>(readable: Readable, type: ComponentType): Component[] {
  return flattened(messageIn(readable).components ?? []).filter(
    (component) => component['type'] === type,
  ) as unknown as Component[];
}

function flattened(components: readonly unknown[]): Record<string, unknown>[] {
  return components.filter(isRecord).flatMap((component) => {
    const { components: inner, accessory } = component;
    return [
      component,
      ...flattened(Array.isArray(inner) ? inner : []),
      ...flattened(accessory === undefined ? [] : [accessory]),
    ];
  });
}
