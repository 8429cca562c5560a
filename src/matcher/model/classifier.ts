import { ascendingToText, bytesOf, textToAscending, toText } from './base64.ts';
import {
  FEATURE_KINDS,
  forEachFeature,
  KEY_BITS,
  KIND_WEIGHTS,
  type FeatureContext,
  type FeatureKind,
} from '../features/features.ts';
import type { Reading } from '../text/analyze.ts';
import type { ClassifierData } from '../types.ts';

/** The features of one question that the classifier knows, each once, and how much of the question they are. */
export interface Features {
  readonly rows: Int32Array;
  /** As long as `rows`; their squares add up to 1. */
  readonly values: Float32Array;
  /** As long as `rows`: what each is made of. */
  readonly kinds: readonly FeatureKind[];
  /** For each kind: what share (0 to 1) of the question's features, by squared weight, the classifier knows. 0 where it has none. */
  readonly knownShare: Readonly<Record<FeatureKind, number>>;
  /** How many different meanings the question has, the words themselves included where the lexicon gave them another. */
  readonly meaningCount: number;
}

/** Looks features up: key → row, with the rarity (0 to 1) of each row. */
export interface FeatureTable {
  readonly keys: Uint32Array;
  /** 0 to 255. */
  readonly rarity: Uint8Array;
  readonly rowOf: (key: number) => number;
}

/** A linear classifier: logits of the classes are sums of weights over the features, plus a bias. Weights near zero are left out. */
export interface Classifier {
  readonly classCount: number;
  readonly table: FeatureTable;
  readonly featuresOf: (reading: Reading) => Features;
  /** Logits of all classes. */
  readonly logits: (features: Features) => Float64Array;
  readonly weight: (row: number, classIndex: number) => number;
  /** The highest weight that a row has for any class; at least 0. */
  readonly highestWeight: (row: number) => number;
  readonly data: ClassifierData;
}

/** Sorted keys with an index over their leading bits, so that a look-up touches one or two keys. */
export function createFeatureTable(keys: Uint32Array, rarity: Uint8Array): FeatureTable {
  const indexBits = Math.min(KEY_BITS, Math.max(4, Math.ceil(Math.log2(keys.length + 1))));
  const starts = new Uint32Array(2 ** indexBits + 1);
  const shift = KEY_BITS - indexBits;
  for (let row = 0; row < keys.length; row += 1) starts[(keys[row]! >>> shift) + 1]! += 1;
  for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket]! += starts[bucket - 1]!;
  return {
    keys,
    rarity,
    rowOf(key) {
      const end = starts[(key >>> shift) + 1]!;
      for (let row = starts[key >>> shift]!; row < end; row += 1) if (keys[row] === key) return row;
      return -1;
    },
  };
}

/**
 * The known features of a question. A feature weighs as much as it is telling and rare (an unknown one as the rarest); the features of
 * a kind, unknown ones among them, are scaled to the weight of the kind, so that long words or many pairs do not drown the rest.
 */
export function featuresOf(reading: Reading, table: FeatureTable, context: FeatureContext): Features {
  const slots = new Map<number, number>();
  const rows: number[] = [];
  const kinds: FeatureKind[] = [];
  const weights: number[] = [];
  forEachFeature(reading, context, (key, kind, tellingness) => {
    const row = table.rowOf(key);
    const weight = tellingness * (row < 0 ? 1 : table.rarity[row]! / MOST_RARE);
    const slot = slots.get(key);
    if (slot === undefined) {
      slots.set(key, rows.length);
      rows.push(row);
      kinds.push(kind);
      weights.push(weight);
    } else if (weight > weights[slot]!) weights[slot] = weight;
  });
  const known = { ...NOTHING };
  const all = { ...NOTHING };
  let knownCount = 0;
  for (let slot = 0; slot < rows.length; slot += 1) {
    const square = weights[slot]! ** 2;
    all[kinds[slot]!] += square;
    if (rows[slot]! < 0) continue;
    known[kinds[slot]!] += square;
    knownCount += 1;
  }
  const knownShare = { ...NOTHING };
  const factors = { ...NOTHING };
  let squares = 0;
  for (const kind of FEATURE_KINDS) {
    if (all[kind] === 0) continue;
    knownShare[kind] = known[kind] / all[kind];
    factors[kind] = KIND_WEIGHTS[kind] / Math.sqrt(all[kind]);
    squares += knownShare[kind] * KIND_WEIGHTS[kind] ** 2;
  }
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares);
  const features = { rows: new Int32Array(knownCount), values: new Float32Array(knownCount) };
  const knownKinds: FeatureKind[] = [];
  let meaningCount = 0;
  for (let slot = 0, place = 0; slot < rows.length; slot += 1) {
    const kind = kinds[slot]!;
    const row = rows[slot]!;
    if (kind === 'meaning') meaningCount += 1;
    if (row < 0) continue;
    features.rows[place] = row;
    features.values[place] = scale * factors[kind] * weights[slot]!;
    knownKinds.push(kind);
    place += 1;
  }
  return { ...features, kinds: knownKinds, knownShare, meaningCount };
}

