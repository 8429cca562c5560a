import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURE_KINDS, forEachFeature, KEY_BITS, type FeatureKind } from '../../../src/matcher/features/features.ts';
import { NO_SIMILAR_WORDS, type SimilarWords } from '../../../src/matcher/features/similar-words.ts';
import type { AnalyzedText } from '../../../src/matcher/text/analyze.ts';

function textOf(words: readonly string[]): AnalyzedText {
  return { tokens: words.map((word) => ({ typed: word, word, term: word, ownStem: '', known: true })) };
}

interface Feature {
  readonly key: number;
  readonly informativeness: number;
  readonly from: number;
  readonly to: number;
}

function featuresOf(text: AnalyzedText, kind: FeatureKind, similarWords = NO_SIMILAR_WORDS): readonly Feature[] {
  const features: Feature[] = [];
  forEachFeature(text, similarWords, (key, of, informativeness, from, to) => {
    if (of === kind) features.push({ key, informativeness, from, to });
  });
  return features;
}

const spans = (features: readonly Feature[]) => features.map(({ from, to }) => [from, to]);
const keys = (features: readonly Feature[]) => features.map(({ key }) => key).sort((a, b) => a - b);

describe('forEachFeature', () => {
  const text = textOf(['who', 'opens', 'it']);

  it('visits each term, and its own stem where the lexicon gave it another', () => {
    const [first, ...others] = text.tokens;
    const withStem = { tokens: [{ ...first!, ownStem: 'which' }, ...others] };
    expect(spans(featuresOf(withStem, 'term'))).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [0, 0],
    ]);
    expect(featuresOf(withStem, 'term').at(-1)?.informativeness).toBe(0.5);
  });

  it('visits the bigrams from the start to the end', () => {
    expect(spans(featuresOf(text, 'bigram'))).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [2, 2],
    ]);
  });

  it('visits skip-bigrams whatever the order, but bigrams in their order', () => {
    const turned = textOf(['it', 'opens', 'who']);
    expect(keys(featuresOf(turned, 'skipBigram'))).toEqual(keys(featuresOf(text, 'skipBigram')));
    expect(keys(featuresOf(turned, 'bigram'))).not.toEqual(keys(featuresOf(text, 'bigram')));
  });

  it('pairs no terms more than eight words apart', () => {
    const long = textOf(Array.from({ length: 20 }, (_, at) => `w${at}`));
    expect(Math.max(...featuresOf(long, 'skipBigram').map(({ from, to }) => to - from))).toBe(8);
  });

  it('visits three to five letters of a word, with its ends', () => {
    expect(featuresOf(textOf(['it']), 'charNgram')).toHaveLength(3); // <it it> <it>
    expect(featuresOf(textOf(['open']), 'charNgram')).toHaveLength(9); // 4 + 3 + 2
  });

  it('visits a word and those that are similar to it', () => {
    const similarWords: SimilarWords = {
      ...NO_SIMILAR_WORDS,
      isEmpty: false,
      forEachSimilar: (word, visit) => (word === 'who' ? visit(7, 0.5, 1) : undefined),
    };
    expect(featuresOf(text, 'similarWord', similarWords).map(({ informativeness }) => informativeness)).toEqual([
      1, 0.5, 1, 1,
    ]);
    expect(featuresOf(text, 'similarWord')).toEqual([]);
  });

  it('visits nothing of a text without words', () => {
    for (const kind of FEATURE_KINDS) expect(featuresOf(textOf([]), kind)).toEqual([]);
  });

  it('gives keys of 24 bits, and informativeness from 0 to 1', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 10 }), { maxLength: 12 }), (words) => {
        forEachFeature(textOf(words), NO_SIMILAR_WORDS, (key, _, informativeness) => {
          expect(Number.isInteger(key) && key >= 0 && key < 2 ** KEY_BITS).toBe(true);
          expect(informativeness).toBeGreaterThan(0);
          expect(informativeness).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});
