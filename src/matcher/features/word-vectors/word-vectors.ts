import { bytesOf } from '../../model/base64.ts';

/** Vectors of a language's most frequent words, packed: which words are used alike, and how frequent each is. */
export interface WordVectors {
  /** Most frequent first, one a line. */
  readonly words: string;
  /** Numbers a vector has; divisible by four. */
  readonly dimensions: number;
  /** Base64: for each word `dimensions` numbers of 4 bits (-7 to 7, plus 8), two a byte, the first in the lower half. */
  readonly vectors: string;
}

/** The words, and their vectors one after another, each of length 1. */
export function unpackVectors({ words, dimensions, vectors }: WordVectors): {
  readonly words: readonly string[];
  readonly vectors: Float32Array;
} {
  const bytes = bytesOf(vectors);
  const unpacked = new Float32Array(bytes.length * 2);
  for (let index = 0; index < unpacked.length; index += 1) {
    const half = index % 2 === 0 ? bytes[index >>> 1]! & 15 : bytes[index >>> 1]! >>> 4;
    unpacked[index] = half - 8;
  }
  for (let start = 0; start < unpacked.length; start += dimensions) {
    const vector = unpacked.subarray(start, start + dimensions);
    const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    for (let at = 0; at < dimensions; at += 1) vector[at]! /= length || 1;
  }
  return { words: words.split('\n'), vectors: unpacked };
}
