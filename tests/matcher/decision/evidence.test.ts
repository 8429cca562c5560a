import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEntryTable } from '../../../src/matcher/decision/entry-table.ts';
import {
  MOST_RANKED,
  rankEntries,
  SIGNALS,
  weighEvidence,
  type Evidence,
} from '../../../src/matcher/decision/evidence.ts';
import { FEATURE_KINDS } from '../../../src/matcher/features/features.ts';
import type { Classifier } from '../../../src/matcher/model/classifier.ts';
import type { LinearHead } from '../../../src/matcher/model/linear-head.ts';
import type { QuestionVector } from '../../../src/matcher/model/vectorize.ts';

const KNOWN = { word: 0.5, bigram: 1, skipBigram: 0, charNgram: 0 } as const;
/** A known word and a known bigram. */
const VECTOR: QuestionVector = {
  rows: Int32Array.of(0, 1),
  values: Float32Array.of(0.6, 0.8),
  kinds: Uint8Array.of(FEATURE_KINDS.indexOf('word'), FEATURE_KINDS.indexOf('bigram')),
  knownShares: FEATURE_KINDS.map((kind) => KNOWN[kind]),
  wordCount: 3,
};

/** A head whose first feature speaks for class 0 and second against it. */
function headOf(logits: readonly number[]): LinearHead {
  return {
    classCount: logits.length,
    weight: (row, classIndex) => (classIndex > 0 ? 0 : row === 0 ? 2 : -1),
  };
}

function classifierOf(logits: readonly number[], answered?: readonly number[]): Classifier {
  return {
    vectorize: () => VECTOR,
    rowOf: () => -1,
    entries: headOf(logits),
    answered: answered && headOf(answered),
    logits: () => ({ entries: Float64Array.from(logits), answered: answered && Float64Array.from(answered) }),
    entryLogits: () => Float64Array.from(logits),
  };
}

const ENTRIES = createEntryTable([{ id: 'a', answerGroup: 'x' }, { id: 'b', answerGroup: 'x' }, { id: 'c' }], ['']);
const signal = ({ signals }: Evidence, name: (typeof SIGNALS)[number]) => signals[SIGNALS.indexOf(name)];

describe('weighEvidence', () => {
  const evidence = weighEvidence(VECTOR, false, classifierOf([3, 2, 1, 0.5]), ENTRIES);

  it('ranks the entries by their logits', () => {
    expect(evidence.ranking).toEqual([0, 1, 2]);
    expect(evidence.best).toBe(0);
  });

  it('measures the lead over the best entry with another answer', () => {
    expect(signal(evidence, 'lead')).toBe(2);
  });

  it('knows the off-topic class behind the entries', () => {
    expect(signal(evidence, 'off-topic')).toBe(-2.5);
    expect(signal(weighEvidence(VECTOR, false, classifierOf([3, 2, 1]), ENTRIES), 'off-topic')).toBe(0);
  });

  it('measures how far the features support the best entry', () => {
    expect(signal(evidence, 'support of word')).toBe(0.5); // all that are known, and half are
    expect(signal(evidence, 'support of bigram')).toBe(0);
  });

  it('passes on how many words there are, and what share is known', () => {
    expect(signal(evidence, 'words')).toBeCloseTo(Math.log(4));
    expect(evidence.knownShare).toBe(0.5);
  });

  it('gives a number for each signal, and for products only with near misses', () => {
    const [firstProduct] = SIGNALS.filter((name) => name.includes(' × ') && !name.startsWith('denial'));
    expect(evidence.signals).toHaveLength(SIGNALS.indexOf(firstProduct!));
    expect(signal(evidence, 'constant')).toBe(1);
    const withNearMisses = weighEvidence(VECTOR, false, classifierOf([3, 2, 1, 0.5], [1, 0]), ENTRIES);
    expect(withNearMisses.signals).toHaveLength(SIGNALS.length);
    expect(withNearMisses.signals.every(Number.isFinite)).toBe(true);
  });

  it('ranks the highest logits, the first of equal ones first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 60 }), (logits) => {
        const entries = createEntryTable(
          logits.map((_, at) => ({ id: String(at) })),
          [],
        );
        const { best, ranking, probabilities } = weighEvidence(VECTOR, false, classifierOf(logits), entries);
        const sorted = [...logits.keys()].sort((a, b) => logits[b]! - logits[a]! || a - b);
        expect(ranking).toEqual(sorted.slice(0, MOST_RANKED));
        expect(best).toBe(sorted[0]);
        expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1);
      }),
    );
  });
});

describe('rankEntries', () => {
  it('keeps the off-topic class apart from the entries', () => {
    const { logits, offTopic, energy } = rankEntries(Float64Array.of(3, 2, 1, 5), ENTRIES);
    expect([...logits]).toEqual([3, 2, 1]);
    expect(offTopic).toBe(5);
    expect(energy).toBeCloseTo(Math.log(Math.exp(3) + Math.exp(2) + Math.exp(1)));
  });

  it('has none where none was learned', () => {
    expect(rankEntries(Float64Array.of(3, 2, 1), ENTRIES).offTopic).toBeUndefined();
  });
});

