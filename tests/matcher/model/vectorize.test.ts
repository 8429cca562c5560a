import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/matcher/encoding/hash.ts';
import { FEATURE_KINDS, KIND_WEIGHTS } from '../../../src/matcher/features/features.ts';
import { NO_SIMILAR_WORDS, type SimilarWords } from '../../../src/matcher/features/similar-words.ts';
import { countFeatures } from '../../../src/matcher/model/count-features.ts';
import { createVectorizer } from '../../../src/matcher/model/vectorize.ts';
import { textOf } from './texts.ts';

const vectorizerOf = (...texts: readonly string[]) =>
  createVectorizer(countFeatures(texts.map(textOf), NO_SIMILAR_WORDS, FEATURE_KINDS), NO_SIMILAR_WORDS);

describe('createVectorizer', () => {
  const vectorize = vectorizerOf('when do you open');

  it('has the length 1, and each feature once', () => {
    const { rows, values, kinds } = vectorize(textOf('when when do you open'));
    expect(values.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 5);
    expect(new Set(rows).size).toBe(rows.length);
    expect(kinds).toHaveLength(rows.length);
  });

  it('gives each kind its weight, however many features it has', () => {
    const { values, kinds } = vectorize(textOf('when do you open'));
    const squares = FEATURE_KINDS.map((_, kind) =>
      values.reduce((sum, value, index) => (kinds[index] === kind ? sum + value ** 2 : sum), 0),
    );
    const total = KIND_WEIGHTS.reduce((sum, weight) => sum + weight ** 2, 0);
    for (const [kind, square] of squares.entries()) expect(square).toBeCloseTo(KIND_WEIGHTS[kind]! ** 2 / total, 5);
  });

  it('says what share of each kind is known', () => {
    expect(vectorize(textOf('when do you open')).knownShares).toEqual(FEATURE_KINDS.map(() => 1));
    const half = vectorize(textOf('when zzz'));
    expect(half.knownShares[FEATURE_KINDS.indexOf('word')]).toBe(0.5);
    expect(half.wordCount).toBe(2);
  });

  it('is empty where nothing is known', () => {
    const { rows, knownShares } = vectorize(textOf('zzz'));
    expect(rows).toHaveLength(0);
    expect(knownShares).toEqual(FEATURE_KINDS.map(() => 0));
  });

  it('keeps nothing from one text to the next', () => {
    const alone = vectorizerOf('when do you open')(textOf('you open'));
    vectorize(textOf('when do you'));
    expect(vectorize(textOf('you open'))).toEqual(alone);
  });

  it('counts a word by its highest weight: its own, or that of a word like it', () => {
    const words = countFeatures([textOf('cop'), textOf('law')], NO_SIMILAR_WORDS, ['word']);
    const similarity = 0.5;
    const similarWords: SimilarWords = {
      ...NO_SIMILAR_WORDS,
      forEachSimilar: (word, visit) => (word === 'law' ? visit(hashOf('cop'), similarity, 1) : undefined),
    };
    const vectorize = createVectorizer(words, similarWords);
    const [law, cop] = vectorize(textOf('law')).values;
    expect(cop! / law!).toBeCloseTo(similarity);
    const [one, other] = vectorize(textOf('law cop')).values;
    expect(one).toBeCloseTo(other!);
  });
});
