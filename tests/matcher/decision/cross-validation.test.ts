import { describe, expect, it } from 'vitest';
import { splitIntoFolds, tryFold } from '../../../src/matcher/decision/cross-validation.ts';
import { createEntryTable } from '../../../src/matcher/decision/entry-table.ts';
import { NO_SIMILAR_WORDS } from '../../../src/matcher/features/similar-words.ts';
import { loadClassifier } from '../../../src/matcher/model/classifier.ts';
import { trainClassifier } from '../../../src/matcher/model/train-classifier.ts';
import { textOf } from '../model/texts.ts';

const ENTRY_COUNT = 10;
const EXAMPLES = Array.from({ length: ENTRY_COUNT }, (_, label) =>
  Array.from({ length: 6 }, (_, at) => ({ text: textOf(`entry${label} way${at}`), label })),
).flat();
const OFF_TOPIC = Array.from({ length: 6 }, (_, at) => textOf(`weather${at}`));
const FOLDS = splitIntoFolds(EXAMPLES, OFF_TOPIC, ENTRY_COUNT);

describe('splitIntoFolds', () => {
  it('puts every text into training or among those held out', () => {
    for (const { training, heldOut } of FOLDS)
      expect(training.length + heldOut.length).toBe(EXAMPLES.length + OFF_TOPIC.length);
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
    expect(splitIntoFolds(one, [], 1)).toHaveLength(2);
  });
});

describe('tryFold', () => {
  const fold = FOLDS[0]!;
  const options = { similarWords: NO_SIMILAR_WORDS };
  const classifier = loadClassifier(trainClassifier(fold.training, fold.classCount, options), NO_SIMILAR_WORDS);
  const rows = Array.from({ length: ENTRY_COUNT }, (_, entry) => ({ id: `entry${entry}` }));

  it('tells what is in scope from what is near and what is off-topic', () => {
    const trials = tryFold(fold, classifier, createEntryTable(rows));
    const count = (scope: string): number => trials.filter((trial) => trial.scope === scope).length;
    expect([count('in'), count('near'), count('off-topic')]).toEqual([16, 12, 2]);
    for (const { scope, meant } of trials) expect(meant === undefined).toBe(scope !== 'in');
  });

  it('passes over phrasings of an entry left out whose answer a kept one gives', () => {
    const alike = rows.map((row, entry) => ({ ...row, answerGroup: entry === 0 || entry === 1 ? 'same' : row.id }));
    const trials = tryFold(fold, classifier, createEntryTable(alike));
    expect(trials.filter(({ scope }) => scope === 'near')).toHaveLength(6);
  });
});
