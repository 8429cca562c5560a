import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 20_000, // a limit for what hangs, not a measure of speed
    isolate: false, // tests leave nothing behind, and loading the same modules for each file takes a minute
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/shared/**'],
  },
});
