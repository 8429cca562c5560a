/** Steps of the matcher that can be left out, to measure what each brings. Each comment says how the matcher is without the step. */
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
  /** Each example is learnt from with all its features, as often as with half of them. */
  'dropout',
  /** No examples of questions about other subjects. */
  'other-subjects',
  /** Confidence by the lead over the next entry and the words that speak for the best alone, not as learnt from cross-validation. */
  'evidence',
] as const;

export type Step = (typeof STEPS)[number];
