import { describe, expect, it } from 'vitest';
import { countFolds, splitIntoSets, topicsOf, trySet } from '../../../src/matcher/decision/cross-validation.ts';
import { createEntryTable } from '../../../src/matcher/decision/entry-table.ts';
import { SIGNALS } from '../../../src/matcher/decision/evidence.ts';
import type { Classifier } from '../../../src/matcher/model/classifier.ts';
import type { FindNames } from '../../../src/matcher/text/names.ts';
import { textOf } from '../model/texts.ts';

const ENTRY_COUNT = 10;
const OFF_TOPIC = Array.from({ length: 6 }, (_, at) => `weather${at}`);
const NEAR_MISSES = ['bridge', 'market', 'tower'].flatMap((topic) =>
  Array.from({ length: 6 }, (_, at) => ({ question: `${topic} miss${at}`, topic })),
);
/** The last denies. No entry is about the market. */
const ENTRIES = Array.from({ length: ENTRY_COUNT }, (_, entry) => ({
  id: `entry${entry}`,
  phrasings: Array.from({ length: 6 }, (_, at) => `entry${entry} way${at}`),
  needsHighConfidence: entry === ENTRY_COUNT - 1,
  topic: entry < 5 ? 'bridge' : 'tower',
}));
const EXAMPLES = ENTRIES.flatMap(({ phrasings }, label) => phrasings.map((text) => ({ text, label })));
const TEXTS = { entries: ENTRIES, offTopic: OFF_TOPIC, nearMisses: NEAR_MISSES };
const TOPICS = ['bridge', 'market', 'tower'];
const [WHOLE, ...FOLDS] = splitIntoSets(TEXTS);

describe('the set of all texts', () => {
  it('learns every text and holds none out', () => {
    expect(WHOLE?.texts).toHaveLength(EXAMPLES.length + OFF_TOPIC.length + NEAR_MISSES.length);
    expect(WHOLE?.heldOut).toEqual([]);
    expect(WHOLE?.kept).toEqual([...ENTRIES.keys()]);
  });

  it('labels examples with their entry, and off-topic ones with the class behind the entries', () => {
    expect(WHOLE?.entries.filter(({ label }) => label < ENTRY_COUNT)).toEqual(EXAMPLES);
    expect(WHOLE?.entries.filter(({ label }) => label === ENTRY_COUNT).map(({ text }) => text)).toEqual(OFF_TOPIC);
    expect(WHOLE?.entryClasses).toBe(ENTRY_COUNT + 1);
  });

  it('labels what is answered with its topic, and near misses with theirs behind all topics', () => {
    const labelOf = (text: string) => WHOLE?.answered.find((example) => example.text === text)?.label;
    expect([labelOf('entry4 way0'), labelOf('entry5 way0')]).toEqual([0, 2]);
    expect([labelOf('bridge miss0'), labelOf('market miss0'), labelOf('tower miss0')]).toEqual([3, 4, 5]);
    expect(labelOf('entry9 way0')).toBeUndefined(); // it denies
    expect(WHOLE?.answeredClasses).toBe(6);
  });

  it('has no class beside the entries without off-topic examples, but for a single entry', () => {
    const [two] = splitIntoSets({ ...TEXTS, offTopic: [] });
    expect(two?.entryClasses).toBe(ENTRY_COUNT);
    const [single] = splitIntoSets({ entries: ENTRIES.slice(0, 1), offTopic: [], nearMisses: [] });
    expect(single?.entryClasses).toBe(2);
  });
});

