import type { Classifier } from '../model/classifier.ts';
import type { Analyzer } from '../text/analyze.ts';
import type { FindNames } from '../text/names.ts';
import { selectEntries, type EntryTable } from './entry-table.ts';
import { weighEvidence, type Evidence } from './evidence.ts';

/** All that a matcher learns from. */
export interface Texts {
  readonly entries: readonly EntryTexts[];
  readonly offTopic: readonly string[];
  readonly nearMisses: readonly { readonly question: string; readonly topic?: string | undefined }[];
}

interface EntryTexts {
  readonly phrasings: readonly string[];
  readonly needsHighConfidence?: boolean | undefined;
  readonly topic?: string | undefined;
}

/** A text, and the class that it is an example of, from 0. */
export interface Example {
  readonly text: string;
  readonly label: number;
}

/** What a classifier learns, and the texts that it is tried on. */
export interface TrainingSet {
  /** Positions of the entries that are kept: position `k` is class `k` of the head for entries. */
  readonly kept: readonly number[];
  /** All that is learned from, each text once. */
  readonly texts: readonly string[];
  readonly entries: readonly Example[];
  readonly entryClasses: number;
  /** For each topic a class for what is answered, then for each topic one for near misses. */
  readonly answered: readonly Example[];
  readonly answeredClasses: number;
  readonly heldOut: readonly HeldOut[];
}

/** A text that the classifier has not seen. */
interface HeldOut {
  readonly text: string;
  /** The position of its entry, kept or not; `undefined` if no entry answers it. */
  readonly entry: number | undefined;
  readonly source: 'phrasing' | 'near miss' | 'off-topic';
}

/**
 * The set of all texts, and after it one for each fold of the cross-validation, as if some texts
 * were new. A fold holds out a part of the phrasings, which stand for questions that the FAQ
 * answers; all phrasings of a few entries, which stand for questions close to the FAQ that it does
 * not answer; and a part of the near misses and off-topic examples.
 *
 * Phrasings and near misses are held out in runs: neighbors are often by one author, and a new
 * question is not.
 */
export function splitIntoSets(texts: Texts): readonly TrainingSet[] {
  const { entries, offTopic, nearMisses } = texts;
  const examples = entries.flatMap(({ phrasings }, label) => phrasings.map((text) => ({ text, label })));
  const textCount = examples.length + offTopic.length + nearMisses.length;
  const foldOfExample = foldsByRuns(examples.map(({ label }) => label));
  const foldOfNearMiss = foldsByRuns(nearMisses.map(({ topic = '' }) => topic));
  const topics = new Map(topicsOf(texts).map((topic, place) => [topic, place]));
  const all = [...entries.keys()];

  function setWithout(fold: number | undefined): TrainingSet {
    const kept = fold === undefined ? all : all.filter((entry) => entry % ONE_ENTRY_IN !== fold);
    const classOf = new Map(kept.map((entry, label) => [entry, label]));
    const learned: Example[] = [];
    const answered: Example[] = [];
    const heldOut: HeldOut[] = [];
    for (const [at, { text, label: entry }] of examples.entries()) {
      const label = classOf.get(entry);
      const isHeldOut = foldOfExample[at] === fold;
      if (label === undefined || isHeldOut) heldOut.push({ text, entry, source: 'phrasing' });
      else learned.push({ text, label });
      const { needsHighConfidence, topic = '' } = entries[entry]!;
      if (nearMisses.length > 0 && !needsHighConfidence && !isHeldOut)
        answered.push({ text, label: topics.get(topic)! });
    }
    for (const [at, text] of offTopic.entries()) {
      if (at % FOLDS === fold) heldOut.push({ text, entry: undefined, source: 'off-topic' });
      else learned.push({ text, label: kept.length });
    }
    for (const [at, { question: text, topic = '' }] of nearMisses.entries()) {
      if (foldOfNearMiss[at] === fold) heldOut.push({ text, entry: undefined, source: 'near miss' });
      else answered.push({ text, label: topics.size + topics.get(topic)! });
    }
    // A single entry needs a class beside it, even an empty one, or it would always be sure.
    const hasOther = offTopic.length > 0 || kept.length === 1;
    return {
      kept,
      texts: [...new Set([...learned, ...answered].map(({ text }) => text))],
      entries: learned,
      entryClasses: kept.length + (hasOther ? 1 : 0),
      answered,
      answeredClasses: 2 * topics.size,
      heldOut,
    };
  }

  const folds = Array.from({ length: countFolds(entries, textCount) }, (_, index) => setWithout(FOLDS - 1 - index));
  return [setWithout(undefined), ...folds];
}

