import { describe, expect, it } from 'vitest';
import { FEATURE_KINDS, forEachFeature, type FeatureKind } from '../../../src/matcher/features/features.ts';
import { NO_SIMILAR_WORDS } from '../../../src/matcher/features/similar-words.ts';
import { countFeatures } from '../../../src/matcher/model/count-features.ts';
import { RAREST } from '../../../src/matcher/model/feature-table.ts';
import { textOf } from './texts.ts';

/** The keys of a kind in a text, each once, ascending. */
function keysOf(text: string, kinds: readonly FeatureKind[]): readonly number[] {
  const keys = new Set<number>();
  forEachFeature(textOf(text), NO_SIMILAR_WORDS, (key, kind) => {
    if (kinds.includes(FEATURE_KINDS[kind]!)) keys.add(key);
  });
  return [...keys].sort((a, b) => a - b);
}

function wordRow(table: ReturnType<typeof countFeatures>, word: string): number {
  return table.rowOf(keysOf(word, ['word'])[0]!);
}

describe('countFeatures', () => {
  it.each<readonly FeatureKind[]>([['word'], ['bigram', 'charNgram'], FEATURE_KINDS])(
    'has the features of these kinds, ascending: %j',
    (...kinds) => {
      const table = countFeatures([textOf('when do you open')], NO_SIMILAR_WORDS, kinds);
      expect([...table.keys]).toEqual(keysOf('when do you open', kinds));
    },
  );

  it('counts a feature that all texts have as less rare, and that of one text as the rarest', () => {
    const table = countFeatures(['the book', 'the shelf', 'the the pen'].map(textOf), NO_SIMILAR_WORDS, ['word']);
    expect(table.rarity[wordRow(table, 'book')]).toBe(RAREST);
    // log(1 + 3/3) / log(1 + 3/1) = 1/2, although one text has it twice
    expect(table.rarity[wordRow(table, 'the')]).toBe(Math.round(RAREST / 2));
  });

  it.each([
    [8000, 1],
    [8001, 2],
    [16_001, 3],
    [24_001, 4],
    [40_000, 4],
  ])('of %i texts, has the features of at least %i', (textCount, fewest) => {
    const few = [
      ...Array.from({ length: fewest }, () => 'enough'),
      ...Array.from({ length: fewest - 1 }, () => 'scarce'),
    ];
    const others = Array.from({ length: textCount - few.length }, () => 'often');
    const table = countFeatures([...few, ...others].map(textOf), NO_SIMILAR_WORDS, ['word']);
    expect(['often', 'enough', 'scarce'].map((word) => wordRow(table, word) >= 0)).toEqual([true, true, false]);
  });
});
