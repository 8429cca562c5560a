/** The entrance to a matcher that is trained already. Its README explains how it works. */

export { MAX_CHOICES, type Decision } from './decision/decide.ts';
export { loadMatcher } from './matcher.ts';
export type * from './types.ts';
