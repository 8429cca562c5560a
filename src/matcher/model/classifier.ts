import { decodeAscending } from '../encoding/typed-arrays.ts';
import type { SimilarWords } from '../features/similar-words.ts';
import { createFeatureTable } from './feature-table.ts';
import { loadHeads, type HeadData, type LinearHead } from './linear-head.ts';
import { createVectorizer, type SparseVector, type Vectorize } from './vectorize.ts';

/** Two linear classifiers over the same features, so that a question is made a vector once. */
export interface Classifier {
  readonly vectorize: Vectorize;
  readonly rowOf: (key: number) => number;
  /** Which entry is meant: a class for each entry, and perhaps one for off-topic questions. */
  readonly entries: LinearHead;
  /**
   * Whether a question is answered at all: for each topic a class for what is answered, then for
   * each topic one for near misses. Absent if none were learned.
   */
  readonly answered: LinearHead | undefined;
  /** The logits of both heads. */
  readonly logits: (vector: SparseVector) => Logits;
  /** Those of the entries alone, in three quarters of the time. */
  readonly entryLogits: (vector: SparseVector) => Float64Array;
}

export interface Logits {
  readonly entries: Float64Array;
  readonly answered: Float64Array | undefined;
}

export interface ClassifierData {
  /** The keys of the features, ascending, by `encodeAscending`. */
  readonly keys: Uint8Array;
  /** The rarity of each feature, 0 to 255. */
  readonly rarity: Uint8Array;
  readonly entries: HeadData;
  readonly answered?: HeadData;
}

/** @param similarWords those that the classifier was trained with */
export function loadClassifier(data: ClassifierData, similarWords: SimilarWords): Classifier {
  const table = createFeatureTable(decodeAscending(data.keys), data.rarity);
  const { heads, logits } = loadHeads(data.answered ? [data.entries, data.answered] : [data.entries]);
  const [entries, answered] = heads;
  return {
    vectorize: createVectorizer(table, similarWords),
    rowOf: table.rowOf,
    entries: entries!,
    answered,
    logits(vector) {
      const [ofEntries, ofAnswered] = logits(vector, heads.length);
      return { entries: ofEntries!, answered: ofAnswered };
    },
    entryLogits: (vector) => logits(vector, 1)[0]!,
  };
}
