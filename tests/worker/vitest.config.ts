import { defineConfig } from 'vitest/config';
import shared from '../vitest.config.ts';

export default defineConfig({
  test: { ...shared.test, include: ['tests/worker/*.test.ts'], exclude: ['tests/worker/node_modules/**'] },
});
