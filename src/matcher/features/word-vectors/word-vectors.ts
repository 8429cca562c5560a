import { decodeBytes } from '../../encoding/typed-arrays.ts';

/**
 * Vectors of a language's most frequent words: which words are used alike, and how frequent each
 * is.
 */
export interface WordVectors {
  /** Most frequent first, one a line. */
  readonly words: string;
  /** How many numbers a vector has; divisible by four. */
  readonly dimensions: number;
  /**
   * Base64: for each word `dimensions` numbers of four bits (-7 to 7, plus 8), two a byte, the
   * first in the lower half.
   */
  readonly vectors: string;
}

/** The words, and their vectors one after another, each of length 1. */
export function unpackVectors({ words, dimensions, vectors }: WordVectors): {
  readonly words: readonly string[];
  readonly vectors: Float32Array;
} {
  const bytes = decodeBytes(vectors);
  const unpacked = new Float32Array(bytes.length * 2);
  for (const [at, byte] of bytes.entries()) {
    unpacked[2 * at] = (byte & 15) - 8;
    unpacked[2 * at + 1] = (byte >>> 4) - 8;
  }
  for (let start = 0; start < unpacked.length; start += dimensions) {
    const vector = unpacked.subarray(start, start + dimensions);
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) vector.set(vector.map((value) => value / length));
  }
  return { words: words.split('\n'), vectors: unpacked };
}
