import { calibrateMatcher } from './calibrate-matcher.ts';
import { loadMatcher } from './matcher.ts';
import { trainMatcher } from './train-matcher.ts';
import type { CalibrationOptions, LoadOptions, Matcher, MatcherEntry, TrainingOptions } from './types.ts';

/**
 * Trains, calibrates and loads a matcher.
 * @throws RangeError see `trainMatcher`
 */
export function createMatcher(
  entries: readonly MatcherEntry[],
  options: TrainingOptions & CalibrationOptions & LoadOptions = {},
): Matcher {
  return loadMatcher(calibrateMatcher(trainMatcher(entries, options), entries, options), options);
}
