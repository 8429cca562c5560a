import { HASH_PRIME, HASH_SEED, hashOf, mix } from './hash.ts'
import type { Reading } from './reading.ts'
import type { Step } from './types.ts'

/** What a feature is made of. */
export type FeatureKind = 'meaning' | 'neighbours' | 'pair' | 'letters'

/** Called with each feature of a question; `from` and `to` are the first and last word (in `reading.tokens`) that it is made of. */
export type FeatureVisitor = (key: number, kind: FeatureKind, weight: number, from: number, to: number) => void

/**
 * Shows the visitor every feature of a question: its meanings, neighbouring meanings in their order, meanings that occur together,
 * and the letter n-grams of each word as typed. A feature that occurs twice is shown twice. Keys are hashes of {@link KEY_BITS} bits.
 */
export function forEachFeature(reading: Reading, without: readonly Step[], visit: FeatureVisitor): void {
  const { tokens } = reading
  const meanings = tokens.flatMap((token, at) => (token.meaning === '' ? [] : [{ at, hash: hashOf(token.meaning) }]))
  for (const { at, hash } of meanings) visit(keyOf(hash, MEANING), 'meaning', 1, at, at)
  if (!without.includes('word-pairs')) visitPairs(meanings, visit)
  tokens.forEach((token, at) => {
    if (token.surface !== '') visit(keyOf(hashOf(token.surface), MEANING), 'meaning', SURFACE_WEIGHT, at, at)
    if (!without.includes('letters')) visitLetters(token.word, (key) => visit(key, 'letters', LETTERS_WEIGHT, at, at))
  })
}

/** Hashes are cut to this many bits: fewer make the stored matcher smaller; at 24, one in 250 of 70,000 features meets another. */
export const KEY_BITS = 24

/** How much each kind counts beside a single meaning (1); 0 to 1, found by cross-validation on CLINC150 and BANKING77. */
const NEIGHBOURS_WEIGHT = 0.7
const PAIR_WEIGHT = 0.4
const LETTERS_WEIGHT = 0.6
/** A word that the lexicon gave another meaning still counts as itself, a little. */
const SURFACE_WEIGHT = 0.5
/** Meanings further apart than this many words are not paired: long questions would drown in chance pairs. */
const PAIR_WINDOW = 8
const SHORTEST_LETTERS = 3
const LONGEST_LETTERS = 5

const MEANING = 1
const NEIGHBOURS = 2
const PAIR = 3
const LETTERS = 4
const START = 0x5eed
const END = 0xe4d

function visitPairs(meanings: readonly { readonly at: number; readonly hash: number }[], visit: FeatureVisitor): void {
  for (let index = 0; index <= meanings.length; index += 1) {
    const left = meanings[index - 1]
    const right = meanings[index]
    if (left === undefined && right === undefined) return
    const key = keyOf(mix(left?.hash ?? START, right?.hash ?? END), NEIGHBOURS)
    visit(key, 'neighbours', NEIGHBOURS_WEIGHT, left?.at ?? 0, right?.at ?? meanings.length)
    if (right === undefined) return
    for (let earlier = Math.max(0, index - PAIR_WINDOW); earlier < index; earlier += 1) {
      const { at, hash } = meanings[earlier]!
      if (hash === right.hash) continue
      const [low, high] = hash < right.hash ? [hash, right.hash] : [right.hash, hash]
      visit(keyOf(mix(low, high), PAIR), 'pair', PAIR_WEIGHT, at, right.at)
    }
  }
}

/** The n-grams of "<word>", whose angle brackets tell its beginning and end from its middle. */
function visitLetters(word: string, visit: (key: number) => void): void {
  const length = word.length + 2
  for (let start = 0; start + SHORTEST_LETTERS <= length; start += 1) {
    let hash = HASH_SEED
    const end = Math.min(start + LONGEST_LETTERS, length)
    for (let at = start; at < end; at += 1) {
      const code = at === 0 ? LESS_THAN : at === length - 1 ? GREATER_THAN : word.charCodeAt(at - 1)
      hash = Math.imul(hash ^ code, HASH_PRIME)
      if (at - start + 1 >= SHORTEST_LETTERS) visit(keyOf(hash, LETTERS))
    }
  }
}

const LESS_THAN = 60
const GREATER_THAN = 62

function keyOf(hash: number, kind: number): number {
  let mixed = Math.imul(hash ^ (kind * 0x9e3779b1), 0x85ebca6b)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 13)) >>> (32 - KEY_BITS)
}
