import { describe, expect, it } from 'vitest';
import type { TrainingOptions } from '../../src/matcher/index.ts';
import {
  FEATURE_KINDS,
  planTraining,
  runTrainingJob,
  trainMatcher,
  type Progress,
} from '../../src/matcher/training.ts';
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

  it('learns to tell entries apart whatever they deny, and what is answered only from those that state', () => {
    const entries = LIBRARY.map((entry, at) => ({ ...entry, needsHighConfidence: at === 0 }));
    const { classifier } = trainMatcher(entries, OPTIONS);
    expect(classifier.entries).toEqual(model.classifier.entries);
    expect(classifier.answered).not.toEqual(model.classifier.answered);
  });

  it('learns what is answered within the topics of the entries', () => {
    const entries = LIBRARY.map((entry) => ({ ...entry, topic: undefined }));
    const { classifier } = trainMatcher(entries, OPTIONS);
    expect(classifier.entries).toEqual(model.classifier.entries);
    expect(classifier.answered).not.toEqual(model.classifier.answered);
  });

  it('learns what is answered once more for each fold, and only with near misses', () => {
    const all = [model.classifier, ...model.foldClassifiers];
    expect(all).toHaveLength(4);
    for (const classifier of all) expect(classifier.answered).toBeDefined();
    const without = trainMatcher(LIBRARY, { ...OPTIONS, nearMisses: [] });
    for (const classifier of [without.classifier, ...without.foldClassifiers])
      expect(classifier).not.toHaveProperty('answered');
  });

  it.each<[string, TrainingOptions]>([
    ['bigrams', { features: FEATURE_KINDS.filter((kind) => kind !== 'bigram') }],
    ['character n-grams', { features: FEATURE_KINDS.filter((kind) => kind !== 'charNgram') }],
    ['word vectors', { wordVectors: undefined }],
    ['dropout', { dropoutRate: 0 }],
    ['off-topic examples', { offTopic: [] }],
    ['near misses', { nearMisses: [] }],
    ['short forms', { abbreviations: {} }],
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

  it('reports its progress from 0 to 1', () => {
    const reports: Progress[] = [];
    trainMatcher(LIBRARY, OPTIONS, (done) => reports.push(done));
    const shares = reports.map(({ share }) => share);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeCloseTo(1, 1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe('planTraining', () => {
  it('plans a job for all texts and one for each fold, which takes less', () => {
    const { jobs } = planTraining(LIBRARY, OPTIONS);
    expect(jobs.map(({ set }) => set)).toEqual([0, 1, 2, 3]);
    const [whole, fold] = jobs;
    expect(fold!.work).toBeLessThan(whole!.work);
  });

  it('plans jobs that run in any order, each on its own, after a trip to another thread', () => {
    const { jobs, assemble } = planTraining(LIBRARY, OPTIONS);
    const results = jobs
      .map((job) => structuredClone(job))
      .reverse()
      .map((job) => structuredClone(runTrainingJob(job, () => undefined)))
      .reverse();
    expect(assemble(results)).toEqual(model);
  });

  it('makes no model of some of the results', () => {
    const { jobs, assemble } = planTraining(LIBRARY, { ...OPTIONS, nearMisses: [] });
    expect(() => assemble([runTrainingJob(jobs[0]!, () => undefined)])).toThrow(RangeError);
  });
});
