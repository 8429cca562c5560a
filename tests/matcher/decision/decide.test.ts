import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNCALIBRATED, WITH_NEAR_MISSES, type Calibration } from '../../../src/matcher/decision/thresholds.ts';
import { assess, decide, MAX_CHOICES } from '../../../src/matcher/decision/decide.ts';
import { createEntryTable } from '../../../src/matcher/decision/entry-table.ts';
import type { Evidence } from '../../../src/matcher/decision/evidence.ts';

const ENTRIES = createEntryTable(
  [
    { id: 'open', answerGroup: 'hours', topic: 'hours' },
    { id: 'close', answerGroup: 'hours', topic: 'hours' },
    { id: 'fee', topic: 'fees' },
    { id: 'denied', needsHighConfidence: true, denies: true },
    { id: 'known', needsHighConfidence: true },
  ],
  ['fees', 'hours', 'rooms'],
);
const [FEES, HOURS, ROOMS] = [0, 1, 2];

const logit = (chance: number): number => Math.log(chance / (1 - chance));

/**
 * A calibration under which the best answer is right, and the question in scope, with these
 * chances.
 */
function calibrationOf(confidence: number, inScope: number): Calibration {
  return { ...UNCALIBRATED, right: [logit(confidence)], inScope: [logit(inScope)] };
}

function evidenceOf(probabilities: readonly number[], nearTopic?: number): Evidence {
  const ranking = [...probabilities.keys()].sort((a, b) => probabilities[b]! - probabilities[a]!);
  return {
    best: ranking[0]!,
    ranking,
    probabilities: Float64Array.from(probabilities),
    knownShare: 1,
    nearTopic,
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
    const many = createEntryTable(
      Array.from({ length: 9 }, (_, index) => ({ id: `entry-${index}` })),
      [],
    );
    const calibration = calibrationOf(0.1, 0.9);
    const decision = decide(assess(evidenceOf(Array(9).fill(1 / 9)), many, calibration), many, calibration);
    expect(decision.kind === 'ambiguous' && decision.ids).toHaveLength(MAX_CHOICES);
  });

  it('decides for none where no choice is likely to be right', () => {
    expect(decideOn([0.3, 0.4, 0.2, 0.1], 0.05, 0.1)).toEqual({ kind: 'none' });
  });

  it('matches the only answer that there is to offer', () => {
    const hours = createEntryTable(
      [
        { id: 'open', answerGroup: 'hours' },
        { id: 'close', answerGroup: 'hours' },
      ],
      [],
    );
    const calibration = calibrationOf(0.3, 0.3);
    const assessment = assess(evidenceOf([0.6, 0.4]), hours, calibration);
    expect(decide(assessment, hours, calibration)).toMatchObject({ kind: 'match', id: 'open' });
  });
});

