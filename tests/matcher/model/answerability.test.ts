import { describe, expect, it } from 'vitest';
import { NO_SIMILAR_WORDS } from '../../../src/matcher/features/similar-words.ts';
import type { ClassifierData } from '../../../src/matcher/model/classifier.ts';
import { loadAnswerability, trainAnswerability } from '../../../src/matcher/model/answerability.ts';
import { textOf } from './texts.ts';

// What is asked in vain is alike everywhere: why, and what it cost.
const THINGS = ['bridge', 'tower', 'market', 'river', 'school'];
const ANSWERED = THINGS.flatMap((thing) => [`when was the ${thing} built`, `where is the ${thing}`]).map(textOf);
const NEAR_MISSES = THINGS.flatMap((thing) => [`why was the ${thing} built`, `cost of the ${thing}`]).map(textOf);
const OPTIONS = { similarWords: NO_SIMILAR_WORDS };
const data = trainAnswerability(ANSWERED, NEAR_MISSES, OPTIONS);
const answerability = loadAnswerability(data, NO_SIMILAR_WORDS);

describe('answerability', () => {
  it.each([
    ['when was the harbor built', 'why was the harbor built'],
    ['where is the old library', 'cost of the old library'],
  ])('tells "%s" from "%s" about a thing that it has never heard of', (answered, nearMiss) => {
    expect(answerability(textOf(answered))).toBeGreaterThan(0);
    expect(answerability(textOf(nearMiss))).toBeLessThan(0);
  });

  it('says the same after a trip through JSON', () => {
    const restored = loadAnswerability(JSON.parse(JSON.stringify(data)) as ClassifierData, NO_SIMILAR_WORDS);
    for (const text of [...ANSWERED, ...NEAR_MISSES]) expect(restored(text)).toBe(answerability(text));
  });

  it('gives the same bits each time', () => {
    expect(trainAnswerability(ANSWERED, NEAR_MISSES, OPTIONS)).toEqual(data);
  });

  it('hears a few near misses among many phrasings', () => {
    const many = Array.from({ length: 8 }, (_, at) =>
      THINGS.map((thing) => textOf(`when was the ${thing} built way${at}`)),
    );
    const few = loadAnswerability(trainAnswerability(many.flat(), NEAR_MISSES, OPTIONS), NO_SIMILAR_WORDS);
    expect(few(textOf('why was the harbor built'))).toBeLessThan(0);
  });
});
