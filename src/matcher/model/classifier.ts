import { decodeAscending } from '../encoding/typed-arrays.ts';
import type { SimilarWords } from '../features/similar-words.ts';
import { createFeatureTable } from './feature-table.ts';
import { loadHead, type HeadData, type LinearHead } from './linear-head.ts';
import { createVectorizer, type Vectorize } from './vectorize.ts';

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
  return {
    vectorize: createVectorizer(table, similarWords),
    rowOf: table.rowOf,
    entries: loadHead(data.entries),
    answered: data.answered && loadHead(data.answered),
  };
}