describe('deciding with near misses', () => {
  interface Chances {
    readonly right: number;
    readonly inScope?: number;
    readonly denied: number;
    readonly onTopic: number;
    /** The place of the topic that comes near. */
    readonly near?: number;
  }

  function decideWith(probabilities: readonly number[], { right, inScope = right, denied, onTopic, near }: Chances) {
    const calibration: Calibration = {
      ...calibrationOf(right, inScope),
      ...WITH_NEAR_MISSES,
      denied: [logit(denied)],
      onTopic: [logit(onTopic)],
    };
    return decide(assess(evidenceOf(probabilities, near), ENTRIES, calibration), ENTRIES, calibration);
  }

  const { sureThreshold, deniedThreshold } = WITH_NEAR_MISSES;
  const STATED_FIRST = [0.5, 0.1, 0.3, 0.1];
  const STATED_OR_DENIED = [0.6, 0, 0, 0.4];
  const DENIED_FIRST = [0.1, 0.1, 0.3, 0.5];
  const DENIED_CLEARLY = [0.001, 0.001, 0.001, 0.997];

  it.each<[string, readonly number[], Chances, object]>([
    [
      'is sure of an entry that is very probably right',
      STATED_FIRST,
      { right: 0.9, denied: 0.1, onTopic: 0.9 },
      { kind: 'match', id: 'open', hedged: false },
    ],
    [
      'is sure from the threshold for that on',
      STATED_FIRST,
      { right: sureThreshold + 0.01, denied: 0.1, onTopic: 0.9 },
      { kind: 'match', hedged: false },
    ],
    [
      'and hedges below it',
      STATED_FIRST,
      { right: sureThreshold - 0.01, denied: 0.1, onTopic: 0.9 },
      { kind: 'match', hedged: true },
    ],
    [
      'denies from the threshold for that on, although one of the best few may be meant',
      STATED_FIRST,
      { right: 0.3, inScope: 0.9, denied: deniedThreshold + 0.01, onTopic: 0.9 },
      { kind: 'denied' },
    ],
    [
      'and offers a choice below it',
      STATED_FIRST,
      { right: 0.3, inScope: 0.9, denied: deniedThreshold - 0.01, onTopic: 0.9 },
      { kind: 'ambiguous' },
    ],
    [
      'hedges one that may be right',
      STATED_FIRST,
      { right: 0.5, denied: 0.4, onTopic: 0.9 },
      { kind: 'match', id: 'open', hedged: true },
    ],
    [
      'hedges one that may be right even if it may be denied too',
      STATED_FIRST,
      { right: 0.5, denied: 0.9, onTopic: 0.9 },
      { kind: 'match', id: 'open', hedged: true },
    ],
    [
      'denies what no entry states, and names the likeliest entry of the topic that comes near',
      STATED_FIRST,
      { right: 0.1, denied: 0.8, onTopic: 0.9, near: HOURS },
      { kind: 'denied', nearest: 'open' },
    ],
    [
      'names an entry of that topic, whatever is likelier',
      STATED_FIRST,
      { right: 0.1, denied: 0.8, onTopic: 0.9, near: FEES },
      { kind: 'denied', nearest: 'fee' },
    ],
    [
      'names none where no topic comes near',
      STATED_FIRST,
      { right: 0.1, denied: 0.8, onTopic: 0.9 },
      { kind: 'denied', nearest: undefined },
    ],
    [
      'names none where no entry is of the topic that does',
      STATED_FIRST,
      { right: 0.1, denied: 0.8, onTopic: 0.9, near: ROOMS },
      { kind: 'denied', nearest: undefined },
    ],
    [
      'lets an entry that denies do so itself, never hedged',
      DENIED_CLEARLY,
      { right: 0.7, denied: 0.9, onTopic: 0.9 },
      { kind: 'match', id: 'denied', hedged: false },
    ],
    [
      'denies in no entry’s words where another may have been meant',
      DENIED_FIRST,
      { right: 0.8, denied: 0.86, onTopic: 0.9, near: HOURS },
      { kind: 'denied', nearest: 'open', confidence: expect.closeTo(0.86) },
    ],
    [
      'but not where it may well be stated',
      DENIED_FIRST,
      { right: 0.8, denied: 0.84, onTopic: 0.9, near: HOURS },
      { kind: 'ambiguous' },
    ],
    ['never denies what is off-topic', STATED_FIRST, { right: 0.1, denied: 0.99, onTopic: 0.4 }, { kind: 'none' }],
    [
      'offers a choice where it is unsure of all',
      DENIED_FIRST,
      { right: 0.5, inScope: 0.9, denied: 0.3, onTopic: 0.9 },
      { kind: 'ambiguous', ids: ['denied', 'fee', 'open'] },
    ],
    [
      'offers a choice where the question is very probably about the subject',
      STATED_FIRST,
      { right: 0.1, denied: 0.3, onTopic: 0.9 },
      { kind: 'ambiguous' },
    ],
    [
      'denies where that is far likelier than anything a choice would offer',
      STATED_FIRST,
      { right: 0.1, denied: 0.7, onTopic: 0.9, near: HOURS },
      { kind: 'denied', nearest: 'open' },
    ],
    [
      'offers a choice where a denial is only somewhat likelier',
      STATED_FIRST,
      { right: 0.1, denied: 0.55, onTopic: 0.9, near: HOURS },
      { kind: 'ambiguous' },
    ],
    [
      'quotes, hedged, where all else that it would offer denies, and that is less likely',
      STATED_OR_DENIED,
      { right: 0.34, inScope: 0.9, denied: 0.32, onTopic: 0.9, near: HOURS },
      { kind: 'match', id: 'open', hedged: true },
    ],
    [
      'denies where all else that it would offer denies, and that is likelier',
      STATED_OR_DENIED,
      { right: 0.33, inScope: 0.9, denied: 0.85, onTopic: 0.9, near: ROOMS },
      { kind: 'denied', nearest: 'open' },
    ],
    [
      'but offers a choice where neither is likely, the likelier first',
      STATED_OR_DENIED,
      { right: 0.2, inScope: 0.9, denied: 0.75, onTopic: 0.9 },
      { kind: 'ambiguous', ids: ['denied', 'open'] },
    ],
    [
      'offers the one that states something first where that is likelier',
      STATED_OR_DENIED,
      { right: 0.2, inScope: 0.9, denied: 0.15, onTopic: 0.9 },
      { kind: 'ambiguous', ids: ['open', 'denied'] },
    ],
    [
      'or the question may be about something else',
      STATED_OR_DENIED,
      { right: 0.33, inScope: 0.9, denied: 0.85, onTopic: 0.4 },
      { kind: 'ambiguous', ids: ['denied', 'open'] },
    ],
    [
      'or another entry than those that deny is offered',
      [0.6, 0, 0, 0.2, 0.2],
      { right: 0.33, inScope: 0.9, denied: 0.4, onTopic: 0.9 },
      { kind: 'ambiguous', ids: ['open', 'denied', 'known'] },
    ],
    [
      'decides for none where it may be about something else',
      STATED_FIRST,
      { right: 0.1, denied: 0.3, onTopic: 0.6 },
      { kind: 'none' },
    ],
  ])('%s', (_, probabilities, chances, expected) => {
    expect(decideWith(probabilities, chances)).toMatchObject(expected);
  });

  it('tells how likely it is that a denial is right', () => {
    const decision = decideWith(STATED_FIRST, { right: 0.1, denied: 0.8, onTopic: 0.9 });
    expect(decision.kind === 'denied' && decision.confidence).toBeCloseTo(0.8);
  });

  it('names nothing as nearest where no entry states anything', () => {
    const entries = createEntryTable(
      [
        { id: 'a', needsHighConfidence: true },
        { id: 'b', needsHighConfidence: true },
      ],
      [],
    );
    const calibration = { ...calibrationOf(0.1, 0.1), ...WITH_NEAR_MISSES, denied: [9], onTopic: [9] };
    const decision = decide(assess(evidenceOf([0.6, 0.4], 0), entries, calibration), entries, calibration);
    expect(decision).toMatchObject({ kind: 'denied', nearest: undefined });
  });

  it('neither hedges nor denies without near misses', () => {
    const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(chance, chance, (confidence, inScope) => {
        const decision = decideOn(STATED_FIRST, confidence, inScope);
        expect(decision.kind).not.toBe('denied');
        if (decision.kind === 'match') expect(decision.hedged).toBe(false);
      }),
    );
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
