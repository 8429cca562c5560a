import { forEachFeature, KIND_WEIGHTS } from '../features/features.ts';
import type { SimilarWords } from '../features/similar-words.ts';
import type { AnalyzedText } from '../text/analyze.ts';
import { RAREST, UNKNOWN_FEATURE, type FeatureTable } from './feature-table.ts';

/** A sparse vector: rows of the feature table, each once, and the value of each. */
export interface SparseVector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** A question as a vector over the features that the table knows. */
export interface QuestionVector extends SparseVector {
  /** The kind of each feature, as its place in `FEATURE_KINDS`. */
  readonly kinds: Uint8Array;
  /**
   * For each kind in turn, the share (0 to 1, by squared weight) of the question's features that
   * the table knows; 0 where the question has none.
   */
  readonly knownShares: readonly number[];
  /** How many words the question has, known or not. */
  readonly wordCount: number;
}

export type Vectorize = (text: AnalyzedText) => QuestionVector;

/**
 * A feature weighs as much as it is informative and rare. A known one that occurs several times
 * counts once, by its highest weight; an unknown one counts as the rarest, each time. Each kind of
 * feature, unknown ones included, is then scaled to the weight of its kind, so that long words or
 * many pairs do not drown the rest, and the whole to about the length 1.
 */
export function createVectorizer(table: FeatureTable, similarWords: SimilarWords): Vectorize {
  // For each row, its place in the vector being made, from 1; all 0 between two calls. A question
  // of the most words has some 20,000 features.
  const places = new Uint16Array(table.keys.length);

  return (text) => {
    const found: number[] = [];
    const weights: number[] = [];
    const kinds: number[] = [];
    const all = KIND_WEIGHTS.map(() => 0);
    const known = KIND_WEIGHTS.map(() => 0);
    try {
      forEachFeature(text, similarWords, (key, kind, informativeness) => {
        const row = table.rowOf(key);
        if (row === UNKNOWN_FEATURE) {
          all[kind]! += informativeness * informativeness;
          return;
        }
        const weight = (informativeness * table.rarity[row]!) / RAREST;
        const place = places[row]!;
        const before = place === 0 ? 0 : weights[place - 1]!;
        if (weight <= before) return;
        const gain = weight * weight - before * before;
        all[kind]! += gain;
        known[kind]! += gain;
        if (place === 0) {
          found.push(row);
          weights.push(weight);
          kinds.push(kind);
          places[row] = found.length;
        } else {
          weights[place - 1] = weight;
        }
      });
    } finally {
      for (const row of found) places[row] = 0;
    }

    const knownShares = all.map((sum, kind) => (sum === 0 ? 0 : known[kind]! / sum));
    const squares = KIND_WEIGHTS.reduce((sum, weight, kind) => sum + knownShares[kind]! * weight ** 2, 0);
    const factors = KIND_WEIGHTS.map((weight, kind) =>
      all[kind] === 0 ? 0 : weight / Math.sqrt(all[kind]! * squares),
    );
    const values = new Float32Array(found.length);
    for (let index = 0; index < values.length; index += 1) values[index] = factors[kinds[index]!]! * weights[index]!;
    return {
      rows: new Int32Array(found),
      values,
      kinds: new Uint8Array(kinds),
      knownShares,
      wordCount: text.tokens.length,
    };
  };
}
