import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURE_KINDS, forEachFeature, KEY_BITS, type FeatureKind } from '../../../src/matcher/features/features.ts';
import { NO_SIMILAR_WORDS, type SimilarWords } from '../../../src/matcher/features/similar-words.ts';
import type { AnalyzedText } from '../../../src/matcher/text/analyze.ts';
import { textOf } from '../model/texts.ts';

interface Feature {
  readonly key: number;
  readonly informativeness: number;
  readonly from: number;
  readonly to: number;
}

function featuresOf(text: AnalyzedText, kind: FeatureKind, similarWords = NO_SIMILAR_WORDS): readonly Feature[] {
  const features: Feature[] = [];
  forEachFeature(text, similarWords, (key, of, informativeness, from, to) => {
    if (FEATURE_KINDS[of] === kind) features.push({ key, informativeness, from, to });
  });
  return features;
}

const spans = (features: readonly Feature[]) => features.map(({ from, to }) => [from, to]);
const keys = (features: readonly Feature[]) => features.map(({ key }) => key).sort((a, b) => a - b);

describe('forEachFeature', () => {
  const text = textOf('who opens it');

  it('visits each word', () => {
    expect(spans(featuresOf(text, 'word'))).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('pairs stems, not words', () => {
    const [first, ...others] = text.tokens;
    const stemmed = { tokens: [{ ...first!, stem: 'person' }, ...others] };
    for (const kind of ['bigram', 'skipBigram'] as const)
      expect(keys(featuresOf(stemmed, kind))).toEqual(keys(featuresOf(textOf('person opens it'), kind)));
    expect(keys(featuresOf(stemmed, 'word'))).toEqual(keys(featuresOf(text, 'word')));
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
    const turned = textOf('it opens who');
    expect(keys(featuresOf(turned, 'skipBigram'))).toEqual(keys(featuresOf(text, 'skipBigram')));
    expect(keys(featuresOf(turned, 'bigram'))).not.toEqual(keys(featuresOf(text, 'bigram')));
  });

  it('pairs no words more than four words apart', () => {
    const long = textOf(Array.from({ length: 20 }, (_, at) => `w${at}`).join(' '));
    expect(Math.max(...featuresOf(long, 'skipBigram').map(({ from, to }) => to - from))).toBe(4);
  });

  it('visits three and four letters of a word, with its ends', () => {
    expect(featuresOf(textOf('it'), 'charNgram')).toHaveLength(3); // <it it> <it>
    expect(featuresOf(textOf('open'), 'charNgram')).toHaveLength(7); // 4 + 3
  });

  it('visits words that are similar to one, as much as they are', () => {
    const similarWords: SimilarWords = {
      ...NO_SIMILAR_WORDS,
      forEachSimilar: (word, visit) => (word === 'who' ? visit(7, 0.5, 0.25) : undefined),
    };
    expect(featuresOf(text, 'word', similarWords).map(({ informativeness }) => informativeness)).toEqual([
      1,
      0.5 * 0.5,
      1,
      1,
    ]);
  });

  it('visits nothing of a text without words', () => {
    for (const kind of FEATURE_KINDS) expect(featuresOf(textOf(''), kind)).toEqual([]);
  });

  it('gives keys of 24 bits, and informativeness from 0 to 1', () => {
    const word = fc.string({ minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        forEachFeature(textOf(words.join(' ')), NO_SIMILAR_WORDS, (key, _, informativeness) => {
          expect(Number.isInteger(key) && key >= 0 && key < 2 ** KEY_BITS).toBe(true);
          expect(informativeness).toBeGreaterThan(0);
          expect(informativeness).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});
