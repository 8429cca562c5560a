import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeAscending,
  decodeBytes,
  decodeSmall,
  decodeUint16,
  encodeAscending,
  encodeNumbers,
  encodeSmall,
  startsOf,
} from '../../../src/matcher/encoding/typed-arrays.ts';

describe('encodeNumbers', () => {
  it('is undone by decoding', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint16Array(), (bytes, wide) => {
        expect([...decodeBytes(encodeNumbers(bytes))]).toEqual([...bytes]);
        expect([...decodeUint16(encodeNumbers(wide))]).toEqual([...wide]);
      }),
    );
  });
});

describe('encodeSmall', () => {
  it('is undone by decoding, through JSON in UTF-8, too', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(55_000)), (numbers) => {
        const file = Buffer.from(JSON.stringify(encodeSmall(numbers)));
        expect([...decodeSmall(JSON.parse(file.toString()) as string)]).toEqual(numbers);
      }),
    );
  });

  it('takes a byte for a number below 92', () => {
    const small = Array.from({ length: 92 }, (_, number) => number);
    const escaped = 1; // the backslash
    expect(Buffer.byteLength(JSON.stringify(encodeSmall(small)))).toBe(small.length + escaped + '""'.length);
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
