/** Matchers without one part each, by the options that leave the part out. */

import type { CalibrationOptions, LoadOptions, TrainingOptions } from '../matcher/index.ts';
import { FEATURE_KINDS, type FeatureKind } from '../matcher/training.ts';

export interface Ablation {
  readonly name: string;
  readonly options: TrainingOptions & CalibrationOptions & LoadOptions;
}

export const ABLATIONS: readonly Ablation[] = [
  { name: 'without typo correction', options: { correctTypos: false } },
  { name: 'without learned confidence', options: { learnConfidence: false } },
  { name: 'without word vectors', options: { wordVectors: undefined } },
  { name: 'without dropout', options: { dropoutRate: 0 } },
  { name: 'without word pairs', options: { features: allBut('bigram', 'skipBigram') } },
  { name: 'without char n-grams', options: { features: allBut('charNgram') } },
  { name: 'without off-topic', options: { offTopic: [] } },
  { name: 'without near misses', options: { nearMisses: [] } },
  { name: 'without skip-bigrams', options: { features: allBut('skipBigram') } },
  { name: 'without bigrams', options: { features: allBut('bigram') } },
];

/** Whether all that is left out comes after training, so that the trained model is the same. */
export function isUsedAfterTraining(options: Ablation['options']): boolean {
  return Object.keys(options).every((option) => AFTER_TRAINING.has(option));
}

/** Whether it leaves out what public data sets do not have. */
export function isWithoutUse(options: Ablation['options']): boolean {
  return Object.keys(options).some((option) => NOT_IN_DATASETS.has(option));
}

const AFTER_TRAINING: ReadonlySet<string> = new Set(['correctTypos', 'learnConfidence']);
const NOT_IN_DATASETS: ReadonlySet<string> = new Set(['offTopic', 'nearMisses']);

function allBut(...left: readonly FeatureKind[]): readonly FeatureKind[] {
  return FEATURE_KINDS.filter((kind) => !left.includes(kind));
}
