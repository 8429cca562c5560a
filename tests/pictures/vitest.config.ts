import { defineConfig } from 'vitest/config';

/** `npm run pictures`. It needs Chromium, so it is not part of `npm test`. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/pictures/make.ts', 'tests/pictures/*.test.ts'],
    testTimeout: 60_000, // against hangs only: a browser has to start, possibly on a busy machine
    hookTimeout: 60_000,
  },
});
