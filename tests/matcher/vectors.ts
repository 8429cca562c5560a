import type { WordVectors } from '../../src/matcher/training.ts';

/** Word vectors in which each group of words points its own way, at right angles to the others. */
export function vectorsOf(groups: readonly (readonly string[])[]): WordVectors {
  const axes = groups.flatMap((group, axis) => group.map(() => axis));
  return packVectors(
    groups.flat(),
    axes.map((axis) => Array.from({ length: 8 }, (_, at) => (at === axis ? 7 : 0))),
  );
}

/** @param vectors of each word, whole numbers from -7 to 7, as many of each: an even number */
export function packVectors(words: readonly string[], vectors: readonly (readonly number[])[]): WordVectors {
  const dimensions = vectors[0]?.length ?? 0;
  const levels = vectors.flat().map((number) => number + 8);
  const bytes = Array.from({ length: levels.length / 2 }, (_, at) => levels[2 * at]! | (levels[2 * at + 1]! << 4));
  return { words: words.join('\n'), dimensions, vectors: Buffer.from(bytes).toString('base64') };
}
