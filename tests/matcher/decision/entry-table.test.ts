import { describe, expect, it } from 'vitest';
import { createEntryTable, selectEntries } from '../../../src/matcher/decision/entry-table.ts';

const TABLE = createEntryTable([
  { id: 'a', answerGroup: 'x' },
  { id: 'b', needsHighConfidence: true },
  { id: 'c', answerGroup: 'x' },
]);

describe('createEntryTable', () => {
  it('numbers answer groups alike where the answers are, and gives the others one of their own', () => {
    expect(TABLE).toEqual({ ids: ['a', 'b', 'c'], answerGroups: [0, 1, 0], needsHighConfidence: [false, true, false] });
  });
});

describe('selectEntries', () => {
  it('keeps the order given and the numbers of the groups', () => {
    expect(selectEntries(TABLE, [2, 1])).toEqual({
      ids: ['c', 'b'],
      answerGroups: [0, 1],
      needsHighConfidence: [false, true],
    });
  });
});
