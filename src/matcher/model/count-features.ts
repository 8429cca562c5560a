import { FEATURE_KINDS, forEachFeature, KEY_BITS, type FeatureKind } from '../features/features.ts';
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
  const fewest = fewestTexts(texts.length);
  const enough: number[] = [];
  // For each key, in how many texts it is, and after that the last of them, which is read at the
  // same time. 128 MB.
  const counts = new Uint32Array(2 ** (KEY_BITS + 1));
  for (let at = 0; at < texts.length; at += 1) {
    forEachFeature(texts[at]!, similarWords, (key, kind) => {
      if (!isCounted[kind] || counts[2 * key + 1] === at + 1) return;
      counts[2 * key + 1] = at + 1;
      counts[2 * key]! += 1;
      if (counts[2 * key] === fewest) enough.push(key);
    });
  }
  const keys = Uint32Array.from(enough).sort();
  return createFeatureTable(
    keys,
    Uint8Array.from(keys, (key) => rarityOf(counts[2 * key]!, texts.length)),
  );
}

/**
 * A feature counts if at least this many texts have it. Among few texts each feature is needed;
 * among many, half of them are in three or fewer, and cost time and room for nothing.
 */
function fewestTexts(textCount: number): number {
  return Math.max(1, Math.min(4, Math.ceil(textCount / 8000)));
}

/** Inverse document frequency, scaled so that a feature of a single text is {@link RAREST}. */
function rarityOf(count: number, textCount: number): number {
  return Math.round(RAREST * (Math.log(1 + textCount / count) / Math.log(1 + textCount)));
}
