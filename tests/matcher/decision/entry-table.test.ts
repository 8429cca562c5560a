import { describe, expect, it } from 'vitest';
import { createEntryTable, selectEntries } from '../../../src/matcher/decision/entry-table.ts';

const TABLE = createEntryTable(
  [
    { id: 'a', answerGroup: 'x', topic: 'tower' },
    { id: 'b', needsHighConfidence: true, denies: true, topic: 'tower' },
    { id: 'c', answerGroup: 'x', topic: 'bridge' },
  ],
  ['bridge', 'tower'],
);

describe('createEntryTable', () => {
  it('numbers answer groups alike where the answers are, and gives the others one of their own', () => {
    expect(TABLE.ids).toEqual(['a', 'b', 'c']);
    expect(TABLE.answerGroups).toEqual([0, 1, 0]);
    expect(TABLE.needsHighConfidence).toEqual([false, true, false]);
  });

  it('places the topic of each entry among all, but of none that denies', () => {
    expect(TABLE.topics).toEqual([1, -1, 0]);
  });

  it('takes an entry without a topic for one of the empty topic', () => {
    expect(createEntryTable([{ id: 'a' }], ['', 'bridge']).topics).toEqual([0]);
  });
});

describe('selectEntries', () => {
  it('keeps the order given and the numbers of the groups and topics', () => {
    expect(selectEntries(TABLE, [2, 1])).toEqual({
      ids: ['c', 'b'],
      answerGroups: [0, 1],
      needsHighConfidence: [false, true],
      denies: [false, true],
      topics: [0, -1],
    });
  });
});
