import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/matcher/decision/calibrate.ts';
import { UNCALIBRATED, WITH_NEAR_MISSES } from '../../../src/matcher/decision/thresholds.ts';
import type { Trial } from '../../../src/matcher/decision/cross-validation.ts';
import { createEntryTable } from '../../../src/matcher/decision/entry-table.ts';
import { SIGNALS } from '../../../src/matcher/decision/evidence.ts';
import { chanceOf } from '../../../src/matcher/decision/logistic-regression.ts';

const ENTRIES = createEntryTable([{ id: 'a' }, { id: 'b' }, { id: 'c' }], []);

/** Only the lead, and how answered it looks, tell whether the best entry is right. */
function trialOf(lead: number, scope: Trial['scope'], answered = 0): Trial {
  const signals = { constant: 1, lead, answered };
  return {
    evidence: {
      best: 0,
      ranking: [0, 1, 2],
      probabilities: Float64Array.of(0.6, 0.3, 0.1),
      knownShare: 1,
      nearTopic: undefined,
      signals: SIGNALS.map((signal) => (signal in signals ? signals[signal as keyof typeof signals] : 0)),
    },
    entries: ENTRIES,
    meant: scope === 'in' ? 0 : undefined,
    scope,
  };
}

const IN = Array.from({ length: 30 }, (_, at) => trialOf(5 + at / 10, 'in'));
const OFF_TOPIC = Array.from({ length: 30 }, (_, at) => trialOf(at / 10, 'off-topic'));

/** Near misses lead like answers, but do not look answered. */
const ANSWERED = Array.from({ length: 30 }, (_, at) => trialOf(5 + at / 10, 'in', 3 + (at % 5)));
const NEAR_MISSES = Array.from({ length: 30 }, (_, at) => trialOf(5 + at / 10, 'near miss', -3 - (at % 5)));

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

describe('calibrating with near misses', () => {
  const calibration = calibrate([...ANSWERED, ...NEAR_MISSES, ...OFF_TOPIC], true);
  const chancesOf = (weights: readonly number[] | undefined, trials: readonly Trial[]) =>
    trials.map(({ evidence }) => chanceOf(weights ?? [], evidence.signals));

  it('learns what nothing answers', () => {
    expect(Math.min(...chancesOf(calibration.denied, NEAR_MISSES))).toBeGreaterThan(0.5);
    expect(Math.max(...chancesOf(calibration.denied, ANSWERED))).toBeLessThan(0.5);
  });

  it('learns what is about the subject', () => {
    expect(Math.min(...chancesOf(calibration.onTopic, [...ANSWERED, ...NEAR_MISSES]))).toBeGreaterThan(0.5);
    expect(Math.max(...chancesOf(calibration.onTopic, OFF_TOPIC))).toBeLessThan(0.5);
  });

  it('trusts no best entry that only looks like an answer', () => {
    expect(Math.min(...chancesOf(calibration.right, ANSWERED))).toBeGreaterThan(0.5);
    expect(Math.max(...chancesOf(calibration.right, NEAR_MISSES))).toBeLessThan(0.5);
  });

  it('counts an entry that denies as right for a near miss', () => {
    const entries = createEntryTable([{ id: 'a', needsHighConfidence: true }, { id: 'b' }, { id: 'c' }], []);
    const denying = NEAR_MISSES.map((trial) => ({ ...trial, entries }));
    const { right } = calibrate([...ANSWERED, ...denying, ...OFF_TOPIC], true);
    expect(Math.min(...chancesOf(right, denying))).toBeGreaterThan(0.5);
  });

  it('sets thresholds for hedging and denying', () => {
    expect(calibration).toMatchObject(WITH_NEAR_MISSES);
  });

  it('learns neither without near misses', () => {
    const without = calibrate([...IN, ...OFF_TOPIC], true);
    expect(without).not.toHaveProperty('denied');
    expect(without).not.toHaveProperty('onTopic');
    expect(without).toMatchObject({ sureThreshold: 0, deniedThreshold: 1 });
  });

  it('learns neither from few near misses', () => {
    const few = calibrate([...ANSWERED, ...NEAR_MISSES.slice(0, 19), ...OFF_TOPIC], true);
    expect(few).not.toHaveProperty('denied');
    expect(few.matchThreshold).toBe(UNCALIBRATED.matchThreshold);
  });
});
