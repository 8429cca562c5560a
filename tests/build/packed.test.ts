import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from '../../src/build/packed.ts';

const typedArray = fc.oneof(
  fc.int8Array(),
  fc.uint8Array(),
  fc.uint16Array({ minLength: 1 }),
  fc.uint32Array({ minLength: 1 }),
);
/** As JSON gives it back, which knows no negative zero. */
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
const data = fc.letrec<{ value: unknown; object: object }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, typedArray, json, tie('object')),
  object: fc.oneof(
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { noNullPrototype: true },
    ),
    fc.array(tie('value')),
  ),
})).object;

/** Bytes in the middle of others, as `readFileSync` may give. */
function amongOthers(bytes: Uint8Array, before: number): Uint8Array<ArrayBuffer> {
  const others = new Uint8Array(before + bytes.length + 3);
  others.set(bytes, before);
  return others.subarray(before, before + bytes.length);
}

describe('packed data', () => {
  it('comes back the same, wherever the bytes lie', () => {
    fc.assert(
      fc.property(data, fc.nat(7), (value, before) => {
        expect(unpack(amongOthers(pack(value), before))).toStrictEqual(value);
      }),
    );
  });

  it('has its typed arrays, characters and empty values where they were', () => {
    const value = {
      words: ['naïve', '“protest”', '抗议', '🙂', 'plain \\ "x"'],
      nested: [{ bytes: Uint8Array.of(1, 2, 3) }, { numbers: Uint16Array.of(0, 65_535), none: null }],
      signed: Int8Array.of(-128, 127),
      large: Uint32Array.of(4_294_967_295),
      empty: new Uint8Array(0),
    };
    expect(unpack(amongOthers(pack(value), 0))).toEqual(value);
  });

  it.each([1, 3, 4, 40])('is refused without its last %i bytes', (missing) => {
    const packed = amongOthers(pack({ text: 'abc', numbers: Uint16Array.of(1, 2, 3) }), 0);
    expect(() => unpack(packed.subarray(0, -missing))).toThrow(Error);
  });

  it('is refused with more bytes than it had', () => {
    expect(() => unpack(Uint8Array.of(...pack({ numbers: Uint16Array.of(1, 2) }), 0, 0, 0, 0))).toThrow(RangeError);
  });

  it('takes no typed array that could not be read back', () => {
    expect(() => pack({ numbers: Float64Array.of(1.5) })).toThrow('A Float64Array can’t be packed.');
  });
});
