import type { Step } from './steps.ts';
import type { WordVectors } from './features/word-vectors/word-vectors.ts';

/** One thing readers ask, as the matcher sees it: an id and the ways to ask it. */
export interface MatchableEntry {
  readonly id: string;
  readonly phrasings: readonly string[];
  /** Entries with the same `answer` say the same thing, so choosing between them is no ambiguity. Defaults to the entry's own id. */
  readonly answer?: string;
  /** A wrong match with this entry harms more than with others, so that it takes more confidence. */
  readonly withCare?: boolean;
}

export interface MatcherOptions {
  /** Groups of words that mean the same; the first is the one that the group is read as. Items may have several words. */
  readonly lexicon?: readonly (readonly string[])[];
  /** Short form → what it stands for. Short forms are read in any case, with or without dots. */
  readonly abbreviations?: Readonly<Record<string, string>>;
  /** Questions about something else: examples of what to refuse. */
  readonly outside?: readonly string[];
  /** What words are used alike in the FAQ's language; without it only the FAQ's own phrasings tell. */
  readonly wordVectors?: WordVectors;
  /** Steps to leave out, for an ablation. */
  readonly without?: readonly Step[];
}

/** What the matcher decided. `ids` has 2 to 5 entries, best first. `confidence` is the estimated chance (0 to 1) that `id` was meant. */
export type Decision =
  | { readonly kind: 'match'; readonly id: string; readonly confidence: number }
  | { readonly kind: 'ambiguous'; readonly ids: readonly string[] }
  | { readonly kind: 'none' };

export interface RankedEntry {
  readonly id: string;
  /** Estimated probability, 0 to 1, that this entry was meant. All of them together are at most 1: the rest is "something else". */
  readonly score: number;
}

export interface Match {
  /** Best first; the ten best, or all where there are fewer. */
  readonly ranked: readonly RankedEntry[];
  readonly decision: Decision;
}

/** How one word of the question was read. */
export interface WordReading {
  /** As typed, in lower case. */
  readonly typed: string;
  /** After spelling was corrected; more than one word where a lost space was found. */
  readonly corrected: string;
  /** What it was taken to mean: its stem, or the word that its group in the lexicon is read as. */
  readonly meaning: string;
  /** Whether the FAQ uses it: its phrasings, its examples of other subjects, or its lexicon. */
  readonly known: boolean;
}

export interface ExplainedEntry {
  readonly id: string;
  readonly score: number;
  /** What spoke most for the entry (positive) or against it (negative), strongest first, in logits. */
  readonly because: readonly { readonly what: string; readonly weight: number }[];
}

export interface Explanation {
  readonly words: readonly WordReading[];
  readonly entries: readonly ExplainedEntry[];
  readonly decision: Decision;
  /** Why the outcome was chosen, as sentences. */
  readonly reasons: readonly string[];
}

export interface Matcher {
  match(question: string): Match;
  /** Entry ids for autocomplete, best first: the last word may be half typed. Returns at most `limit` ids. */
  suggest(typed: string, limit: number): readonly string[];
  explain(question: string): Explanation;
  /** A plain object for JSON, from which `matcherFromData` restores the same matcher. */
  toData(): MatcherData;
}

/** A trained matcher as JSON. Typed arrays are base64 strings (little endian). */
export interface MatcherData {
  readonly version: 1;
  readonly entries: readonly { readonly id: string; readonly answer: string; readonly withCare?: boolean }[];
  readonly vocabulary: VocabularyData;
  readonly kinship?: KinshipData;
  readonly classifier: ClassifierData;
  readonly calibration: Calibration;
  readonly without: readonly Step[];
}

export interface VocabularyData {
  /** The words of the phrasings, sorted, one a line. */
  readonly words: string;
  /** How many phrasings use each word. */
  readonly counts: string;
  readonly lexicon: readonly (readonly string[])[];
  readonly abbreviations: Readonly<Record<string, string>>;
  readonly phrasingCount: number;
}

/** Ordinary words and their kin among the FAQ's words. */
export interface KinshipData {
  /** Most frequent first, one a line. */
  readonly words: string;
  /** How many kin each word has (8 bit each). */
  readonly counts: string;
  /** The kin: positions in the vocabulary's sorted words (16 bit each). */
  readonly positions: string;
  /** How close each is, 0 to 15 (8 bit each). */
  readonly closeness: string;
}

export interface ClassifierData {
  readonly classCount: number;
  /** Feature keys, ascending, as differences (variable-length integers). */
  readonly keys: string;
  /** Rarity of each feature, 0 to 255. */
  readonly rarity: string;
  /** How many weights each feature has (16 bit each). */
  readonly rowLengths: string;
  /** Which class each weight is for: how many classes after the one before it in its row are passed over (8 bit each, or 16 where there are more than 256). */
  readonly classGaps: string;
  /** Weights, in steps of `step`. */
  readonly weights: string;
  readonly step: number;
  readonly bias: readonly number[];
}

/** How far scores can be trusted, as cross-validation found, and the thresholds for an outcome. */
export interface Calibration {
  /** Divides the logits before they are made probabilities; above 1: the classifier was too sure of itself. */
  readonly temperature: number;
  /** Logistic regression from the signals to "the best entry's answer was meant". */
  readonly right: readonly number[];
  /** Logistic regression from the signals to "an entry of this FAQ was meant". */
  readonly inScope: readonly number[];
  /** Least probability, 0 to 1, of the best answer for a match. */
  readonly matchFrom: number;
  /** The same for an entry that takes care. */
  readonly matchFromWithCare: number;
  /** Below this probability, 0 to 1, that any of the few best is right, the question is refused. */
  readonly offerFrom: number;
}
