import { describe, expect, it } from 'vitest';
import { planTraining, runTrainingJob, type TrainingJob } from '../../src/matcher/training.ts';
import { LIBRARY, LIBRARY_NEAR_MISSES, LIBRARY_OPTIONS } from './library.ts';

const { jobs } = planTraining(LIBRARY, {
  ...LIBRARY_OPTIONS,
  nearMisses: LIBRARY_NEAR_MISSES,
  offTopic: ['tell me a joke'],
});
const [whole] = jobs as readonly [TrainingJob];
const run = (job: TrainingJob) => runTrainingJob(job, () => undefined);

describe('runTrainingJob', () => {
  it('learns a class for each entry and one for off-topic questions', () => {
    expect(run(whole).entries.classCount).toBe(LIBRARY.length + 1);
  });

  it('learns two classes for each topic: what is answered, and near misses', () => {
    expect(run(whole).answered?.classCount).toBe(2 * LIBRARY.length);
  });

  it('learns no such classes without near misses', () => {
    expect(run({ ...whole, nearMisses: [] })).not.toHaveProperty('answered');
  });

  it('counts other features for another set', () => {
    expect(run({ ...whole, set: 1 }).keys).not.toBe(run(whole).keys);
  });

  it('gives the same bits each time', () => {
    expect(run(whole)).toEqual(run(whole));
  });

  it('learns fewer features of fewer kinds', () => {
    expect(run({ ...whole, features: ['word'] }).keys.length).toBeLessThan(run(whole).keys.length);
  });

  it('reports shares that grow from 0 towards 1', () => {
    const shares: number[] = [];
    runTrainingJob(whole, (share) => shares.push(share));
    expect(shares[0]).toBe(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it('refuses a set that there is not', () => {
    expect(() => run({ ...whole, set: 4 })).toThrow(RangeError);
  });
});
