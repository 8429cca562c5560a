/**
 * The project's own limits for authors: they keep answers short, and well within Discord's limits.
 */

export const AUTHORING_LIMITS = {
  /** Characters of an entry's id or alias. */
  idLength: 32,
  /** Characters of an entry's question or heading. */
  questionLength: 80,
  /** Characters of a topic's title. */
  titleLength: 80,
  /** Passages that an entry quotes, or names as the closest. */
  mostQuotations: 4,
  /** Passages or sentences that an entry has as context. */
  mostContext: 2,
  /** Entries related to an entry. */
  mostRelated: 5,
  /** Among these, entries that the report does not answer. */
  mostRelatedNotStated: 2,
  /** Featured entries of a topic. */
  mostFeatured: 5,
  /** Phrasings of an entry besides its own question. */
  fewestPhrasings: 3,
} as const;
