import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricsOf, type Metrics, type Prediction } from '../../src/bench/metrics.ts';

interface Case {
  /** The entry meant; `null` for an off-topic question. */
  readonly meant: string | null;
  readonly predicted: string;
  readonly score: number;
  readonly kind?: string;
  readonly isRefused?: boolean;
}

function measure(cases: readonly Case[]): Metrics {
  const questions = cases.map(({ meant, kind }, index) => ({
    q: String(index),
    entry: meant,
    ...(kind === undefined ? {} : { kind }),
  }));
  return metricsOf(questions, (question): Prediction => {
    const { predicted, score, isRefused } = cases[Number(question)]!;
    return { entry: predicted, score, isRefused };
  });
}

const right = (score: number): Case => ({ meant: 'a', predicted: 'a', score });
const offTopic = (score: number, kind?: string): Case => ({
  meant: null,
  predicted: 'a',
  score,
  ...(kind === undefined ? {} : { kind }),
});

describe('metricsOf', () => {
  it('counts the right entries among the answerable questions alone', () => {
    const wrong: Case = { meant: 'a', predicted: 'b', score: 1 };
    expect(measure([right(1), right(0), wrong, wrong, offTopic(1)]).accuracy).toBe(0.5);
  });

  it('refuses what scores below the threshold that costs 2 of 100 right answers', () => {
    const answerable = Array.from({ length: 100 }, (_, score) => right(score));
    const { refused } = measure([...answerable, offTopic(1, 'near'), offTopic(2, 'near'), offTopic(0, 'far')]);
    expect([...refused]).toEqual([
      ['all', 2 / 3],
      ['near', 1 / 2],
      ['far', 1],
    ]);
  });

  it('has no figures for off-topic questions where there are none', () => {
    expect(measure([right(1)])).toMatchObject({ refused: new Map(), rocArea: undefined });
  });

  it('uses what the system itself refuses, if it ever does', () => {
    const cases: readonly Case[] = [
      { ...right(1), isRefused: false },
      { ...right(1), isRefused: true },
      { ...offTopic(1), isRefused: true },
    ];
    expect(measure(cases).own).toEqual({ accuracy: 0.5, refused: 1 });
    expect(measure([right(1), offTopic(1)]).own).toBeUndefined();
  });

  it('has the area under the ROC curve that counting all pairs gives', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, scores, (higher, lower) => {
        const pairs = higher.flatMap((high) => lower.map((low) => (high > low ? 1 : high === low ? 0.5 : 0)));
        const expected = pairs.reduce<number>((sum, pair) => sum + pair, 0) / pairs.length;
        const { rocArea } = measure([...higher.map(right), ...lower.map((score) => offTopic(score))]);
        expect(rocArea).toBeCloseTo(expected, 12);
      }),
    );
  });
});
