/** Holds a message against Discord's limits before it is sent. */

import { ComponentType, type APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { LIMITS } from './limits.ts';
import type { MessageBody } from './views/message.ts';

/** @returns what Discord would refuse of a message, in sentences; empty where it is fine. */
export function overLimits(message: MessageBody): readonly string[] {
  const all = message.components.flatMap(withNested);
  const characters = all.reduce(
    (sum, component) => sum + (component.type === ComponentType.TextDisplay ? component.content.length : 0),
    0,
  );
  const bytes = Buffer.byteLength(JSON.stringify(message));
  return [
    ...(characters > LIMITS.text ? [`its text has ${characters} characters, and Discord takes ${LIMITS.text}`] : []),
    ...(all.length > LIMITS.components
      ? [`it has ${all.length} components, and Discord takes ${LIMITS.components}`]
      : []),
    ...(bytes > LIMITS.payloadBytes ? [`it has ${bytes} bytes, and Discord takes about ${LIMITS.payloadBytes}`] : []),
    ...all.flatMap((component) =>
      component.type === ComponentType.StringSelect ? overOptionLimits(component.options) : [],
    ),
  ];
}

type AnyComponent =
  APIMessageTopLevelComponent | Extract<APIMessageTopLevelComponent, { components: unknown[] }>['components'][number];

function withNested(component: AnyComponent): readonly AnyComponent[] {
  return 'components' in component
    ? [component, ...component.components.flatMap((inner) => withNested(inner as AnyComponent))]
    : [component];
}

function overOptionLimits(
  options: readonly { readonly label: string; readonly description?: string }[],
): readonly string[] {
  return options.flatMap(({ label, description = '' }) => [
    ...(label.length > LIMITS.optionLabel
      ? [`the menu’s “${label}” is longer than ${LIMITS.optionLabel} characters`]
      : []),
    ...(description.length > LIMITS.optionDescription
      ? [`the menu’s “${description}” is longer than ${LIMITS.optionDescription} characters`]
      : []),
  ]);
}
