import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAscending, encodeAscending, inFewBytes, startsOf } from '../../../src/matcher/encoding/typed-arrays.ts';

describe('inFewBytes', () => {
  it('keeps the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (numbers) => {
        expect([...inFewBytes(numbers)]).toEqual(numbers);
      }),
    );
  });

  it('takes a byte each if all of them fit', () => {
    expect(inFewBytes([0, 255]).byteLength).toBe(2);
    expect(inFewBytes([0, 256]).byteLength).toBe(4);
  });
});

describe('encodeAscending', () => {
  it('is undone by decoding', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 24 - 1 })), (numbers) => {
        const ascending = Uint32Array.from(numbers).sort();
        expect(decodeAscending(encodeAscending(ascending))).toEqual(ascending);
      }),
    );
  });

  it('takes a byte for a small difference', () => {
    expect(encodeAscending(Uint32Array.of(5, 6, 133))).toHaveLength(3);
  });
});

describe('startsOf', () => {
  it('says where each row starts and the last one ends', () => {
    expect([...startsOf(Uint8Array.of(2, 0, 3))]).toEqual([0, 2, 2, 5]);
    expect([...startsOf(new Uint8Array(0))]).toEqual([0]);
  });
});
