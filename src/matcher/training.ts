/**
 * The entrance for whoever trains a matcher, apart from the other: no start loads what trains.
 */

export { calibrateFolds, calibrateMatcher } from './calibrate-matcher.ts';
export { createMatcher } from './create-matcher.ts';
export { FEATURE_KINDS, type FeatureKind } from './features/features.ts';
export type { WordVectors } from './features/word-vectors/word-vectors.ts';
export type { ClassifierData } from './model/classifier.ts';
export { seededRandom, shuffle } from './model/random.ts';
export { trackParts, type OnProgress, type Progress } from './progress.ts';
export { editDistance } from './spelling/edit-distance.ts';
export { KEYBOARD } from './spelling/keyboard.ts';
export { tokenize } from './text/tokenize.ts';
export { planTraining, trainMatcher, type TrainingPlan } from './train-matcher.ts';
export { runTrainingJob, type TrainingJob } from './training-job.ts';
