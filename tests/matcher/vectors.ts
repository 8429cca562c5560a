import type { WordVectors } from '../../src/matcher/index.ts';

/** Word vectors in which each group of words points its own way, at right angles to the others. */
export function vectorsOf(groups: readonly (readonly string[])[]): WordVectors {
  const dimensions = 8;
  const bytes = groups.flatMap((group, axis) =>
    group.flatMap(() => {
      const levels = Array.from({ length: dimensions }, (_, at) => (at === axis ? 15 : 8));
      return Array.from(
        { length: dimensions / 2 },
        (_, at) => (levels[2 * at] ?? 8) | ((levels[2 * at + 1] ?? 8) << 4),
      );
    }),
  );
  return { words: groups.flat().join('\n'), dimensions, vectors: Buffer.from(bytes).toString('base64') };
}
