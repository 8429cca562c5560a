import { shuffle } from '../matcher/training.ts';

/**
 * At most `size` of the items, any of them with equal chance, in random order.
 *
 * @param random returns numbers from 0 up to but not including 1
 */
export function randomSample<T>(items: readonly T[], size: number, random: () => number): readonly T[] {
  const order = Int32Array.from(items.keys());
  shuffle(order, random);
  return [...order.subarray(0, size)].map((index) => items[index]!);
}

/** At most `size` of the items, evenly spread. */
export function sample<T>(items: readonly T[], size: number): readonly T[] {
  const step = Math.max(1, Math.ceil(items.length / size));
  return items.filter((_, index) => index % step === 0);
}