/** How many folds are tried: of many texts, those that one holds out are enough to learn from. */
export function countFolds(entries: readonly unknown[], textCount: number): number {
  if (textCount > MANY_TEXTS) return 1;
  return entries.length === 1 ? FOLDS - 1 : FOLDS; // nothing is left of a single entry in one of them
}

const MANY_TEXTS = 20_000;
/** Each fold holds out one in so many texts. */
const FOLDS = 3;
/** The most runs that the examples of a label are cut into. */
const RUNS = 12;
/** Each fold leaves out one in so many entries: few enough that the rest is still the FAQ. */
const ONE_ENTRY_IN = 8;

/** The topics of the entries that state something and of the near misses, each once, sorted. */
export function topicsOf({ entries, nearMisses }: Pick<Texts, 'entries' | 'nearMisses'>): readonly string[] {
  const stated = entries.flatMap(({ needsHighConfidence, topic = '' }) => (needsHighConfidence ? [] : topic));
  return [...new Set([...stated, ...nearMisses.map(({ topic = '' }) => topic)])].sort();
}

/**
 * The fold that holds out each example: of each label's examples, runs go to the folds in turn, so
 * that each fold holds out some by early and some by late authors.
 */
function foldsByRuns(labels: readonly (number | string)[]): readonly number[] {
  const counts = new Map<number | string, number>();
  const places = labels.map((label) => {
    const place = counts.get(label) ?? 0;
    counts.set(label, place + 1);
    return place;
  });
  return labels.map((label, at) => {
    const count = counts.get(label)!;
    return Math.floor((Math.min(RUNS, count) * places[at]!) / count) % FOLDS;
  });
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
 * Tries the classifier of a set on the texts that it has not seen. A phrasing of an entry that was
 * left out is passed over if a kept entry gives the same answer: it is neither in scope nor out.
 * @param onProgress called with the share done, 0 to 1
 */
export function trySet(
  set: TrainingSet,
  { analyzer, findNames }: Reader,
  classifier: Classifier,
  all: EntryTable,
  onProgress: (share: number) => void = () => undefined,
): readonly Trial[] {
  const entries = selectEntries(all, set.kept);
  const keptEntries = new Set(set.kept);
  const keptGroups = new Set(entries.answerGroups);
  return set.heldOut.flatMap(({ text, entry, source }, index) => {
    if (index % PROGRESS_EVERY === 0) onProgress(index / set.heldOut.length);
    const group = entry === undefined ? undefined : all.answerGroups[entry];
    const isKept = entry !== undefined && keptEntries.has(entry);
    if (!isKept && group !== undefined && keptGroups.has(group)) return [];
    const scope: Scope = source === 'phrasing' ? (isKept ? 'in' : 'near') : source;
    const analyzed = analyzer.analyze(text);
    const hasName = findNames(analyzed).length > 0;
    const evidence = weighEvidence(classifier.vectorize(analyzed), hasName, classifier, entries);
    return [{ evidence, entries, meant: isKept ? group : undefined, scope }];
  });
}

/** What questions are read with. */
interface Reader {
  readonly analyzer: Pick<Analyzer, 'analyze'>;
  readonly findNames: FindNames;
}

/** Progress is reported once in so many texts. */
const PROGRESS_EVERY = 500;