describe('the set of a fold', () => {
  it('puts every phrasing and off-topic example into training or among those held out', () => {
    expect(FOLDS).toHaveLength(3);
    for (const { entries, heldOut } of FOLDS) {
      const others = heldOut.filter(({ source }) => source !== 'near miss');
      expect(entries.length + others.length).toBe(EXAMPLES.length + OFF_TOPIC.length);
    }
  });

  it('holds out each near miss once, some of every topic', () => {
    const held = FOLDS.map(({ heldOut }) =>
      heldOut.filter(({ source }) => source === 'near miss').map(({ text }) => text),
    );
    expect(held.flat().sort()).toEqual(NEAR_MISSES.map(({ question }) => question).sort());
    for (const texts of held)
      for (const topic of TOPICS) expect(texts.filter((text) => text.startsWith(topic))).toHaveLength(2);
  });

  it('never learns a text that it holds out, but for what entries left out answer', () => {
    for (const { texts, entries, answered, heldOut, kept } of FOLDS) {
      const learned = new Set([...texts, ...entries.map(({ text }) => text), ...answered.map(({ text }) => text)]);
      const tried = heldOut.filter(({ entry }) => entry === undefined || kept.includes(entry));
      for (const { text } of tried) expect(learned.has(text)).toBe(false);
    }
  });

  it('reads each text that a head learns, once', () => {
    for (const { texts, entries, answered } of FOLDS) {
      expect(new Set(texts).size).toBe(texts.length);
      expect(new Set(texts)).toEqual(new Set([...entries, ...answered].map(({ text }) => text)));
    }
  });

  it('learns what is answered from two thirds of the phrasings of entries that state something', () => {
    for (const { answered } of FOLDS) {
      const stated = answered.filter(({ label }) => label < TOPICS.length);
      expect(stated).toHaveLength(4 * (ENTRY_COUNT - 1));
      expect(stated.some(({ text }) => text.startsWith('entry9'))).toBe(false);
      expect(answered).toHaveLength(stated.length + (NEAR_MISSES.length * 2) / 3);
    }
  });

  it('holds out each phrasing of a kept entry, and each off-topic example, once', () => {
    for (const text of [...EXAMPLES.filter(({ label }) => label === 5).map((example) => example.text), ...OFF_TOPIC]) {
      const times = FOLDS.filter(({ heldOut }) => heldOut.some((held) => held.text === text));
      expect(times).toHaveLength(1);
    }
  });

  it('leaves out other entries in each fold, all their phrasings', () => {
    const left = FOLDS.map(({ kept }) => [...ENTRIES.keys()].filter((entry) => !kept.includes(entry)));
    expect(left).toEqual([[2], [1, 9], [0, 8]]);
    expect(FOLDS[0]?.heldOut.filter(({ entry }) => entry === 2)).toHaveLength(6);
  });

  it('holds out phrasings in runs', () => {
    const phrasings = Array.from({ length: 24 }, (_, at) => `way${at}`);
    const entries = [{ phrasings }, { phrasings: [] }, { phrasings: [] }];
    const [, fold] = splitIntoSets({ entries, offTopic: [], nearMisses: [] });
    const held = fold?.heldOut.map(({ text }) => text);
    expect(held).toEqual([4, 5, 10, 11, 16, 17, 22, 23].map((at) => `way${at}`));
  });

  it('labels what is learned with the place among the kept entries, off-topic behind them', () => {
    const last = FOLDS.at(-1)!; // without entries 0 and 8
    const labelOf = (start: string) => last.entries.find(({ text }) => text.startsWith(start))?.label;
    expect(labelOf('entry5')).toBe(4);
    expect(labelOf('weather')).toBe(last.kept.length);
    expect(last.entryClasses).toBe(last.kept.length + 1);
  });
});

describe('countFolds', () => {
  it.each([
    ['among few texts', 5, 100, 3],
    ['among many texts', 5, 20_001, 1],
    ['of a single entry', 1, 100, 2],
  ])('%s', (_, entryCount, textCount, folds) => {
    expect(countFolds(ENTRIES.slice(0, entryCount), textCount)).toBe(folds);
  });
});

describe('topicsOf', () => {
  it('has each topic once, sorted, and none of an entry that denies', () => {
    const denying = { phrasings: [], needsHighConfidence: true, topic: 'castle' };
    expect(topicsOf({ ...TEXTS, entries: [...ENTRIES, denying] })).toEqual(TOPICS);
  });

  it('has the empty topic for entries without one', () => {
    expect(topicsOf({ entries: [{ phrasings: [] }], nearMisses: [] })).toEqual(['']);
  });
});

describe('trySet', () => {
  const READER = { analyzer: { analyze: textOf }, findNames: () => [] };
  const fold = FOLDS.at(-1)!; // without entries 0 and 8
  const classifier: Classifier = {
    vectorize: ({ tokens }) => ({
      rows: new Int32Array(0),
      values: new Float32Array(0),
      kinds: new Uint8Array(0),
      knownShares: [1, 1, 1, 1],
      wordCount: tokens.length,
    }),
    rowOf: () => -1,
    entries: { classCount: fold.entryClasses, weight: () => 0 },
    answered: undefined,
    logits: () => ({ entries: new Float64Array(fold.entryClasses), answered: undefined }),
    entryLogits: () => new Float64Array(fold.entryClasses),
  };

  it('tells what is in scope from what is near, a near miss, or off-topic', () => {
    const trials = trySet(fold, READER, classifier, createEntryTable(ENTRIES, TOPICS));
    const count = (scope: string): number => trials.filter((trial) => trial.scope === scope).length;
    expect([count('in'), count('near'), count('near miss'), count('off-topic')]).toEqual([16, 12, 6, 2]);
    for (const { scope, meant } of trials) expect(meant === undefined).toBe(scope !== 'in');
  });

  it('passes over phrasings of an entry left out whose answer a kept one gives', () => {
    const alike = ENTRIES.map((row, entry) => ({ ...row, answerGroup: entry < 2 ? 'same' : row.id }));
    const trials = trySet(fold, READER, classifier, createEntryTable(alike, TOPICS));
    expect(trials.filter(({ scope }) => scope === 'near')).toHaveLength(6);
  });

  it('weighs the names of each text', () => {
    const findNames: FindNames = ({ tokens }) => (tokens.some(({ word }) => word === 'market') ? ['Market'] : []);
    const trials = trySet(fold, { ...READER, findNames }, classifier, createEntryTable(ENTRIES, TOPICS));
    const named = trials.filter(({ evidence: { signals } }) => signals[SIGNALS.indexOf('name')] === 1);
    expect(named.map(({ scope }) => scope)).toEqual(['near miss', 'near miss']);
  });

  it('reports shares from 0 on', () => {
    const shares: number[] = [];
    trySet(fold, READER, classifier, createEntryTable(ENTRIES, TOPICS), (share) => shares.push(share));
    expect(shares).toEqual([0]);
  });
});
