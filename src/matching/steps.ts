/** Steps of the matcher that can be left out, to measure what each brings. */
export const STEPS = [
  /** Words are read as they were typed. */
  'spelling',
  /** Words mean only themselves. */
  'lexicon',
  /** No pairs of words, next to each other or not. */
  'word-pairs',
  /** No runs of letters. */
  'letters',
  /** Nothing is known of words that the phrasings do not use, nor of what words are used alike. */
  'word-vectors',
  /** Each example is learnt from with all its features. */
  'dropout',
  /** No examples of questions about other subjects. */
  'other-subjects',
  /** Confidence by the lead over the next entry and the known words alone, not as learnt from cross-validation. */
  'evidence',
] as const;

export type Step = (typeof STEPS)[number];
