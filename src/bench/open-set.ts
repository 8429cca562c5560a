/** The published protocol for open questions: only some of the intents are known to the system. */

import { rocArea } from './metrics.ts';

/** What a system makes of one question when only some intents are known. */
export interface OpenPrediction {
  /** The intent that was meant; `null` if it is not among the known ones. */
  readonly meant: string | null;
  /** The intent answered with; `null` if the question is refused. A choice counts as refusing. */
  readonly answered: string | null;
  /** The higher, the more likely the question means a known intent. */
  readonly score: number;
}

/** All from 0 to 1. */
export interface OpenMetrics {
  /** The mean F1 score of the known intents. */
  readonly knownF1: number;
  /** The F1 score of refusing. */
  readonly openF1: number;
  /** The share of questions answered with the right intent, or rightly refused. */
  readonly accuracy: number;
  /** The chance that a question with a known intent scores higher than one without. */
  readonly rocArea: number;
}

/**
 * The metrics of Zhang, Xu and Lin, "Deep open intent classification with adaptive decision
 * boundary", 2021, https://arxiv.org/abs/2012.10209
 */
export function openMetrics(known: readonly string[], predictions: readonly OpenPrediction[]): OpenMetrics {
  const f1s = known.map((intent) => f1Of(intent, predictions));
  const scores = (isKnown: boolean): readonly number[] =>
    predictions.filter(({ meant }) => (meant !== null) === isKnown).map(({ score }) => score);
  return {
    knownF1: f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length,
    openF1: f1Of(null, predictions),
    accuracy: predictions.filter(({ meant, answered }) => meant === answered).length / predictions.length,
    rocArea: rocArea(scores(true), scores(false)),
  };
}

/** The mean of each metric. */
export function meanMetrics(all: readonly OpenMetrics[]): OpenMetrics {
  const mean = (of: (one: OpenMetrics) => number): number => all.reduce((sum, one) => sum + of(one), 0) / all.length;
  return {
    knownF1: mean(({ knownF1 }) => knownF1),
    openF1: mean(({ openF1 }) => openF1),
    accuracy: mean(({ accuracy }) => accuracy),
    rocArea: mean((one) => one.rocArea),
  };
}

/** The harmonic mean of precision and recall; 0 if nothing of it is right. */
function f1Of(intent: string | null, predictions: readonly OpenPrediction[]): number {
  let right = 0;
  let all = 0;
  for (const { meant, answered } of predictions) {
    if (meant === intent) all += 1;
    if (answered === intent) all += 1;
    if (meant === intent && answered === intent) right += 1;
  }
  return right === 0 ? 0 : (2 * right) / all;
}
