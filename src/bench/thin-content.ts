import type { Content } from '../content/content.ts';

/** Shares of what people wrote, in quarters. */
export const QUARTERS = [1, 2, 3, 4] as const;
export type Quarters = (typeof QUARTERS)[number];

/**
 * Content with only so many quarters of each entry's phrasings and of each passage's near misses.
 */
export function thinContent(content: Content, quarters: Quarters): Content {
  const thinEach = <Key>(lists: ReadonlyMap<Key, readonly string[]>): ReadonlyMap<Key, readonly string[]> =>
    new Map([...lists].map(([key, texts]) => [key, keepQuarters(texts, quarters)]));
  return { ...content, phrasings: thinEach(content.phrasings), nearMisses: thinEach(content.nearMisses) };
}

/**
 * So many quarters of the items, the first always among them. More quarters keep what fewer do.
 * Neighbors are often by one author and stay together, since fewer texts mean fewer authors, too.
 */
export function keepQuarters<T>(items: readonly T[], quarters: Quarters): readonly T[] {
  const runs = Math.min(RUNS, items.length);
  return items.filter((_, place) => (Math.floor((runs * place) / items.length) * quarters) % 4 < quarters);
}

/** The most runs that a list is cut into, as the matcher's cross-validation does. */
const RUNS = 12;
