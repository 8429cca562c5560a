/** The only entrance to the matcher. Its README explains how it works. */

export { calibrateMatcher } from './calibrate-matcher.ts';
export { MAX_CHOICES, type Decision } from './decision/decide.ts';
export { encodeNumbers } from './encoding/typed-arrays.ts';
export { FEATURE_KINDS, type FeatureKind } from './features/features.ts';
export type { WordVectors } from './features/word-vectors/word-vectors.ts';
export type { ClassifierData } from './model/classifier.ts';
export { createMatcher, loadMatcher } from './matcher.ts';
export { seededRandom, shuffle } from './model/random.ts';
export type { OnProgress, Progress } from './progress.ts';
export { editDistance } from './spelling/edit-distance.ts';
export { KEYBOARD } from './spelling/keyboard.ts';
export { tokenize } from './text/tokenize.ts';
export { planTraining, trackJobs, trainMatcher, type TrainingPlan } from './train-matcher.ts';
export { runTrainingJob, type TrainingJob } from './training-job.ts';
export type * from './types.ts';
