/** What the rest of the bot uses of this folder. */
export { createMatcher, matcherFromData } from './matcher.ts';
export type * from './types.ts';
