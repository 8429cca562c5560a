/** Matchers without one part each, by the options that leave the part out. */

import {
  FEATURE_KINDS,
  type CalibrationOptions,
  type FeatureKind,
  type LoadOptions,
  type TrainingOptions,
} from '../matcher/index.ts';

export interface Ablation {
  readonly name: string;
  readonly options: TrainingOptions & CalibrationOptions & LoadOptions;
}

export const ABLATIONS: readonly Ablation[] = [
  { name: 'without typo correction', options: { correctTypos: false } },
  { name: 'without lexicon', options: { lexicon: [] } },
  { name: 'without word pairs', options: { features: allBut('bigram', 'skipBigram') } },
  { name: 'without char n-grams', options: { features: allBut('charNgram') } },
  { name: 'without word vectors', options: { wordVectors: undefined } },
  { name: 'without dropout', options: { dropoutRate: 0 } },
  { name: 'without off-topic', options: { offTopic: [] } },
  { name: 'without near misses', options: { nearMisses: [] } },
  { name: 'without learned confidence', options: { learnConfidence: false } },
];

function allBut(...left: readonly FeatureKind[]): readonly FeatureKind[] {
  return FEATURE_KINDS.filter((kind) => !left.includes(kind));
}
