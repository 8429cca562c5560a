import { startsOf } from '../encoding/typed-arrays.ts';
import { KEY_BITS } from '../features/features.ts';

/** The features that a classifier knows: the key of each, its row, and how rare it is. */
export interface FeatureTable {
  /** Ascending. */
  readonly keys: Uint32Array;
  /** By row, from 0 to {@link RAREST}. */
  readonly rarity: Uint8Array;
  /** The row of a feature, or `UNKNOWN_FEATURE`. */
  readonly rowOf: (key: number) => number;
}

export const UNKNOWN_FEATURE = -1;
export const RAREST = 255;

/**
 * Looks keys up by their leading bits: as keys are hashes, that leaves one or two to compare. A
 * Map of a hundred thousand numbers would take several times the memory.
 */
export function createFeatureTable(keys: Uint32Array, rarity: Uint8Array): FeatureTable {
  const bucketBits = Math.min(KEY_BITS, Math.max(4, Math.ceil(Math.log2(keys.length + 1))));
  const shift = KEY_BITS - bucketBits;
  const sizes = new Uint32Array(2 ** bucketBits);
  // By index: an iterator over this many is slower, and every start waits for it.
  for (let row = 0; row < keys.length; row += 1) sizes[keys[row]! >>> shift]! += 1;
  const starts = startsOf(sizes);
  return {
    keys,
    rarity,
    rowOf(key) {
      const bucket = key >>> shift;
      const end = starts[bucket + 1]!;
      for (let row = starts[bucket]!; row < end; row += 1) if (keys[row] === key) return row;
      return UNKNOWN_FEATURE;
    },
  };
}
