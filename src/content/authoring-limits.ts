/**
 * The project's own limits for authors: they keep answers short, and well within Discord's limits.
 */

export const AUTHORING_LIMITS = {
  /** Characters of an entry's id or alias. */
  idLength: 32,
  /** Characters of an entry's question. */
  questionLength: 80,
  /** Characters of a topic's title. */
  titleLength: 80,
  /** Passages that an entry quotes, or names as the closest. */
  mostQuotations: 3,
  /** Featured entries of a topic. */
  mostFeatured: 5,
  /** Phrasings of an entry besides its own question. */
  fewestPhrasings: 3,
} as const;
