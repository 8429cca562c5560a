import { describe, expect, it } from 'vitest';
import { planTraining, runTrainingJob, type TrainingJob } from '../../src/matcher/index.ts';
import { LIBRARY, LIBRARY_NEAR_MISSES, LIBRARY_OPTIONS } from './library.ts';

const { jobs } = planTraining(LIBRARY, {
  ...LIBRARY_OPTIONS,
  nearMisses: LIBRARY_NEAR_MISSES,
  offTopic: ['tell me a joke'],
});
const [ofEntries, ofAnswered] = jobs as readonly [TrainingJob, TrainingJob];
const run = (job: TrainingJob) => runTrainingJob(job, () => undefined);

describe('runTrainingJob', () => {
  it('learns a class for each entry and one for off-topic questions', () => {
    expect(run(ofEntries).head.classCount).toBe(LIBRARY.length + 1);
  });

  it('learns two classes for each topic: what is answered, and near misses', () => {
    expect(run(ofAnswered).head.classCount).toBe(2 * LIBRARY.length);
  });

  it('counts the same features for both heads of a set, and others for another set', () => {
    const [entries, answered] = [run(ofEntries), run(ofAnswered)];
    expect([answered.keys, answered.rarity]).toEqual([entries.keys, entries.rarity]);
    expect(run({ ...ofEntries, set: 1 }).keys).not.toBe(entries.keys);
  });

  it('gives the same bits each time', () => {
    expect(run(ofEntries)).toEqual(run(ofEntries));
  });

  it('learns fewer features of fewer kinds', () => {
    expect(run({ ...ofEntries, features: ['word'] }).keys.length).toBeLessThan(run(ofEntries).keys.length);
  });

  it('reports shares that grow from 0 towards 1', () => {
    const shares: number[] = [];
    runTrainingJob(ofEntries, (share) => shares.push(share));
    expect(shares[0]).toBe(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it('refuses a set that there is not', () => {
    expect(() => run({ ...ofEntries, set: 4 })).toThrow(RangeError);
  });
});