describe('the signals of near misses and denials', () => {
  const ABOUT_DENIALS = ['denial', 'denial × answered', 'denial × stated', 'denial × lead'] as const;
  const TOPICS = ['bridge', 'tower'] as const;
  /** Of two topics: what is answered, then near misses. */
  const ANSWERED = [1, 0, 0.5, 2] as const;
  const OVERALL = Math.log(Math.exp(1) + Math.exp(0)) - Math.log(Math.exp(0.5) + Math.exp(2));
  const table = (...denies: readonly boolean[]) =>
    createEntryTable(
      denies.map((needsHighConfidence, at) => ({ id: String(at), needsHighConfidence, topic: 'tower' })),
      TOPICS,
    );

  it('are 0 without near misses and entries that deny', () => {
    const evidence = weighEvidence(VECTOR, false, classifierOf([3, 2, 1]), table(false, false, false));
    for (const name of [...ABOUT_DENIALS, 'answered', 'answered in topic', 'stated'] as const)
      expect(signal(evidence, name)).toBe(0);
  });

  it('weigh what is answered against near misses, in log-odds: of all topics, and of the best entry’s', () => {
    const evidence = weighEvidence(VECTOR, false, classifierOf([3, 2, 1], ANSWERED), table(false, false, false));
    expect(signal(evidence, 'answered')).toBeCloseTo(OVERALL);
    expect(signal(evidence, 'answered in topic')).toBe(0 - 2);
    expect(signal(evidence, 'denial × answered')).toBeCloseTo(0);
  });

  it('are multiplied with each other and with the highest logit, the lead and the off-topic one', () => {
    const evidence = weighEvidence(VECTOR, false, classifierOf([3, 2, 1, 0.5], ANSWERED), table(false, false, false));
    expect(signal(evidence, 'highest × answered')).toBeCloseTo(3 * OVERALL);
    expect(signal(evidence, 'lead × answered in topic')).toBe(1 * (0 - 2));
    expect(signal(evidence, 'off-topic × off-topic')).toBe((0.5 - 3) ** 2);
    expect(signal(evidence, 'answered × answered in topic')).toBeCloseTo(OVERALL * (0 - 2));
  });

  it('come with the topic that is nearly alone among near misses, if there is one', () => {
    const nearTopic = (...answered: readonly number[]) =>
      weighEvidence(VECTOR, false, classifierOf([3, 2, 1], answered), table(false, false, false)).nearTopic;
    expect(nearTopic(9, 0, 0, 5)).toBe(1);
    expect(nearTopic(0, 0, 5, 0)).toBe(0);
    expect(nearTopic(0, 0, 1, 1)).toBeUndefined();
    expect(weighEvidence(VECTOR, false, classifierOf([3, 2, 1]), table(false)).nearTopic).toBeUndefined();
  });

  it('repeat answered, stated and lead where the best entry denies, which has no topic', () => {
    const evidence = weighEvidence(VECTOR, false, classifierOf([3, 2, 1], ANSWERED), table(true, false, false));
    expect(signal(evidence, 'answered in topic')).toBe(0);
    expect(signal(evidence, 'denial')).toBe(1);
    expect(signal(evidence, 'denial × answered')).toBeCloseTo(OVERALL);
    expect(signal(evidence, 'denial × lead')).toBe(signal(evidence, 'lead'));
    expect(signal(evidence, 'denial × stated')).toBe(signal(evidence, 'stated'));
  });

  it('do not where only another entry denies', () => {
    const evidence = weighEvidence(VECTOR, false, classifierOf([3, 2, 1], ANSWERED), table(false, true, false));
    for (const name of ABOUT_DENIALS) expect(signal(evidence, name)).toBeCloseTo(0);
    expect(signal(evidence, 'stated')).not.toBe(0);
  });

  it('weigh what states against what denies, in log-odds', () => {
    const evidence = weighEvidence(VECTOR, false, classifierOf([2, 0.5]), table(false, true));
    expect(signal(evidence, 'stated')).toBeCloseTo(1.5);
  });

  it('tell whether the question has a name, and that an entry denies', () => {
    const signalsOf = (hasName: boolean, denies: boolean) => {
      const evidence = weighEvidence(VECTOR, hasName, classifierOf([3, 2, 1]), table(denies));
      return [signal(evidence, 'name'), signal(evidence, 'denial × name')];
    };
    expect([signalsOf(false, true), signalsOf(true, false), signalsOf(true, true)]).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });

  it('let no probability of nearly 0 decide alone', () => {
    expect(signal(weighEvidence(VECTOR, false, classifierOf([50, 0]), table(false, true)), 'stated')).toBe(8);
    expect(signal(weighEvidence(VECTOR, false, classifierOf([30, 0]), table(true, false)), 'stated')).toBe(-8);
  });

  it('say nothing where all entries deny', () => {
    expect(signal(weighEvidence(VECTOR, false, classifierOf([2, 1]), table(true, true)), 'stated')).toBe(0);
  });
});
