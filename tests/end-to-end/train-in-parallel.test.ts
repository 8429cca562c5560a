/** Worker threads run compiled code only. */

import { beforeAll, describe, expect, it } from 'vitest';
import { compileIfStale } from '../../src/build/compile.mjs';
import type * as TrainInParallel from '../../src/build/train-in-parallel.ts';
import type { TrainingOptions } from '../../src/matcher/index.ts';
import { planTraining, trainMatcher, type Progress } from '../../src/matcher/training.ts';
import { LIBRARY, LIBRARY_NEAR_MISSES, LIBRARY_OPTIONS } from '../matcher/library.ts';

const COMPILED = new URL('../../dist/build/train-in-parallel.js', import.meta.url).href;
const OPTIONS: TrainingOptions = { ...LIBRARY_OPTIONS, nearMisses: LIBRARY_NEAR_MISSES };

describe('trainInParallel', () => {
  let trainInParallel: typeof TrainInParallel.trainInParallel;
  beforeAll(async () => {
    await compileIfStale('build/train-in-parallel.js');
    ({ trainInParallel } = (await import(COMPILED)) as typeof TrainInParallel);
  });

  it.each([1, 2, 20])('gives the model that trainMatcher gives, with %i workers', async (workerCount) => {
    const plan = planTraining(LIBRARY, OPTIONS);
    const { folds, model } = trainInParallel(plan, () => undefined, workerCount);
    const whole = trainMatcher(LIBRARY, OPTIONS);
    expect(await model).toEqual(whole);
    const { classifier: _, ...rest } = whole;
    expect(await folds).toEqual(rest);
  });

  it('reports its progress, which only grows', async () => {
    const reports: Progress[] = [];
    await trainInParallel(planTraining(LIBRARY, OPTIONS), (progress) => reports.push(progress), 2).model;
    const shares = reports.map(({ share }) => share);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it('gives the folds before the classifier of all texts', async () => {
    const { jobs, ...plan } = planTraining(LIBRARY, OPTIONS);
    const [whole, ...folds] = jobs;
    const lastAndBroken = { ...whole!, set: 99, work: 0 };
    const training = trainInParallel({ jobs: [lastAndBroken, ...folds], ...plan }, () => undefined, 1);
    const [trained, model] = await Promise.allSettled([training.folds, training.model]);
    expect(trained).toMatchObject({ value: { foldClassifiers: { length: folds.length } } });
    expect(model.status).toBe('rejected');
  });

  it('throws what a job throws', async () => {
    const { jobs, ...plan } = planTraining(LIBRARY, OPTIONS);
    const broken = { jobs: jobs.map((job) => ({ ...job, set: 99 })), ...plan };
    await expect(trainInParallel(broken, () => undefined, 2).model).rejects.toThrow('There is no training set 99.');
  });
});
