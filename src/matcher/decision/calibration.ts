import { SIGNALS } from './evidence.ts';

/** How far scores can be trusted, and from which confidence on what is decided. */
export interface Calibration {
  /** Divides the logits before they become probabilities; above 1, the classifier was too sure. */
  readonly temperature: number;
  /** Logistic regression from the signals to "the best entry's answer was meant". */
  readonly right: readonly number[];
  /** Logistic regression from the signals to "the FAQ answers the question". */
  readonly inScope: readonly number[];
  /**
   * Logistic regression from the signals to "the question is about the subject, and nothing
   * answers it". Learned from near misses; absent without them.
   */
  readonly denied?: readonly number[];
  /**
   * Logistic regression from the signals to "the question is about the subject". Learned with near
   * misses; absent without them.
   */
  readonly onTopic?: readonly number[];
  /** Least confidence, 0 to 1, for a match. */
  readonly matchThreshold: number;
  /** Least confidence, 0 to 1, for a match that is not hedged. */
  readonly sureThreshold: number;
  /** Least chance, 0 to 1, that nothing answers the question, for saying so. */
  readonly deniedThreshold: number;
  /** The same for an entry that needs high confidence. */
  readonly highConfidenceThreshold: number;
  /** Least chance, 0 to 1, that one of the choices is right; below it nothing is offered. */
  readonly offerThreshold: number;
}

/**
 * For an FAQ too small to learn from. A lead over the next answer and terms that support the best
 * entry make a match: with no known word the confidence is 0.02, with a lead of 2 logits and only
 * known words 0.7.
 */
const BY_LEAD_AND_TERMS: readonly number[] = SIGNALS.map((signal) => {
  switch (signal) {
    case 'constant':
      return -4;
    case 'lead':
      return 1;
    case 'support of term':
      return 3;
    default:
      return 0;
  }
});

/** Before anything is learned about the FAQ. The thresholds of a match are never learned. */
export const UNCALIBRATED: Calibration = {
  temperature: 1,
  right: BY_LEAD_AND_TERMS,
  inScope: BY_LEAD_AND_TERMS,
  // Confidence is estimated on phrasings in styles that the classifier has not seen, which are
  // harder than most questions: it comes out low. Higher values offer more choices.
  matchThreshold: 0.35,
  sureThreshold: 0,
  deniedThreshold: 1,
  // To say that the report does not state what it does state is the worst mistake.
  highConfidenceThreshold: 0.9,
  offerThreshold: 0.25, // where nothing was learned, offering is better than refusing
};

/** With near misses, confidence also tells an answer from what only looks like one. */
export const WITH_NEAR_MISSES = {
  matchThreshold: 0.25,
  sureThreshold: 0.6,
  // A near miss is known as such by what it asks for, so denying it is less of a risk.
  highConfidenceThreshold: 0.6,
  deniedThreshold: 0.55,
} as const;
