import { FEATURE_KINDS, forEachFeature, forEachKind, KIND_WEIGHTS, type FeatureKind } from '../features/features.ts';
import type { SimilarWords } from '../features/similar-words.ts';
import type { AnalyzedText } from '../text/analyze.ts';
import { RAREST, UNKNOWN_FEATURE, type FeatureTable } from './feature-table.ts';

/** A sparse vector: rows of the feature table, and the value of each. */
export interface SparseVector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
}

/** A question as a vector of length 1 over the features that the classifier knows. */
export interface QuestionVector extends SparseVector {
  /** The kind of each feature. */
  readonly kinds: readonly FeatureKind[];
  /**
   * For each kind, the share (0 to 1, by squared weight) of the question's features that the
   * classifier knows; 0 where the question has none.
   */
  readonly knownShare: Readonly<Record<FeatureKind, number>>;
  /** How many different terms the question has, known or not. */
  readonly termCount: number;
}

/**
 * A feature weighs as much as it is informative and rare; an unknown one counts as the rarest.
 * Each kind of feature, unknown ones included, is then scaled to the weight of its kind, so that
 * long words or many pairs do not drown the rest.
 */
export function vectorize(text: AnalyzedText, table: FeatureTable, similarWords: SimilarWords): QuestionVector {
  const features = weighFeatures(text, table, similarWords);
  const all = forEachKind(() => 0);
  const known = forEachKind(() => 0);
  let termCount = 0;
  let knownCount = 0;
  for (const { row, kind, weight } of features) {
    all[kind] += weight ** 2;
    if (kind === 'term') termCount += 1;
    if (row === UNKNOWN_FEATURE) continue;
    known[kind] += weight ** 2;
    knownCount += 1;
  }
  const knownShare = forEachKind((kind) => (all[kind] === 0 ? 0 : known[kind] / all[kind]));
  const factors = forEachKind((kind) => (all[kind] === 0 ? 0 : KIND_WEIGHTS[kind] / Math.sqrt(all[kind])));
  const squares = FEATURE_KINDS.reduce((sum, kind) => sum + knownShare[kind] * KIND_WEIGHTS[kind] ** 2, 0);
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);

  const rows = new Int32Array(knownCount);
  const values = new Float32Array(knownCount);
  const kinds: FeatureKind[] = [];
  for (const { row, kind, weight } of features) {
    if (row === UNKNOWN_FEATURE) continue;
    rows[kinds.length] = row;
    values[kinds.length] = scale * factors[kind] * weight;
    kinds.push(kind);
  }
  return { rows, values, kinds, knownShare, termCount };
}

interface WeightedFeature {
  readonly row: number;
  readonly kind: FeatureKind;
  weight: number;
}

/** Each feature once, with the highest of its weights, in the order of their first occurrence. */
function weighFeatures(
  text: AnalyzedText,
  table: FeatureTable,
  similarWords: SimilarWords,
): readonly WeightedFeature[] {
  const features = new Map<number, WeightedFeature>();
  forEachFeature(text, similarWords, (key, kind, informativeness) => {
    const row = table.rowOf(key);
    const weight = informativeness * (row === UNKNOWN_FEATURE ? 1 : table.rarity[row]! / RAREST);
    const feature = features.get(key);
    if (feature === undefined) features.set(key, { row, kind, weight });
    else feature.weight = Math.max(feature.weight, weight);
  });
  return [...features.values()];
}
