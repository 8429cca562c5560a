/**
 * The custom_ids of buttons and menus. They hold all the state a component needs, so that
 * components outlive a restart: every id that was ever sent must be understood for good.
 */

import { PRESENTATIONS, type Presentation } from '../answers/answer.ts';

/**
 * Each kind is handled by the file of that name in `components/`; `other` is handled as `choose`.
 */
export const COMPONENT_KINDS = [
  'choose',
  'other',
  'page',
  'context',
  'cite',
  'related',
  'share',
  'delete',
  'post',
  'browse',
  'topic',
] as const;
export type ComponentKind = (typeof COMPONENT_KINDS)[number];

/**
 * Joined by colons, which no id of an entry, a topic or Discord contains. At most 100 characters,
 * as such ids have 32 at most.
 */
export function customId(kind: ComponentKind, ...args: readonly (string | number)[]): string {
  return [kind, ...args].join(':');
}

/** Stands in an id for the entry of an answer that has none. No entry's id is like it. */
export const NO_ENTRY = '-';

export interface ParsedCustomId {
  readonly kind: ComponentKind;
  readonly args: readonly string[];
}

/**
 * @returns `undefined` if the id has no known kind. The args are unchecked: anybody can send
 * anything.
 */
export function parseCustomId(id: string): ParsedCustomId | undefined {
  const [first, ...args] = id.split(':');
  const kind = COMPONENT_KINDS.find((known) => known === first);
  return kind && { kind, args };
}

/** A page, or a place in a list: a whole number from 0 to 9999, else `undefined`. */
export function parseIndex(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/**
 * The last args of what shows an entry again, so that it is presented as before. The answer itself
 * has none.
 */
export function presentationArgs(presentation: Presentation): readonly string[] {
  return presentation === 'answer' ? [] : [presentation];
}

/** The reverse of `presentationArgs`; `undefined` if there is no such presentation. */
export function parsePresentation(text: string | undefined): Presentation | undefined {
  if (text === undefined) return 'answer';
  return PRESENTATIONS.find((known) => known === text && known !== 'answer');
}

/** A Discord id, or `undefined` if the text does not have that form. */
export function parseSnowflake(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{15,22}$/.test(text) ? text : undefined;
}
