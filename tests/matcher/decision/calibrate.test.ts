import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/matcher/decision/calibrate.ts';
import { UNCALIBRATED } from '../../../src/matcher/decision/thresholds.ts';
import type { Trial } from '../../../src/matcher/decision/cross-validation.ts';
import { createEntryTable } from '../../../src/matcher/decision/entry-table.ts';
import { SIGNALS } from '../../../src/matcher/decision/evidence.ts';
import { chanceOf } from '../../../src/matcher/decision/logistic-regression.ts';

const ENTRIES = createEntryTable([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);

/** A trial whose lead is all that tells whether the best entry is right. */
function trialOf(lead: number, scope: Trial['scope']): Trial {
  return {
    evidence: {
      ranking: [0, 1, 2],
      probabilities: Float64Array.of(0.6, 0.3, 0.1),
      isOffTopic: false,
      knownShare: 1,
      signals: SIGNALS.map((signal) => (signal === 'constant' ? 1 : signal === 'lead' ? lead : 0)),
    },
    entries: ENTRIES,
    meant: scope === 'in' ? 0 : undefined,
    scope,
  };
}

const IN = Array.from({ length: 30 }, (_, at) => trialOf(5 + at / 10, 'in'));
const OFF_TOPIC = Array.from({ length: 30 }, (_, at) => trialOf(at / 10, 'off-topic'));

describe('calibrate', () => {
  it('learns from which signals on the best entry is right', () => {
    const { right } = calibrate([...IN, ...OFF_TOPIC], true);
    const chances = (trials: readonly Trial[]) => trials.map(({ evidence }) => chanceOf(right, evidence.signals));
    expect(Math.min(...chances(IN))).toBeGreaterThan(0.5);
    expect(Math.max(...chances(OFF_TOPIC))).toBeLessThan(0.5);
  });

  it('lowers the temperature where the right entry always comes first', () => {
    expect(calibrate([...IN, ...OFF_TOPIC], true).temperature).toBeLessThan(1);
  });

  it('keeps the given confidence when told not to learn it', () => {
    const { right, inScope } = calibrate([...IN, ...OFF_TOPIC], false);
    expect([right, inScope]).toEqual([UNCALIBRATED.right, UNCALIBRATED.inScope]);
  });

  it.each([
    ['in scope', IN.slice(0, 19), OFF_TOPIC],
    ['out of scope', IN, OFF_TOPIC.slice(0, 19)],
  ])('learns nothing from few trials %s', (_, some, others) => {
    expect(calibrate([...some, ...others], true)).toEqual(UNCALIBRATED);
  });

  it('chooses a threshold for offers from 0 to 1', () => {
    const { offerThreshold } = calibrate([...IN, ...OFF_TOPIC], true);
    expect(offerThreshold).toBeGreaterThan(0);
    expect(offerThreshold).toBeLessThan(1);
  });

  it('reports shares that grow towards 1', () => {
    const shares: number[] = [];
    calibrate([...IN, ...OFF_TOPIC], true, (share) => shares.push(share));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});