const NOTHING: Readonly<Record<FeatureKind, number>> = { meaning: 0, kindred: 0, neighbours: 0, pair: 0, letters: 0 };
const MOST_RARE = 255;

/** Keeps the weights of a trained matrix (rows × classes) that are not near zero, each in one byte. */
export function compress(
  table: FeatureTable,
  matrix: Float32Array,
  bias: Float32Array,
  exampleCount: number,
): ClassifierData {
  const step = weightStepFor(exampleCount);
  const classCount = bias.length;
  const rowLengths = new Uint16Array(table.keys.length);
  const gaps: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < table.keys.length; row += 1) {
    let next = 0;
    for (let index = 0; index < classCount; index += 1) {
      const weight = Math.max(-127, Math.min(127, Math.round(matrix[row * classCount + index]! / step)));
      if (weight === 0) continue;
      gaps.push(index - next);
      next = index + 1;
      weights.push(weight);
      rowLengths[row]! += 1;
    }
  }
  return {
    classCount,
    keys: ascendingToText(table.keys),
    rarity: toText(table.rarity),
    rowLengths: toText(rowLengths),
    classGaps: toText(classCount <= 256 ? Uint8Array.from(gaps) : Uint16Array.from(gaps)),
    weights: toText(Int8Array.from(weights)),
    step,
    bias: Array.from(bias),
  };
}

/**
 * Weights are kept in steps of so many logits, and those below half a step are dropped: 98 in 100. Many examples make many weights, of which
 * each matters less, so steps may be longer: 0.25 up to 7,500 examples, 1 from 30,000 on. With 37,000, steps of 1 rank as well as 0.5 at half the
 * size (607 and 606 of 645 answerable questions of strangers); with 1.25 it is 599.
 */
function weightStepFor(exampleCount: number): number {
  return Math.max(0.25, Math.min(1, exampleCount / 30_000));
}

/** Restores a classifier. */
export function classifierFrom(data: ClassifierData, context: FeatureContext): Classifier {
  const rarity = bytesOf(data.rarity);
  const rowLengths = new Uint16Array(bytesOf(data.rowLengths).buffer);
  const gaps = data.classCount <= 256 ? bytesOf(data.classGaps) : new Uint16Array(bytesOf(data.classGaps).buffer);
  const weights = new Int8Array(bytesOf(data.weights).buffer);
  const table = createFeatureTable(textToAscending(data.keys, rarity.length), rarity);
  const starts = new Uint32Array(rowLengths.length + 1);
  for (let row = 0; row < rowLengths.length; row += 1) starts[row + 1] = starts[row]! + rowLengths[row]!;
  const highest = new Uint8Array(rowLengths.length);
  // Class and weight of a pair in one number, so that the loop below, where most of the time goes, reads from one place only.
  const pairs = new Int32Array(gaps.length);
  for (let row = 0; row < rowLengths.length; row += 1) {
    let most = 0;
    let next = 0;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const index = next + gaps[at]!;
      next = index + 1;
      pairs[at] = index * 256 + weights[at]! + 128;
      if (weights[at]! > most) most = weights[at]!;
    }
    highest[row] = most;
  }
  const bias = Float64Array.from(data.bias);
  const { step } = data;
  return {
    classCount: data.classCount,
    table,
    data,
    featuresOf: (reading) => featuresOf(reading, table, context),
    logits({ rows, values }) {
      const sums = bias.slice();
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index]!;
        const value = values[index]! * step;
        const end = starts[row + 1]!;
        for (let at = starts[row]!; at < end; at += 1) {
          const pair = pairs[at]!;
          sums[pair >> 8]! += value * ((pair & 255) - 128);
        }
      }
      return sums;
    },
    highestWeight: (row) => highest[row]! * data.step,
    weight(row, classIndex) {
      for (let at = starts[row]!; at < starts[row + 1]!; at += 1)
        if (pairs[at]! >> 8 === classIndex) return ((pairs[at]! & 255) - 128) * data.step;
      return 0;
    },
  };
}
