import { describe, expect, it } from 'vitest';
import { calibrateMatcher, trainMatcher, type Progress } from '../../src/matcher/training.ts';
import { throughFile } from './through-file.ts';
import { LIBRARY, LIBRARY_NEAR_MISSES, LIBRARY_OPTIONS } from './library.ts';

const model = trainMatcher(LIBRARY, LIBRARY_OPTIONS);

describe('calibrateMatcher', () => {
  it('does the same with a model that went through a file', () => {
    const copy = throughFile(model);
    expect(calibrateMatcher(copy, LIBRARY)).toEqual(calibrateMatcher(model, LIBRARY));
  });

  it('stores what the entries answer, and nothing of the cross-validation', () => {
    const entries = LIBRARY.map((entry, at) =>
      at === 0 ? { ...entry, answerGroup: 'x', needsHighConfidence: true } : entry,
    );
    const data = calibrateMatcher(model, entries);
    expect(data.entries[0]).toEqual({
      id: 'opening-hours',
      answerGroup: 'x',
      needsHighConfidence: true,
      topic: 'hours',
    });
    expect(data.entries[1]).toEqual({ id: 'loan-period', answerGroup: 'loan-period', topic: 'loans' });
    expect(data).not.toHaveProperty('foldClassifiers');
  });

  it.each([
    ['fewer entries', LIBRARY.slice(1), {}],
    ['another phrasing', [{ ...LIBRARY[0]!, phrasings: ['one'] }, ...LIBRARY.slice(1)], {}],
    ['other off-topic examples', LIBRARY, { offTopic: ['tell me a joke'] }],
    ['other near misses', LIBRARY, { nearMisses: [{ question: 'why do you open so late' }] }],
  ])('refuses a model that was trained on %s', (_, entries, options) => {
    expect(() => calibrateMatcher(model, entries, options)).toThrow(RangeError);
  });

  it('stores the topics in the order of the classes that tell near misses', () => {
    const options = { ...LIBRARY_OPTIONS, nearMisses: LIBRARY_NEAR_MISSES };
    const { topics, classifier } = calibrateMatcher(trainMatcher(LIBRARY, options), LIBRARY, options);
    expect(topics).toEqual(['cards', 'computers', 'fees', 'hours', 'loans']);
    expect(classifier.answered?.classCount).toBe(2 * topics.length);
  });

  it('refuses a model that has no classifier for a fold', () => {
    expect(() => calibrateMatcher({ ...model, foldClassifiers: [] }, LIBRARY)).toThrow(RangeError);
  });

  it('reports its progress up to 1', () => {
    const reports: Progress[] = [];
    calibrateMatcher(model, LIBRARY, {}, (done) => reports.push(done));
    const shares = reports.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
