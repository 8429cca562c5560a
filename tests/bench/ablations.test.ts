import { describe, expect, it } from 'vitest';
import { ABLATIONS, isUsedAfterTraining, isWithoutUse } from '../../src/bench/ablations.ts';

const namesOf = (all: typeof ABLATIONS) => all.map(({ name }) => name.replace('without ', ''));

describe('what is left out', () => {
  it('changes the trained model but for what is used afterwards', () => {
    const after = ABLATIONS.filter(({ options }) => isUsedAfterTraining(options));
    expect(namesOf(after)).toEqual(['typo correction', 'learned confidence']);
  });

  it('may be what data sets do not have', () => {
    const without = ABLATIONS.filter(({ options }) => isWithoutUse(options));
    expect(namesOf(without)).toEqual(['off-topic', 'near misses']);
  });

  it('can be nothing', () => {
    expect([isUsedAfterTraining({}), isWithoutUse({})]).toEqual([true, false]);
  });
});
