import { describe, expect, it } from 'vitest';
import { FEATURE_KINDS, trainMatcher, type Progress, type TrainingOptions } from '../../src/matcher/index.ts';
import { LIBRARY, LIBRARY_NEAR_MISSES, LIBRARY_OPTIONS } from './library.ts';
import { vectorsOf } from './vectors.ts';

const OPTIONS: TrainingOptions = {
  ...LIBRARY_OPTIONS,
  nearMisses: LIBRARY_NEAR_MISSES,
  offTopic: ['what is the weather like', 'tell me a joke'],
  wordVectors: vectorsOf([['book', 'novel']]),
};
const model = trainMatcher(LIBRARY, OPTIONS);

describe('trainMatcher', () => {
  it('gives the same bits for the same input', () => {
    expect(JSON.stringify(trainMatcher(LIBRARY, OPTIONS))).toBe(JSON.stringify(model));
  });

  it('depends on phrasings alone, and not on which entries answer alike', () => {
    const entries = LIBRARY.map((entry) => ({ ...entry, answerGroup: 'same' }));
    expect(trainMatcher(entries, OPTIONS)).toEqual(model);
  });

  it('depends on what entries deny only in what it learns of near misses', () => {
    const entries = LIBRARY.map((entry, at) => ({ ...entry, needsHighConfidence: at === 0 }));
    const { answerability, foldAnswerability, ...rest } = trainMatcher(entries, OPTIONS);
    expect(model).toMatchObject(rest);
    expect(answerability).not.toEqual(model.answerability);
    expect(foldAnswerability).not.toEqual(model.foldAnswerability);
  });

  it('learns answerability once more for each fold, and only with near misses', () => {
    expect(model.foldAnswerability).toHaveLength(model.foldClassifiers.length);
    const without = trainMatcher(LIBRARY, { ...OPTIONS, nearMisses: [] });
    expect(without).not.toHaveProperty('answerability');
    expect(without).not.toHaveProperty('foldAnswerability');
  });

  it.each<[string, TrainingOptions]>([
    ['lexicon', { lexicon: [] }],
    ['bigrams', { features: FEATURE_KINDS.filter((kind) => kind !== 'bigram') }],
    ['character n-grams', { features: FEATURE_KINDS.filter((kind) => kind !== 'charNgram') }],
    ['word vectors', { wordVectors: undefined }],
    ['dropout', { dropoutRate: 0 }],
    ['off-topic examples', { offTopic: [] }],
    ['near misses', { nearMisses: [] }],
  ])('learns something else without %s', (_, options) => {
    expect(trainMatcher(LIBRARY, { ...OPTIONS, ...options })).not.toEqual(model);
  });

  it.each([
    ['no entry', []],
    ['an entry without a phrasing', [{ id: 'a', phrasings: [] }]],
    ['two entries of one ID', ['one', 'two'].map((text) => ({ id: 'a', phrasings: [text] }))],
  ])('refuses %s', (_, entries) => {
    expect(() => trainMatcher(entries)).toThrow(RangeError);
  });

  it('reports its progress from 0 to 1, step by step', () => {
    const reports: Progress[] = [];
    trainMatcher(LIBRARY, OPTIONS, (done) => reports.push(done));
    const shares = reports.map(({ share }) => share);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(reports.map(({ step }) => step)).size).toBe(5);
  });
});
