/** Random choices, the same for the same seed. */

import { seededRandom } from '../../matcher/training.ts';

export interface Dice {
  /** From 0 to 1, without 1. */
  readonly share: () => number;
  /** A whole number from 0 to `below` - 1. */
  readonly number: (below: number) => number;
  /** Whether something with this chance, from 0 to 1, happens. */
  readonly happens: (chance: number) => boolean;
  /** One of the items. There must be at least one. */
  readonly one: <Item>(items: readonly Item[]) => Item;
}

/** @param index which input of the campaign: each has its own dice, so that it can be repeated */
export function createDice(seed: number, index: number): Dice {
  const share = seededRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const number = (below: number): number => Math.floor(share() * below);
  return { share, number, happens: (chance) => share() < chance, one: (items) => items[number(items.length)]! };
}
