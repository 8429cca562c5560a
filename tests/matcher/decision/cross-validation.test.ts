import { describe, expect, it } from 'vitest';
import { LEARNED_SHARE, splitIntoFolds, tryFold } from '../../../src/matcher/decision/cross-validation.ts';
import { createEntryTable } from '../../../src/matcher/decision/entry-table.ts';
import { SIGNALS } from '../../../src/matcher/decision/evidence.ts';
import { NO_SIMILAR_WORDS } from '../../../src/matcher/features/similar-words.ts';
import { loadClassifier } from '../../../src/matcher/model/classifier.ts';
import { trainClassifier } from '../../../src/matcher/model/train-classifier.ts';
import { textOf } from '../model/texts.ts';

const ENTRY_COUNT = 10;
const EXAMPLES = Array.from({ length: ENTRY_COUNT }, (_, label) =>
  Array.from({ length: 6 }, (_, at) => ({ text: textOf(`entry${label} way${at}`), label })),
).flat();
const OFF_TOPIC = Array.from({ length: 6 }, (_, at) => textOf(`weather${at}`));
const NEAR_MISSES = Array.from({ length: 9 }, (_, at) => textOf(`miss${at}`));
/** The last entry denies. */
const STATES = Array.from({ length: ENTRY_COUNT }, (_, entry) => entry < ENTRY_COUNT - 1);
const TEXTS = { examples: EXAMPLES, offTopic: OFF_TOPIC, nearMisses: NEAR_MISSES };
const FOLDS = splitIntoFolds(TEXTS, STATES);

describe('splitIntoFolds', () => {
  it('puts every phrasing and off-topic example into training or among those held out', () => {
    for (const { training, heldOut } of FOLDS) {
      const others = heldOut.filter(({ source }) => source !== 'near miss');
      expect(training.length + others.length).toBe(EXAMPLES.length + OFF_TOPIC.length);
    }
  });

  it('holds out near misses in runs, each once', () => {
    const held = FOLDS.map(({ heldOut }) =>
      heldOut.filter(({ source }) => source === 'near miss').map(({ text }) => text.tokens[0]?.word),
    );
    expect(held).toEqual([
      ['miss0', 'miss1', 'miss2'],
      ['miss3', 'miss4', 'miss5'],
      ['miss6', 'miss7', 'miss8'],
    ]);
  });

  it('never learns what is near a miss from a text that it holds out', () => {
    for (const { answerability, heldOut, kept } of FOLDS) {
      const learned = new Set([...answerability.answered, ...answerability.nearMisses]);
      // Phrasings of an entry left out do not count: beside near misses, they have no weight.
      const tried = heldOut.filter(({ entry }) => entry === undefined || kept.includes(entry));
      for (const { text } of tried) expect(learned.has(text)).toBe(false);
    }
  });

  it('learns answerability from near misses, and from phrasings of entries that state something', () => {
    const denying = new Set(EXAMPLES.filter(({ label }) => label === ENTRY_COUNT - 1).map(({ text }) => text));
    for (const { answerability } of FOLDS) {
      expect(answerability.nearMisses).toHaveLength(6);
      expect(answerability.answered).toHaveLength(4 * (ENTRY_COUNT - 1));
      expect(answerability.answered.some((text) => denying.has(text))).toBe(false);
    }
  });

  it('learns about the share of the phrasings that it promises', () => {
    const learned = FOLDS.flatMap(({ training, kept }) => training.filter(({ label }) => label < kept.length));
    expect(learned.length / (FOLDS.length * EXAMPLES.length)).toBeCloseTo(LEARNED_SHARE, 1);
  });

  it('holds out each phrasing of a kept entry, and each off-topic example, once', () => {
    for (const text of [...EXAMPLES.filter(({ label }) => label === 5).map((example) => example.text), ...OFF_TOPIC]) {
      const times = FOLDS.filter(({ heldOut }) => heldOut.some((held) => held.text === text));
      expect(times).toHaveLength(1);
    }
  });

  it('leaves out other entries in each fold, all their phrasings', () => {
    const left = FOLDS.map(({ kept }) => [...Array(ENTRY_COUNT).keys()].filter((entry) => !kept.includes(entry)));
    expect(left).toEqual([[0, 8], [1, 9], [2]]);
    expect(FOLDS[2]?.heldOut.filter(({ entry }) => entry === 2)).toHaveLength(6);
  });

  it('holds out phrasings in runs', () => {
    const held = FOLDS[0]?.heldOut.filter(({ entry }) => entry === 5).map(({ text }) => text.tokens[1]?.word);
    expect(held).toEqual(['way0', 'way1']);
  });

  it('labels what is learned with the place among the kept entries, off-topic behind them', () => {
    const [fold] = FOLDS;
    expect(fold?.training.find(({ text }) => text.tokens[0]?.word === 'entry5')?.label).toBe(4);
    expect(fold?.training.find(({ text }) => text.tokens[0]?.word.startsWith('weather'))?.label).toBe(
      fold?.kept.length,
    );
    expect(fold?.classCount).toBe((fold?.kept.length ?? 0) + 1);
  });

  it('has no fold without an entry', () => {
    const one = EXAMPLES.filter(({ label }) => label === 0);
    expect(splitIntoFolds({ examples: one, offTopic: [], nearMisses: [] }, [true])).toHaveLength(2);
  });
});

describe('tryFold', () => {
  const fold = FOLDS[0]!;
  const options = { similarWords: NO_SIMILAR_WORDS };
  const classifier = loadClassifier(trainClassifier(fold.training, fold.classCount, options), NO_SIMILAR_WORDS);
  const rows = Array.from({ length: ENTRY_COUNT }, (_, entry) => ({ id: `entry${entry}` }));

  it('tells what is in scope from what is near, a near miss, or off-topic', () => {
    const trials = tryFold(fold, classifier, undefined, createEntryTable(rows));
    const count = (scope: string): number => trials.filter((trial) => trial.scope === scope).length;
    expect([count('in'), count('near'), count('near miss'), count('off-topic')]).toEqual([16, 12, 3, 2]);
    for (const { scope, meant } of trials) expect(meant === undefined).toBe(scope !== 'in');
  });

  it('passes over phrasings of an entry left out whose answer a kept one gives', () => {
    const alike = rows.map((row, entry) => ({ ...row, answerGroup: entry === 0 || entry === 1 ? 'same' : row.id }));
    const trials = tryFold(fold, classifier, undefined, createEntryTable(alike));
    expect(trials.filter(({ scope }) => scope === 'near')).toHaveLength(6);
  });

  it('weighs what answerability says of each text', () => {
    const isMiss = (word: string | undefined): boolean => word?.startsWith('miss') ?? false;
    const trials = tryFold(
      fold,
      classifier,
      ({ tokens }) => (isMiss(tokens[0]?.word) ? -2 : 3),
      createEntryTable(rows),
    );
    for (const { scope, evidence } of trials)
      expect(evidence.signals[SIGNALS.indexOf('answerability')]).toBe(scope === 'near miss' ? -2 : 3);
  });
});
