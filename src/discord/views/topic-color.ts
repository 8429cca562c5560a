/** The color of the stripe at the side of an entry's cards. */

import type { Entry, Faq } from '../../content/faq.ts';

/** 0xRRGGBB: the color of the entry's topic. */
export function topicColor(entry: Entry, faq: Faq): number | undefined {
  return faq.topics.find(({ id }) => id === entry.topic)?.color;
}
