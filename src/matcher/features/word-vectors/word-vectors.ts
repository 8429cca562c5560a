/**
 * Vectors of a language's most frequent words: which words are used alike, and how frequent each
 * is.
 */
export interface WordVectors {
  /** Most frequent first, one a line. */
  readonly words: string;
  /** How many numbers a vector has: even, at most 64. */
  readonly dimensions: number;
  /**
   * Base64: for each word `dimensions` numbers of four bits (-7 to 7, plus 8), two a byte, the
   * first in the lower half.
   */
  readonly vectors: string;
}

/**
 * The words, their vectors one after another as whole numbers from -7 to 7, and how long each
 * vector is.
 */
export function unpackVectors({ words, dimensions, vectors }: WordVectors): {
  readonly words: readonly string[];
  readonly vectors: Int8Array;
  readonly lengths: Float64Array;
} {
  const bytes = Buffer.from(vectors, 'base64');
  const unpacked = new Int8Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at += 1) {
    unpacked[2 * at] = (bytes[at]! & 15) - 8;
    unpacked[2 * at + 1] = (bytes[at]! >>> 4) - 8;
  }
  const lengths = Float64Array.from({ length: unpacked.length / dimensions }, (_, rank) =>
    Math.sqrt(
      unpacked.subarray(rank * dimensions, (rank + 1) * dimensions).reduce((sum, value) => sum + value ** 2, 0),
    ),
  );
  return { words: words.split('\n'), vectors: unpacked, lengths };
}
