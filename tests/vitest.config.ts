import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/shared/**'],
    testTimeout: 20_000, // a limit for what hangs, not a measure of speed
  },
});
