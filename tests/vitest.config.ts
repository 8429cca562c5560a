import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['minimal'], // what failed, and how many passed
    root: new URL('..', import.meta.url).pathname,
    // Limits for what hangs on a busy machine, not measures of speed.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: '100%', // by default, one core is left idle
    maxConcurrency: 2, // a bot that starts takes a core for a second
    isolate: false, // tests leave nothing behind, and loading the same modules for each file takes a minute
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/shared/**', 'tests/worker/**'],
  },
});
