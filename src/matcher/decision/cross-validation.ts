import type { Answerability } from '../model/answerability.ts';
import type { Classifier } from '../model/classifier.ts';
import type { Example } from '../model/train-classifier.ts';
import type { AnalyzedText, AnalyzedTexts } from '../text/analyze.ts';
import { selectEntries, type EntryTable } from './entry-table.ts';
import { weighEvidence, type Evidence } from './evidence.ts';

/** One way to split the texts into those that a classifier learns and those that it is tried on. */
export interface Fold {
  /** Positions of the entries that are kept: position `k` is class `k` of the fold's classifier. */
  readonly kept: readonly number[];
  /** With labels that are classes of the fold's classifier. */
  readonly training: readonly Example[];
  readonly classCount: number;
  readonly heldOut: readonly HeldOut[];
  /** What the fold's answerability learns from. Nothing of it is held out of the fold. */
  readonly answerability: AnswerabilityTexts;
}

interface AnswerabilityTexts {
  /** Phrasings of entries that state something. */
  readonly answered: readonly AnalyzedText[];
  readonly nearMisses: readonly AnalyzedText[];
}

/** A text that the fold's classifier and answerability have not seen. */
interface HeldOut {
  readonly text: AnalyzedText;
  /** The position of its entry, kept or not; `undefined` if no entry answers it. */
  readonly entry: number | undefined;
  readonly source: 'phrasing' | 'near miss' | 'off-topic';
}

/**
 * Splits the texts as if some were new. Each fold holds out a part of the phrasings, which stand
 * for questions that the FAQ answers; all phrasings of a few entries, which stand for questions
 * close to the FAQ that it does not answer; and a part of the near misses and off-topic examples.
 *
 * Phrasings and near misses are held out in runs: neighbors are often by one author, and a new
 * question is not.
 * @param states for each entry, whether it states something
 */
export function splitIntoFolds(
  { examples, offTopic, nearMisses }: AnalyzedTexts,
  states: readonly boolean[],
): readonly Fold[] {
  const foldOfExample = foldsByRuns(examples);
  const foldOfNearMiss = (at: number): number => Math.floor((FOLDS * at) / nearMisses.length);
  return Array.from({ length: FOLDS }, (_, fold): Fold => {
    const kept = [...states.keys()].filter((entry) => entry % ONE_ENTRY_IN !== fold);
    const classOf = new Map(kept.map((entry, label) => [entry, label]));
    const training: Example[] = [];
    const answered: AnalyzedText[] = [];
    const heldOut: HeldOut[] = [];
    for (const [at, { text, label: entry }] of examples.entries()) {
      const label = classOf.get(entry);
      if (label === undefined || foldOfExample[at] === fold) heldOut.push({ text, entry, source: 'phrasing' });
      else training.push({ text, label });
      if (states[entry] && foldOfExample[at] !== fold) answered.push(text);
    }
    for (const [at, text] of offTopic.entries()) {
      if (at % FOLDS === fold) heldOut.push({ text, entry: undefined, source: 'off-topic' });
      else training.push({ text, label: kept.length });
    }
    for (const [at, text] of nearMisses.entries()) {
      if (foldOfNearMiss(at) === fold) heldOut.push({ text, entry: undefined, source: 'near miss' });
    }
    const learned = nearMisses.filter((_, at) => foldOfNearMiss(at) !== fold);
    const classCount = kept.length + (offTopic.length > 0 ? 1 : 0);
    return { kept, training, heldOut, classCount, answerability: { answered, nearMisses: learned } };
  }).filter(({ kept }) => kept.length > 0);
}

/** How many folds there are, at most. Each holds out one in so many phrasings. */
export const FOLDS = 3;
/** Each fold leaves out one in so many entries: few enough that the rest is still the FAQ. */
const ONE_ENTRY_IN = 8;
/** The share, 0 to 1, of all phrasings that a fold learns: about 0.58. */
export const LEARNED_SHARE = (1 - 1 / FOLDS) * (1 - 1 / ONE_ENTRY_IN);

/** The fold that holds out each example: of each entry's examples, a run goes to each fold. */
function foldsByRuns(examples: readonly Example[]): readonly number[] {
  const counts = new Map<number, number>();
  const places = examples.map(({ label }) => {
    const place = counts.get(label) ?? 0;
    counts.set(label, place + 1);
    return place;
  });
  return examples.map(({ label }, at) => Math.floor((FOLDS * places[at]!) / counts.get(label)!));
}

/** A question whose answer is known, weighed by a classifier that has not seen it. */
export interface Trial {
  readonly evidence: Evidence;
  /** The entries that the classifier knows. */
  readonly entries: EntryTable;
  /** The answer group that was meant; `undefined` if no entry answers the question. */
  readonly meant: number | undefined;
  readonly scope: Scope;
}

/**
 * In scope, or out of it: near the FAQ (a phrasing of an entry that was left out), a near miss, or
 * off-topic.
 */
export type Scope = 'in' | 'near' | 'near miss' | 'off-topic';

/**
 * Tries the fold's classifier on the texts that it has not seen. A phrasing of an entry that was
 * left out is passed over if a kept entry gives the same answer: it is neither in scope nor out.
 * @param onProgress called with the share done, 0 to 1
 */
export function tryFold(
  fold: Fold,
  classifier: Classifier,
  answerability: Answerability | undefined,
  all: EntryTable,
  onProgress: (share: number) => void = () => undefined,
): readonly Trial[] {
  const entries = selectEntries(all, fold.kept);
  const keptEntries = new Set(fold.kept);
  const keptGroups = new Set(entries.answerGroups);
  return fold.heldOut.flatMap(({ text, entry, source }, index) => {
    if (index % PROGRESS_EVERY === 0) onProgress(index / fold.heldOut.length);
    const group = entry === undefined ? undefined : all.answerGroups[entry];
    const isKept = entry !== undefined && keptEntries.has(entry);
    if (!isKept && group !== undefined && keptGroups.has(group)) return [];
    const scope: Scope = source === 'phrasing' ? (isKept ? 'in' : 'near') : source;
    const evidence = weighEvidence(classifier.vectorize(text), classifier, entries, answerability?.(text));
    return [{ evidence, entries, meant: isKept ? group : undefined, scope }];
  });
}

/** Progress is reported once in so many texts. */
const PROGRESS_EVERY = 500;
