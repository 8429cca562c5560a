import { describe, expect, it } from 'vitest';
import { encodeAscending } from '../../../src/matcher/encoding/typed-arrays.ts';
import { NO_SIMILAR_WORDS } from '../../../src/matcher/features/similar-words.ts';
import { loadClassifier } from '../../../src/matcher/model/classifier.ts';
import { countFeatures } from '../../../src/matcher/model/count-features.ts';
import { encodeHead } from '../../../src/matcher/model/linear-head.ts';
import { textOf } from './texts.ts';

const TEXT = textOf('when do you open');
const table = countFeatures([TEXT], NO_SIMILAR_WORDS, ['word']);
const headOf = (weight: number) =>
  encodeHead(new Float32Array(2 * table.keys.length).fill(weight), new Float32Array(2), 1);
const data = {
  keys: encodeAscending(table.keys),
  rarity: table.rarity,
  entries: headOf(3),
};

describe('loadClassifier', () => {
  it('finds rows by key', () => {
    const { rowOf } = loadClassifier(data, NO_SIMILAR_WORDS);
    expect(Array.from(table.keys, rowOf)).toEqual([...table.keys.keys()]);
  });

  it('makes a question a vector that both heads take', () => {
    const classifier = loadClassifier({ ...data, answered: headOf(-3) }, NO_SIMILAR_WORDS);
    const vector = classifier.vectorize(TEXT);
    const { entries, answered } = classifier.logits(vector);
    expect(entries[0]).toBeGreaterThan(0);
    expect(answered?.[0]).toBeCloseTo(-entries[0]!);
    expect(classifier.entryLogits(vector)).toEqual(entries);
  });

  it('has no head for what is answered where none was learned', () => {
    const { answered, vectorize, logits } = loadClassifier(data, NO_SIMILAR_WORDS);
    expect(answered).toBeUndefined();
    expect(logits(vectorize(TEXT)).answered).toBeUndefined();
  });
});
