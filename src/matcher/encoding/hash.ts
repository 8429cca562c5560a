/** FNV-1a, 32 bits (Fowler, Noll and Vo). */
export function hashOf(text: string): number {
  let hash = HASH_SEED;
  for (let at = 0; at < text.length; at += 1) hash = addToHash(hash, text.charCodeAt(at));
  return hash >>> 0;
}

/** The hash before anything is added. */
export const HASH_SEED = 0x811c9dc5;

/** One step of FNV-1a. Use `>>> 0` on the last result to read it as an unsigned number. */
export function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, HASH_PRIME);
}

const HASH_PRIME = 0x01000193;

/** One hash of two, in this order. */
export function combineHashes(first: number, second: number): number {
  return (Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) ^ Math.imul(second ^ (second >>> 13), 0x297a2d39)) >>> 0;
}
