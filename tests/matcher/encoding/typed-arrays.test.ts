import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeAscending,
  decodeBytes,
  decodeInt8,
  decodeUint16,
  encodeAscending,
  encodeNumbers,
  startsOf,
} from '../../../src/matcher/encoding/typed-arrays.ts';

describe('encodeNumbers', () => {
  it('is undone by decoding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.int8Array(), fc.uint16Array(), (bytes, signed, wide) => {
        expect([...decodeBytes(encodeNumbers(bytes))]).toEqual([...bytes]);
        expect([...decodeInt8(encodeNumbers(signed))]).toEqual([...signed]);
        expect([...decodeUint16(encodeNumbers(wide))]).toEqual([...wide]);
      }),
    );
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
    expect(decodeBytes(encodeAscending(Uint32Array.of(5, 6, 133)))).toHaveLength(3);
  });
});

describe('startsOf', () => {
  it('says where each row starts and the last one ends', () => {
    expect([...startsOf(Uint8Array.of(2, 0, 3))]).toEqual([0, 2, 2, 5]);
    expect([...startsOf(new Uint8Array(0))]).toEqual([0]);
  });
});
