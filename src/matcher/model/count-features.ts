import { FEATURE_KINDS, forEachFeature, type FeatureKind } from '../features/features.ts';
import type { SimilarWords } from '../features/similar-words.ts';
import type { AnalyzedText } from '../text/analyze.ts';
import { createFeatureTable, RAREST, type FeatureTable } from './feature-table.ts';

/** The features of these kinds that enough texts have, and how rare each is. */
export function countFeatures(
  texts: readonly AnalyzedText[],
  similarWords: SimilarWords,
  kinds: readonly FeatureKind[],
): FeatureTable {
  const isCounted = FEATURE_KINDS.map((kind) => kinds.includes(kind));
  const counts = new Map<number, number>();
  for (const text of texts) {
    const seen = new Set<number>();
    forEachFeature(text, similarWords, (key, kind) => {
      if (isCounted[kind]) seen.add(key);
    });
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const fewest = fewestTexts(texts.length);
  const keys = Uint32Array.from([...counts].flatMap(([key, count]) => (count < fewest ? [] : key))).sort();
  return createFeatureTable(
    keys,
    Uint8Array.from(keys, (key) => rarityOf(counts.get(key) ?? 1, texts.length)),
  );
}

/**
 * A feature counts if at least this many texts have it. Among few texts each feature is needed;
 * among many, half of them are in only one or two, and cost time and room for nothing.
 */
function fewestTexts(textCount: number): number {
  return Math.max(1, Math.min(3, Math.ceil(textCount / 8000)));
}

/** Inverse document frequency, scaled so that a feature of a single text is {@link RAREST}. */
function rarityOf(count: number, textCount: number): number {
  return Math.round(RAREST * (Math.log(1 + textCount / count) / Math.log(1 + textCount)));
}
