import { describe, expect, it } from 'vitest';
import { megabytes, percent, shareCell, tableRow } from '../../src/bench/print.ts';

describe('percent', () => {
  it('has one decimal', () => {
    expect(percent(0.9333)).toBe('93.3%');
  });
});

describe('shareCell', () => {
  it('has the count, its share and the interval', () => {
    expect(shareCell(1, 29)).toBe('1 (3.4%, 1–17)');
    expect(shareCell(0, 0)).toBe('–');
  });
});

describe('megabytes', () => {
  it('are millions of bytes', () => {
    expect(megabytes(1_374_900)).toBe('1.37 MB');
  });
});

describe('tableRow', () => {
  it('pads each cell to its width, further ones to the last width, and leaves no space at the end', () => {
    expect(tableRow(['a', 'b', 'c', 'd'], 3, 2)).toBe('a  b c d');
  });
});
