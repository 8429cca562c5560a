import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntryTable } from '../../../src/matcher/decision/entry-table.ts';
import { MOST_RANKED, SIGNALS, weighEvidence, type Evidence } from '../../../src/matcher/decision/evidence.ts';
import type { Classifier } from '../../../src/matcher/model/classifier.ts';
import type { QuestionVector } from '../../../src/matcher/model/vectorize.ts';

const VECTOR: QuestionVector = {
  rows: Int32Array.of(0, 1),
  values: Float32Array.of(0.6, 0.8),
  kinds: ['term', 'bigram'],
  knownShare: { term: 0.5, similarWord: 0, bigram: 1, skipBigram: 0, charNgram: 0 },
  termCount: 3,
};

/** A classifier with these logits, whose first feature speaks for class 0 and second against it. */
function classifierOf(logits: readonly number[]): Classifier {
  return {
    vectorize: () => VECTOR,
    logits: () => Float64Array.from(logits),
    rowOf: () => -1,
    weight: (row, classIndex) => (classIndex > 0 ? 0 : row === 0 ? 2 : -1),
    highestWeight: () => 2,
  };
}

const ENTRIES = createEntryTable([{ id: 'a', answerGroup: 'x' }, { id: 'b', answerGroup: 'x' }, { id: 'c' }]);
const signal = ({ signals }: Evidence, name: (typeof SIGNALS)[number]) => signals[SIGNALS.indexOf(name)];

describe('weighEvidence', () => {
  const evidence = weighEvidence(VECTOR, classifierOf([3, 2, 1, 0.5]), ENTRIES);

  it('ranks the entries by their logits', () => {
    expect(evidence.ranking).toEqual([0, 1, 2]);
    expect(evidence.best).toBe(0);
  });

  it('measures the lead over the best entry with another answer', () => {
    expect(signal(evidence, 'lead')).toBe(2);
  });

  it('knows the off-topic class behind the entries', () => {
    expect(signal(evidence, 'off-topic')).toBe(-2.5);
    expect(evidence.isOffTopic).toBe(false);
    expect(weighEvidence(VECTOR, classifierOf([1, 2, 1, 5]), ENTRIES).isOffTopic).toBe(true);
    expect(weighEvidence(VECTOR, classifierOf([1, 2, 1]), ENTRIES).isOffTopic).toBe(false);
  });

  it('measures how far the features support the best entry', () => {
    expect(signal(evidence, 'support of term')).toBe(0.5); // all that are known, and half are
    expect(signal(evidence, 'support of bigram')).toBe(0);
    expect(signal(evidence, 'agreement')).toBeCloseTo((0.6 * 2 - 0.8) / (1.4 * 2), 5);
  });

  it('gives a number for each signal', () => {
    expect(evidence.signals).toHaveLength(SIGNALS.length);
    expect(signal(evidence, 'constant')).toBe(1);
  });

  it('ranks the highest logits, the first of equal ones first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 }), (logits) => {
        const entries = createEntryTable(logits.map((_, at) => ({ id: String(at) })));
        const { best, ranking, probabilities } = weighEvidence(VECTOR, classifierOf(logits), entries);
        const sorted = [...logits.keys()].sort((a, b) => logits[b]! - logits[a]! || a - b);
        expect(ranking).toEqual(sorted.slice(0, MOST_RANKED));
        expect(best).toBe(sorted[0]);
        expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1);
      }),
    );
  });
});

describe('the signals of near misses and denials', () => {
  const ABOUT_DENIALS = ['denial', 'denial × answerability', 'denial × stated', 'denial × lead'] as const;
  const table = (...denies: readonly boolean[]) =>
    createEntryTable(denies.map((needsHighConfidence, at) => ({ id: String(at), needsHighConfidence })));

  it('are 0 without near misses and entries that deny', () => {
    const evidence = weighEvidence(VECTOR, classifierOf([3, 2, 1]), table(false, false, false));
    for (const name of [...ABOUT_DENIALS, 'answerability', 'stated'] as const) expect(signal(evidence, name)).toBe(0);
  });

  it('pass on the answerability', () => {
    const evidence = weighEvidence(VECTOR, classifierOf([3, 2, 1]), table(false, false, false), -1.5);
    expect(signal(evidence, 'answerability')).toBe(-1.5);
    expect(signal(evidence, 'denial × answerability')).toBeCloseTo(0);
  });

  it('repeat answerability, stated and lead where the best entry denies', () => {
    const evidence = weighEvidence(VECTOR, classifierOf([3, 2, 1]), table(true, false, false), -1.5);
    expect(signal(evidence, 'denial')).toBe(1);
    expect(signal(evidence, 'denial × answerability')).toBe(-1.5);
    expect(signal(evidence, 'denial × lead')).toBe(signal(evidence, 'lead'));
    expect(signal(evidence, 'denial × stated')).toBe(signal(evidence, 'stated'));
  });

  it('do not where only another entry denies', () => {
    const evidence = weighEvidence(VECTOR, classifierOf([3, 2, 1]), table(false, true, false), -1.5);
    for (const name of ABOUT_DENIALS) expect(signal(evidence, name)).toBeCloseTo(0);
    expect(signal(evidence, 'stated')).not.toBe(0);
  });

  it('weigh what states against what denies, in log-odds', () => {
    const evidence = weighEvidence(VECTOR, classifierOf([2, 0.5]), table(false, true));
    expect(signal(evidence, 'stated')).toBeCloseTo(1.5);
  });

  it('let no probability of nearly 0 decide alone', () => {
    expect(signal(weighEvidence(VECTOR, classifierOf([50, 0]), table(false, true)), 'stated')).toBe(8);
    expect(signal(weighEvidence(VECTOR, classifierOf([30, 0]), table(true, false)), 'stated')).toBe(-8);
  });

  it('say nothing where all entries deny', () => {
    expect(signal(weighEvidence(VECTOR, classifierOf([2, 1]), table(true, true)), 'stated')).toBe(0);
  });
});
