/** The custom_ids of buttons and menus: all the state that they need, so that they outlive a restart. */

/** What is pressed, each handled by a file of `presses/`. */
export const PRESSES = [
  'choose',
  'other',
  'page',
  'context',
  'related',
  'cite',
  'share',
  'delete',
  'post',
  'browse',
  'topic',
] as const;
export type PressKind = (typeof PRESSES)[number];

/** Parted by a colon, which stands in no id of an entry, a topic or Discord. Between 1 and 100 characters, as ids are at most 32. */
export function customId(kind: PressKind, ...state: readonly (string | number)[]): string {
  return [kind, ...state].join(':');
}

/** What a custom_id says, or `undefined` where it is none of this bot's version: anybody can send anything. */
export function readCustomId(id: string): { readonly kind: PressKind; readonly state: readonly string[] } | undefined {
  const [first, ...state] = id.split(':');
  const kind = PRESSES.find((one) => one === first);
  return kind && { kind, state };
}

/** A page or place in a list that stood in a custom_id: a whole number from 0, else `undefined`. */
export function readIndex(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}
