import { describe, expect, it } from 'vitest';
import { createNearestWord } from '../../../src/matcher/spelling/nearest-word.ts';

const COUNTS = new Map([
  ['camera', 1],
  ['cameras', 1],
  ['form', 1],
  ['from', 900],
  ['officer', 1],
  ['telephone', 1],
]);
const nearestWord = createNearestWord([...COUNTS.keys()], (word) => COUNTS.get(word) ?? 0);

describe('createNearestWord', () => {
  it.each([
    ['a skipped letter', 'camra', 'camera', 1],
    ['two typos in a long word', 'offcier', 'officer', 1],
    ['two typos', 'telehpoen', 'telephone', 2],
    ['the fewest edits', 'cameraa', 'camera', 1],
    ['the more frequent word', 'frm', 'from', 1],
  ])('finds %s', (_, typed, word, edits) => {
    expect(nearestWord(typed, 2)).toMatchObject({ word, edits });
  });

  it.each(['ca', '2024', 'qqqqqqqq', 'camera'.repeat(5)])('finds nothing near %s', (typed) => {
    expect(nearestWord(typed, 2)).toBeUndefined();
  });

  it('looks for one edit only when told to', () => {
    expect(nearestWord('telehpoen', 1)).toBeUndefined();
  });
});
