import type { Calibration } from './decision/thresholds.ts';
import type { Decision } from './decision/decide.ts';
import type { EntryRow } from './decision/entry-table.ts';
import type { FeatureKind } from './features/features.ts';
import type { SimilarWordsData } from './features/similar-words.ts';
import type { WordVectors } from './features/word-vectors/word-vectors.ts';
import type { ClassifierData } from './model/classifier.ts';
import type { VocabularyData } from './text/vocabulary.ts';

/** One thing people ask, and the ways to ask it. */
export interface TrainingEntry {
  readonly id: string;
  readonly phrasings: readonly string[];
  /**
   * Whether the entry denies: it says that something is not stated. A wrong match with it does more
   * harm than with others, and it is not learned as an example of what is answered.
   */
  readonly needsHighConfidence?: boolean | undefined;
  /** What it is about: the near misses of the same topic only seem to be answered by it. */
  readonly topic?: string | undefined;
}

/** A question about the same subject that no entry answers, although one seems to. */
export interface NearMiss {
  readonly question: string;
  /** The topic of the entries that come closest. */
  readonly topic?: string | undefined;
}

/** An entry with what its answer decides. */
export interface MatcherEntry extends TrainingEntry, EntryRow {}

export interface TrainingOptions {
  /**
   * Short form → what it stands for. Short forms are found in any case, with or without periods.
   */
  readonly abbreviations?: Readonly<Record<string, string>>;
  /**
   * Names to find in questions, in any case and with typos: each as it is written, then its other
   * forms.
   */
  readonly names?: readonly (readonly string[])[];
  /** Examples of questions about something else, to refuse. */
  readonly offTopic?: readonly string[];
  /** From them the matcher learns to deny what no entry foresees. */
  readonly nearMisses?: readonly NearMiss[];
  /** Which words the language uses alike. Without it, only what the phrasings use is known. */
  readonly wordVectors?: WordVectors | undefined;
  /** The kinds of features to learn. Defaults to all. */
  readonly features?: readonly FeatureKind[];
  /**
   * The share (0 to 1) of a phrasing's features that are left out each time it is learned. Defaults
   * to 0.5.
   */
  readonly dropoutRate?: number;
}

export interface CalibrationOptions {
  /** The same as for training. */
  readonly offTopic?: readonly string[];
  /** The same as for training. */
  readonly nearMisses?: readonly NearMiss[];
  /**
   * Whether to learn from cross-validation how confident to be. Otherwise the confidence comes
   * from the lead over the next entry and the words that support the best. Defaults to true.
   */
  readonly learnConfidence?: boolean;
}

export interface LoadOptions {
  /** Whether to correct typos in questions. Defaults to true. */
  readonly correctTypos?: boolean;
}

/** What calibration needs of a trained model, as plain data and typed arrays. */
export interface TrainedFolds {
  readonly ids: readonly string[];
  readonly vocabulary: VocabularyData;
  readonly similarWords?: SimilarWordsData;
  /** The classifiers of the cross-validation, one for each fold. */
  readonly foldClassifiers: readonly ClassifierData[];
}

/**
 * What training learns from the phrasings alone; `calibrateMatcher` needs nothing more that is
 * slow.
 */
export interface TrainedModel extends TrainedFolds {
  /** Trained on all texts: the one that answers. */
  readonly classifier: ClassifierData;
}

/** A matcher as plain data, and typed arrays. */
export interface MatcherData {
  readonly entries: readonly EntryRow[];
  readonly vocabulary: VocabularyData;
  readonly similarWords?: SimilarWordsData;
  readonly classifier: ClassifierData;
  /** All topics, in the order of the classifier's classes. */
  readonly topics: readonly string[];
  readonly calibration: Calibration;
}

export interface Matcher {
  readonly match: (question: string) => Match;
  /**
   * Entry IDs for autocomplete, best first, at most `limit`. The last word may be half typed. Empty
   * if nothing fits, or if there is no word to read.
   */
  readonly suggest: (typed: string, limit: number) => readonly string[];
  readonly explain: (question: string) => Explanation;
}

export interface Match {
  /** The ten best entries, best first. */
  readonly ranked: readonly RankedEntry[];
  readonly decision: Decision;
  /** The names that were found, in their first form, each once. */
  readonly names: readonly string[];
}

export interface RankedEntry {
  readonly id: string;
  /**
   * Estimated probability, 0 to 1, that this entry was meant. All entries together have at most
   * 1: the rest is the chance that something else was meant.
   */
  readonly score: number;
}

export interface Explanation {
  readonly words: readonly AnalyzedWord[];
  /** The five best entries, best first. */
  readonly entries: readonly ExplainedEntry[];
  readonly check: ExplainedCheck;
  readonly decision: Decision;
  /** Why the decision was made, as sentences. */
  readonly reasons: readonly string[];
}

/** How one word of the question was read. */
export interface AnalyzedWord {
  /** As typed, in lowercase. */
  readonly typed: string;
  /** The word that was meant. A run-together word, or a short form, gives several. */
  readonly corrected: string;
  /** What it counts as in pairs of words. */
  readonly stem: string;
  /** Whether the FAQ uses it, in what it learns from, its short forms, or its names. */
  readonly known: boolean;
}

export interface ExplainedEntry {
  readonly id: string;
  readonly score: number;
  /** What spoke most for the entry (positive) or against it (negative), strongest first. */
  readonly because: readonly Reason[];
}

/** Whether the best entry answers exactly what was asked. */
export interface ExplainedCheck {
  /** Telling words that nothing in the entry accounts for. */
  readonly unaccounted: readonly string[];
  /**
   * What spoke most for a question that is answered (positive) or for a near miss (negative) of
   * the entry's topic, strongest first. Empty without near misses, or if the entry denies.
   */
  readonly because: readonly Reason[];
}

/** A part of the question, and its weight in logits. */
export interface Reason {
  readonly what: string;
  readonly weight: number;
}
