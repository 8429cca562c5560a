import { describe, expect, it } from 'vitest';
import { FEATURE_KINDS, forEachFeature } from '../../../src/matcher/features/features.ts';
import { NO_SIMILAR_WORDS } from '../../../src/matcher/features/similar-words.ts';
import { createFeatureTable, RAREST } from '../../../src/matcher/model/feature-table.ts';
import { vectorize } from '../../../src/matcher/model/vectorize.ts';
import { textOf } from './texts.ts';

function tableOf(text: string) {
  const keys = new Set<number>();
  forEachFeature(textOf(text), NO_SIMILAR_WORDS, (key) => keys.add(key));
  return createFeatureTable(Uint32Array.from(keys).sort(), new Uint8Array(keys.size).fill(RAREST));
}

describe('vectorize', () => {
  const table = tableOf('when do you open');

  it('has the length 1, and each feature once', () => {
    const { rows, values, kinds } = vectorize(textOf('when when do you open'), table, NO_SIMILAR_WORDS);
    expect(values.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 5);
    expect(new Set(rows).size).toBe(rows.length);
    expect(kinds).toHaveLength(rows.length);
  });

  it('says what share of each kind is known', () => {
    const whole = vectorize(textOf('when do you open'), table, NO_SIMILAR_WORDS);
    for (const kind of FEATURE_KINDS) expect(whole.knownShare[kind]).toBe(kind === 'similarWord' ? 0 : 1);
    const half = vectorize(textOf('when zzz'), table, NO_SIMILAR_WORDS);
    expect(half.knownShare.term).toBe(0.5);
    expect(half.termCount).toBe(2);
  });

  it('is empty where nothing is known', () => {
    const { rows, knownShare } = vectorize(textOf('zzz'), table, NO_SIMILAR_WORDS);
    expect(rows).toHaveLength(0);
    expect(knownShare.term).toBe(0);
  });
});
