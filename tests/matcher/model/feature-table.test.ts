import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFeatureTable, UNKNOWN_FEATURE } from '../../../src/matcher/model/feature-table.ts';

describe('createFeatureTable', () => {
  it('finds the row of each key, and no other key', () => {
    const key = fc.integer({ min: 0, max: 2 ** 24 - 1 });
    fc.assert(
      fc.property(fc.uniqueArray(key), fc.array(key), (some, others) => {
        const keys = Uint32Array.from(some).sort();
        const table = createFeatureTable(keys, new Uint8Array(keys.length));
        for (const [row, known] of keys.entries()) expect(table.rowOf(known)).toBe(row);
        for (const other of others) if (!keys.includes(other)) expect(table.rowOf(other)).toBe(UNKNOWN_FEATURE);
      }),
    );
  });
});
