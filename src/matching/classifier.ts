import { ascendingToText, bytesOf, textToAscending, toText } from './binary-text.ts'
import { forEachFeature, KEY_BITS, type FeatureKind } from './features.ts'
import type { Reading } from './reading.ts'
import type { ClassifierData, Step } from './types.ts'

/** The features of one question that the classifier knows, each once, and how much of the question they are. */
export interface Features {
  readonly rows: Int32Array
  /** As long as `rows`; their squares add up to 1. */
  readonly values: Float32Array
  /** For each kind: the weight of what is known and of all, where an unknown feature weighs as much as the rarest known one. */
  readonly known: Readonly<Record<FeatureKind, number>>
  readonly total: Readonly<Record<FeatureKind, number>>
  /** Rows of single meanings among `rows`, and their rarity (0 to 1). */
  readonly meanings: readonly { readonly row: number; readonly rarity: number }[]
}

/** Looks features up: key → row, with the rarity (0 to 1) of each row. */
export interface FeatureTable {
  readonly keys: Uint32Array
  /** 0 to 255. */
  readonly rarity: Uint8Array
  readonly rowOf: (key: number) => number
}

/** A linear classifier: logits of the classes are sums of weights over the features, plus a bias. Weights near zero are left out. */
export interface Classifier {
  readonly classCount: number
  readonly table: FeatureTable
  readonly featuresOf: (reading: Reading) => Features
  /** Logits of all classes. */
  readonly logits: (features: Features) => Float32Array
  readonly weight: (row: number, classIndex: number) => number
  readonly data: ClassifierData
}

/** Sorted keys with an index over their leading bits, so that a look-up touches one or two keys. */
export function createFeatureTable(keys: Uint32Array, rarity: Uint8Array): FeatureTable {
  const indexBits = Math.min(KEY_BITS, Math.max(4, Math.ceil(Math.log2(keys.length + 1))))
  const starts = new Uint32Array(2 ** indexBits + 1)
  const shift = KEY_BITS - indexBits
  for (const key of keys) starts[(key >>> shift) + 1]! += 1
  for (let bucket = 1; bucket < starts.length; bucket += 1) starts[bucket]! += starts[bucket - 1]!
  return {
    keys,
    rarity,
    rowOf(key) {
      const end = starts[(key >>> shift) + 1]!
      for (let row = starts[key >>> shift]!; row < end; row += 1) if (keys[row] === key) return row
      return -1
    },
  }
}

/** The known features of a question, weighted by kind and rarity, scaled to length 1. */
export function featuresOf(reading: Reading, table: FeatureTable, without: readonly Step[]): Features {
  const weights = new Map<number, number>()
  const known = { meaning: 0, neighbours: 0, pair: 0, letters: 0 }
  const total = { meaning: 0, neighbours: 0, pair: 0, letters: 0 }
  const meanings: { row: number; rarity: number }[] = []
  forEachFeature(reading, without, (key, kind, kindWeight) => {
    const row = table.rowOf(key)
    const rarity = row < 0 ? 1 : table.rarity[row]! / MOST_RARE
    total[kind] += rarity
    if (row < 0) return
    known[kind] += rarity
    const weight = kindWeight * rarity
    const before = weights.get(row)
    if (before === undefined || before < weight) weights.set(row, weight)
    if (kind === 'meaning' && before === undefined) meanings.push({ row, rarity })
  })
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  const scale = squares === 0 ? 0 : 1 / Math.sqrt(squares)
  return {
    rows: Int32Array.from(weights.keys()),
    values: Float32Array.from(weights.values(), (weight) => weight * scale),
    known,
    total,
    meanings,
  }
}

const MOST_RARE = 255

/** Keeps the weights of a trained matrix (rows × classes) that are not near zero, each in one byte. */
export function compress(table: FeatureTable, matrix: Float32Array, bias: Float32Array): ClassifierData {
  const classCount = bias.length
  const step = LARGEST_WEIGHT / 127
  const rowLengths = new Uint16Array(table.keys.length)
  const classes: number[] = []
  const weights: number[] = []
  for (let row = 0; row < table.keys.length; row += 1) {
    for (let index = 0; index < classCount; index += 1) {
      const weight = Math.max(-127, Math.min(127, Math.round(matrix[row * classCount + index]! / step)))
      if (weight === 0) continue
      classes.push(index)
      weights.push(weight)
      rowLengths[row]! += 1
    }
  }
  return {
    classCount,
    keys: ascendingToText(table.keys),
    rarity: toText(table.rarity),
    rowLengths: toText(rowLengths),
    classes: toText(Uint16Array.from(classes)),
    weights: toText(Int8Array.from(weights)),
    step,
    bias: Array.from(bias),
  }
}

/** Larger weights are cut off; few reach it. Weights below 1/254 of it are dropped, which costs no accuracy that could be measured. */
const LARGEST_WEIGHT = 6

/** Restores a classifier. */
export function classifierFrom(data: ClassifierData, without: readonly Step[]): Classifier {
  const rarity = bytesOf(data.rarity)
  const rowLengths = new Uint16Array(bytesOf(data.rowLengths).buffer)
  const classes = new Uint16Array(bytesOf(data.classes).buffer)
  const weights = new Int8Array(bytesOf(data.weights).buffer)
  const table = createFeatureTable(textToAscending(data.keys, rarity.length), rarity)
  const starts = new Uint32Array(rowLengths.length + 1)
  for (let row = 0; row < rowLengths.length; row += 1) starts[row + 1] = starts[row]! + rowLengths[row]!
  const bias = Float32Array.from(data.bias)
  return {
    classCount: data.classCount,
    table,
    data,
    featuresOf: (reading) => featuresOf(reading, table, without),
    logits({ rows, values }) {
      const sums = new Float32Array(data.classCount)
      for (let index = 0; index < rows.length; index += 1) {
        const value = values[index]! * data.step
        const end = starts[rows[index]! + 1]!
        for (let at = starts[rows[index]!]!; at < end; at += 1) sums[classes[at]!]! += value * weights[at]!
      }
      for (let index = 0; index < sums.length; index += 1) sums[index]! += bias[index]!
      return sums
    },
    weight(row, classIndex) {
      for (let at = starts[row]!; at < starts[row + 1]!; at += 1) if (classes[at] === classIndex) return weights[at]! * data.step
      return 0
    },
  }
}
