/** The color of the stripe at the side of an entry's cards. */

import { findTopic, type Entry, type Faq } from '../../content/faq.ts';

/** 0xRRGGBB: the color of the entry's topic. */
export function topicColor(entry: Entry, faq: Faq): number | undefined {
  return findTopic(faq, entry.topic)?.color;
}
