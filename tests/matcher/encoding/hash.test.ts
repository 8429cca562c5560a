import { describe, expect, it } from 'vitest';
import { combineHashes, hashOf } from '../../../src/matcher/encoding/hash.ts';

describe('hashOf', () => {
  // From the reference implementation, http://www.isthe.com/chongo/tech/comp/fnv/
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('is FNV-1a of %j', (text, hash) => {
    expect(hashOf(text)).toBe(hash);
  });
});

describe('combineHashes', () => {
  it('depends on the order', () => {
    expect(combineHashes(1, 2)).not.toBe(combineHashes(2, 1));
  });
});
