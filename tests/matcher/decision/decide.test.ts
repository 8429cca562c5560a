import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNCALIBRATED, type Calibration } from '../../../src/matcher/decision/thresholds.ts';
import { assess, decide, MAX_CHOICES } from '../../../src/matcher/decision/decide.ts';
import { createEntryTable } from '../../../src/matcher/decision/entry-table.ts';
import type { Evidence } from '../../../src/matcher/decision/evidence.ts';

const ENTRIES = createEntryTable([
  { id: 'open', answerGroup: 'hours' },
  { id: 'close', answerGroup: 'hours' },
  { id: 'fee' },
  { id: 'denied', needsHighConfidence: true },
]);

const logit = (chance: number): number => Math.log(chance / (1 - chance));

/**
 * A calibration under which the best answer is right, and the question in scope, with these
 * chances.
 */
function calibrationOf(confidence: number, inScope: number): Calibration {
  return { ...UNCALIBRATED, right: [logit(confidence)], inScope: [logit(inScope)] };
}

function evidenceOf(probabilities: readonly number[]): Evidence {
  return {
    ranking: [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]!),
    probabilities: Float64Array.from(probabilities),
    isOffTopic: false,
    knownShare: 1,
    signals: [1],
  };
}

function decideOn(probabilities: readonly number[], confidence: number, inScope: number) {
  const calibration = calibrationOf(confidence, inScope);
  return decide(assess(evidenceOf(probabilities), ENTRIES, calibration), ENTRIES, calibration);
}

describe('decide', () => {
  it('matches where the best answer is probable enough', () => {
    expect(decideOn([0.5, 0.3, 0.2, 0], 0.6, 0.9)).toMatchObject({ kind: 'match', id: 'open' });
  });

  it('takes more confidence for an entry that needs it', () => {
    expect(decideOn([0, 0, 0.4, 0.6], 0.6, 0.9)).toEqual({ kind: 'ambiguous', ids: ['denied', 'fee'] });
    expect(decideOn([0, 0, 0.4, 0.6], 0.95, 0.97)).toMatchObject({ kind: 'match', id: 'denied' });
  });

  it('offers one entry of each answer, best first', () => {
    expect(decideOn([0.3, 0.4, 0.2, 0.1], 0.3, 0.9)).toEqual({ kind: 'ambiguous', ids: ['close', 'fee', 'denied'] });
  });

  it('offers no more than can be read at a glance', () => {
    const many = createEntryTable(Array.from({ length: 9 }, (_, index) => ({ id: `entry-${index}` })));
    const calibration = calibrationOf(0.1, 0.9);
    const decision = decide(assess(evidenceOf(Array(9).fill(1 / 9)), many, calibration), many, calibration);
    expect(decision.kind === 'ambiguous' && decision.ids).toHaveLength(MAX_CHOICES);
  });

  it('decides for none where no choice is likely to be right', () => {
    expect(decideOn([0.3, 0.4, 0.2, 0.1], 0.05, 0.1)).toEqual({ kind: 'none' });
  });

  it('matches the only answer that there is to offer', () => {
    const hours = createEntryTable([
      { id: 'open', answerGroup: 'hours' },
      { id: 'close', answerGroup: 'hours' },
    ]);
    const calibration = calibrationOf(0.3, 0.3);
    const assessment = assess(evidenceOf([0.6, 0.4]), hours, calibration);
    expect(decide(assessment, hours, calibration)).toMatchObject({ kind: 'match', id: 'open' });
  });
});

describe('assess', () => {
  it('shares out at most the chance of being in scope, none above the best', () => {
    const share = fc.integer({ min: 1, max: 1000 });
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(share, share, share, share), chance, chance, (shares, confidence, inScope) => {
        const total = shares.reduce((sum, one) => sum + one, 0);
        const evidence = evidenceOf(shares.map((one) => one / total));
        const assessment = assess(evidence, ENTRIES, calibrationOf(confidence, inScope));
        const { best, probabilities, offerConfidence } = assessment;
        const sum = probabilities.reduce((some, one) => some + one, 0);
        expect(sum).toBeLessThanOrEqual(assessment.inScope + 1e-9);
        expect(Math.max(...probabilities)).toBeLessThanOrEqual(probabilities[best]! + 1e-9);
        expect(offerConfidence).toBeGreaterThanOrEqual(assessment.confidence - 1e-9);
        expect(offerConfidence).toBeLessThanOrEqual(assessment.inScope + 1e-9);
        expect(assessment.choices[0]).toBe(best);
      }),
    );
  });
});
