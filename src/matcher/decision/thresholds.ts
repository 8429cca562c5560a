import { SIGNALS } from './evidence.ts';

/** What the signals are worth, and how much it takes for each kind of decision. */
export interface Calibration {
  /** Divides the logits before they become probabilities. Above 1, the classifier was too sure. */
  readonly temperature: number;
  /** Logistic regression from the signals to "the best entry's answer was meant". */
  readonly right: readonly number[];
  /** Logistic regression from the signals to "the FAQ answers the question". */
  readonly inScope: readonly number[];
  /**
   * Logistic regression from the signals to "no entry states what was asked": the question is a
   * near miss, or it means an entry that denies. Absent without near misses.
   */
  readonly denied?: readonly number[];
  /**
   * Logistic regression from the signals to "the question is about the subject", answered or not.
   * Absent without near misses.
   */
  readonly onTopic?: readonly number[];
  /** The least confidence, 0 to 1, for a match, unless it stands in place of a choice. */
  readonly matchThreshold: number;
  /** The least confidence, 0 to 1, for a match with an entry that needs high confidence. */
  readonly highConfidenceThreshold: number;
  /** The least confidence, 0 to 1, for a match that is not hedged. */
  readonly sureThreshold: number;
  /**
   * The least chance, 0 to 1, that no entry states what was asked, for a denial that does not stand
   * in place of a choice.
   */
  readonly deniedThreshold: number;
  /**
   * A choice is offered, too, if the chance that the question is about the subject is higher than
   * this: 0 to 1, where 1 is never.
   */
  readonly offerOnTopicThreshold: number;
  /** The least chance, 0 to 1, that one of the choices is right, for offering them. */
  readonly offerThreshold: number;
}

/**
 * For an FAQ too small to learn from: a lead over the next answer, and words that support the best
 * entry, make a match. Without a known word the confidence is 0.02; with a lead of 2 logits and
 * known words only, it is 0.7.
 */
const BY_LEAD_AND_WORDS: readonly number[] = SIGNALS.map((signal) => {
  switch (signal) {
    case 'constant':
      return -4;
    case 'lead':
      return 1;
    case 'support of word':
      return 3;
    default:
      return 0;
  }
});

/** What holds before anything is learned. Only the threshold of an offer is ever learned. */
export const UNCALIBRATED: Calibration = {
  temperature: 1,
  right: BY_LEAD_AND_WORDS,
  inScope: BY_LEAD_AND_WORDS,
  // Nobody knows how many questions will be about something that the FAQ does not cover: this one
  // does about as well whether a quarter of them are or three quarters.
  matchThreshold: 0.55,
  sureThreshold: 0, // nothing is hedged
  deniedThreshold: 1, // nothing is denied
  highConfidenceThreshold: 0.9, // denying what is stated is the worst mistake
  offerOnTopicThreshold: 1, // the chance is never higher
  offerThreshold: 0.25, // where nothing was learned, offering is better than refusing
};

/** The thresholds with near misses, from which confidence learns what only looks like a match. */
export const WITH_NEAR_MISSES = {
  matchThreshold: 0.5, // the weaker matches are hedged
  sureThreshold: 0.77,
  highConfidenceThreshold: 0.7, // what is asked for shows whether it is stated: less can go wrong
  deniedThreshold: 0.9,
  offerOnTopicThreshold: 0.75,
} as const;
