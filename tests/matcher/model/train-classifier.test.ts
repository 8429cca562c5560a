import { describe, expect, it } from 'vitest';
import { NO_SIMILAR_WORDS } from '../../../src/matcher/features/similar-words.ts';
import { loadClassifier } from '../../../src/matcher/model/classifier.ts';
import { trainClassifier, type ClassifierOptions } from '../../../src/matcher/model/train-classifier.ts';
import { textOf } from './texts.ts';

const TEXTS = [
  ['when do you open', 'opening time', 'open on sunday'],
  ['what does it cost', 'is there a fee', 'cost of a card'],
];
const EXAMPLES = TEXTS.flatMap((texts, label) => texts.map((text) => ({ text: textOf(text), label })));

function train(options: Partial<ClassifierOptions> = {}, onProgress?: (share: number) => void) {
  return trainClassifier(EXAMPLES, TEXTS.length, { similarWords: NO_SIMILAR_WORDS, ...options }, onProgress);
}

describe('trainClassifier', () => {
  const classifier = loadClassifier(train(), NO_SIMILAR_WORDS);

  it.each(EXAMPLES.map(({ text, label }) => [text.tokens.map(({ word }) => word).join(' '), label] as const))(
    'learns that "%s" is of class %i',
    (text, label) => {
      const logits = classifier.logits(classifier.vectorize(textOf(text)));
      expect(logits.indexOf(Math.max(...logits))).toBe(label);
    },
  );

  it('gives the same bits each time', () => {
    expect(train()).toEqual(train());
  });

  it.each<[string, Partial<ClassifierOptions>]>([
    ['a dropout rate', { dropoutRate: 0 }],
    ['kinds of features', { features: ['term'] }],
  ])('learns something else with other %s', (_, options) => {
    expect(train(options)).not.toEqual(train());
  });

  it('has rows for the chosen kinds of features only', () => {
    const one = loadClassifier(train({ features: ['term'] }), NO_SIMILAR_WORDS);
    expect(new Set(one.vectorize(textOf('when do you open')).kinds)).toEqual(new Set(['term']));
  });

  it('reports shares that grow from 0 towards 1', () => {
    const shares: number[] = [];
    train({}, (share) => shares.push(share));
    expect(shares[0]).toBe(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.9);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });
});
