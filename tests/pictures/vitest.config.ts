import { defineConfig } from 'vitest/config';

/** `npm run pictures`: needs Chromium, so it is no part of `npm test`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/pictures/make.ts', 'tests/pictures/*.test.ts'],
    testTimeout: 60_000, // a limit for what hangs: a browser starts, and two cores may be busy
    hookTimeout: 60_000,
  },
});
