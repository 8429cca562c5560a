/** Metrics of intent classification with rejection. */

import type { DatasetQuestion } from './dataset.ts';

/** What a system makes of one question. */
export interface Prediction {
  readonly entry: string | undefined;
  /** The higher, the more likely the entry is what was meant. */
  readonly score: number;
  /** Whether the system itself refuses to answer; undefined for a system that never does. */
  readonly isRefused: boolean | undefined;
}

/** All shares are from 0 to 1. */
export interface Metrics {
  /** Share of the answerable questions with the right entry, if nothing is refused. */
  readonly accuracy: number;
  /**
   * Share of the off-topic questions refused at the threshold that costs `MAX_LOSS` of accuracy: of
   * all of them, as `all`, and by kind. Empty without off-topic questions.
   */
  readonly refused: ReadonlyMap<string, number>;
  /**
   * Area under the ROC curve: the chance that an answerable question scores higher than an
   * off-topic one. Undefined without off-topic questions.
   */
  readonly rocArea: number | undefined;
  /** The same with what the system itself refuses, for a system that does. */
  readonly own: OwnThreshold | undefined;
}

export interface OwnThreshold {
  /** Share of the answerable questions with the right entry that are not refused. */
  readonly accuracy: number;
  /** Share of the off-topic questions that are refused; undefined without off-topic questions. */
  readonly refused: number | undefined;
}

/** Accuracy that refusing may cost, as a share of the answerable questions. */
export const MAX_LOSS = 0.02;

export function metricsOf(questions: readonly DatasetQuestion[], predict: (question: string) => Prediction): Metrics {
  const predicted = questions.map((question) => ({ question, prediction: predict(question.q) }));
  const answerable = predicted.filter(({ question }) => question.entry !== null);
  const offTopic = predicted.filter(({ question }) => question.entry === null);
  const right = answerable.filter(isRight);
  return {
    accuracy: right.length / answerable.length,
    refused: refusedByKind(offTopic, thresholdFor(right, answerable.length)),
    rocArea: offTopic.length === 0 ? undefined : rocArea(answerable.map(scoreOf), offTopic.map(scoreOf)),
    own: predicted.some(({ prediction }) => prediction.isRefused !== undefined)
      ? ownThreshold(answerable, offTopic)
      : undefined,
  };
}

interface Predicted {
  readonly question: DatasetQuestion;
  readonly prediction: Prediction;
}

function isRight({ question, prediction }: Predicted): boolean {
  return prediction.entry === question.entry;
}

function scoreOf({ prediction }: Predicted): number {
  return prediction.score;
}

/** The score below which lie as many right predictions as may be lost. */
function thresholdFor(right: readonly Predicted[], answerableCount: number): number {
  const scores = right.map(scoreOf).sort((a, b) => a - b);
  return scores[Math.floor(MAX_LOSS * answerableCount)] ?? 0;
}

function refusedByKind(offTopic: readonly Predicted[], threshold: number): ReadonlyMap<string, number> {
  if (offTopic.length === 0) return new Map();
  const isBelow = (predicted: Predicted): boolean => scoreOf(predicted) < threshold;
  const kinds = new Set(offTopic.flatMap(({ question }) => question.kind ?? []));
  const ofKind = (kind: string): readonly Predicted[] => offTopic.filter(({ question }) => question.kind === kind);
  return new Map([
    ['all', shareOf(offTopic, isBelow)],
    ...[...kinds].map((kind) => [kind, shareOf(ofKind(kind), isBelow)] as const),
  ]);
}

function ownThreshold(answerable: readonly Predicted[], offTopic: readonly Predicted[]): OwnThreshold {
  return {
    accuracy: shareOf(answerable, (one) => isRight(one) && one.prediction.isRefused === false),
    refused: offTopic.length === 0 ? undefined : shareOf(offTopic, ({ prediction }) => prediction.isRefused === true),
  };
}

function shareOf<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.filter(holds).length / Math.max(1, all.length);
}

/** By the Mann–Whitney U statistic: pairs in the right order, equal scores counting half. */
export function rocArea(higher: readonly number[], lower: readonly number[]): number {
  const sorted = [...lower].sort((a, b) => a - b);
  const pairs = higher.reduce(
    (sum, score) =>
      sum + (countWhile(sorted, (other) => other < score) + countWhile(sorted, (other) => other <= score)) / 2,
    0,
  );
  return pairs / (higher.length * lower.length);
}

/** How many numbers at the start meet a condition that none after them meets. By bisection. */
function countWhile(sorted: readonly number[], holds: (number: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
