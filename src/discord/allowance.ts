/**
 * Keeps one reader from making others wait: counts what each reader does, in memory, for as long as
 * it counts.
 */

import { ApplicationCommandType, InteractionType, type APIInteraction } from 'discord-api-types/v10';
import { createShortMemory } from './short-memory.ts';

/** How long each thing done counts. */
const WINDOW_MS = 10_000;

/**
 * How much a reader may do within `seconds`, far above what people do. `uses` are commands,
 * buttons, menus, and messages to the bot; `messages` are those of them that have a message read,
 * which may be long: to the bot, or in the menu of somebody's message. `keys` are pressed while
 * the bot suggests questions: typists press eight a second.
 */
export const ALLOWANCE = { seconds: WINDOW_MS / 1000, uses: 20, messages: 5, keys: 100 } as const;

type Limit = 'uses' | 'messages' | 'keys';

/** `now` is in milliseconds, of any clock that never runs backwards. */
export interface Allowance {
  /** Whether the interaction is within its reader's allowance. If so, it counts. */
  admit(user: string, interaction: Pick<APIInteraction, 'type' | 'data'>, now: number): boolean;
  /** The same of a message to the bot. */
  admitMessage(user: string, now: number): boolean;
  /**
   * Forgets readers who have done nothing within the window.
   * @returns in how many milliseconds there is more to forget; `undefined` if nobody is held.
   */
  forget(now: number): number | undefined;
}

export function createAllowance(): Allowance {
  /** User ID → when each counted thing was done, the earliest first. */
  const readers = createShortMemory<Record<Limit, readonly number[]>>(WINDOW_MS);

  function count(user: string, limits: readonly Limit[], now: number): boolean {
    readers.forget(now);
    const done = readers.get(user) ?? { uses: [], messages: [], keys: [] };
    for (const limit of limits) done[limit] = done[limit].filter((time) => now - time < WINDOW_MS);
    if (limits.some((limit) => done[limit].length >= ALLOWANCE[limit])) return false;
    for (const limit of limits) done[limit] = [...done[limit], now];
    readers.keep(user, done, now);
    return true;
  }

  return {
    admit: (user, interaction, now) => count(user, limitsOn(interaction), now),
    admitMessage: (user, now) => count(user, ['uses', 'messages'], now),
    forget: readers.forget,
  };
}

function limitsOn({ type, data }: Pick<APIInteraction, 'type' | 'data'>): readonly Limit[] {
  if (type === InteractionType.ApplicationCommandAutocomplete) return ['keys'];
  const isOnMessage =
    type === InteractionType.ApplicationCommand &&
    data !== undefined &&
    'type' in data &&
    data.type === ApplicationCommandType.Message;
  return isOnMessage ? ['uses', 'messages'] : ['uses'];
}
