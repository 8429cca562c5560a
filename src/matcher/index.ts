/** What the rest of the bot uses of this folder. */
export { createMatcher, matcherFromData } from './matcher.ts';
export { STEPS, type Step } from './steps.ts';
export type * from './types.ts';
