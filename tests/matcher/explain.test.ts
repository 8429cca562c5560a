import { describe, expect, it } from 'vitest';
import type { Assessment, Decision } from '../../src/matcher/decision/decide.ts';
import { UNCALIBRATED, WITH_NEAR_MISSES } from '../../src/matcher/decision/thresholds.ts';
import { explainDecision } from '../../src/matcher/explain.ts';
import { createMatcher } from '../../src/matcher/training.ts';
import { LIBRARY, LIBRARY_OPTIONS } from './library.ts';
import { TOWN, TOWN_NEAR_MISSES, TOWN_OFF_TOPIC } from './town.ts';
import { vectorsOf } from './vectors.ts';

const matcher = createMatcher(LIBRARY, LIBRARY_OPTIONS);

describe('explain', () => {
  const explanation = matcher.explain('How long can I keep a bok of the libary?');

  it('shows how each word was read', () => {
    expect(explanation.words.find(({ typed }) => typed === 'libary')).toMatchObject({
      corrected: 'library',
      stem: 'librari',
      known: true,
    });
    expect(explanation.words.find(({ typed }) => typed === 'bok')).toMatchObject({
      corrected: 'book',
    });
  });

  it('names what spoke for the best entry', () => {
    const [best] = explanation.entries;
    expect(best?.id).toBe('loan-period');
    expect(best?.because.some(({ what, weight }) => weight > 0 && what.includes('keep'))).toBe(true);
  });

  it('comes to the same decision as match, and says why', () => {
    expect(explanation.decision).toEqual(matcher.match('How long can I keep a bok of the libary?').decision);
    expect(explanation.reasons.length).toBeGreaterThan(1);
  });
});

const FILLERS = Array.from({ length: 200 }, (_, index) => [`word${index}`]);

describe('explaining the check', () => {
  const town = createMatcher(TOWN, {
    nearMisses: TOWN_NEAR_MISSES,
    offTopic: TOWN_OFF_TOPIC,
    // The small words are the most frequent of many, so that they tell the least.
    wordVectors: vectorsOf([['the'], ['was'], ['when'], ...FILLERS, ['built'], ['tower']]),
  });
  const checkOf = (question: string) => town.explain(question).check;

  it('names the telling words that nothing in the best entry accounts for, each once', () => {
    const { unaccounted } = checkOf('when was the tower built with zebras by other zebras');
    expect(unaccounted).toContain('zebras');
    expect(new Set(unaccounted).size).toBe(unaccounted.length);
    for (const word of ['the', 'when', 'tower']) expect(unaccounted).not.toContain(word);
  });

  it('has nothing to name in a phrasing', () => {
    expect(checkOf('when was the tower built').unaccounted).toEqual([]);
  });

  it('gives the strongest reasons for an answer', () => {
    const { because } = checkOf('when was the tower built');
    expect(because[0]!.weight).toBeGreaterThan(0);
    const sizes = because.map(({ weight }) => Math.abs(weight));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(because.length).toBeLessThanOrEqual(6);
  });

  it('gives the reasons for a near miss as negative', () => {
    const { because } = checkOf('why was the tower built');
    expect(because.find(({ what }) => what.includes('"why"'))!.weight).toBeLessThan(0);
  });

  it('has no reasons where the best entry denies, and without near misses', () => {
    expect(checkOf('who designed the castle').because).toEqual([]);
    expect(matcher.explain('how long can I keep a book').check.because).toEqual([]);
  });
});

describe('explaining a decision', () => {
  const ASSESSMENT: Assessment = {
    best: 0,
    choices: [0, 1],
    probabilities: Float64Array.of(0.4, 0.2),
    inScope: 0.7,
    confidence: 0.4,
    offerConfidence: 0.6,
    threshold: 0.25,
    meant: 0.6,
    nearest: 0,
    denied: 0.8,
    onTopic: 0.9,
  };
  const EVIDENCE = {
    best: 0,
    ranking: [0, 1],
    probabilities: Float64Array.of(0.6, 0.4),
    knownShare: 0.35,
    nearTopic: undefined,
    signals: [],
  };
  const CALIBRATION = { ...UNCALIBRATED, ...WITH_NEAR_MISSES, sureThreshold: 0.6, deniedThreshold: 0.55 };
  const reasonsFor = (decision: Decision, assessment: Partial<Assessment> = {}, isUnreadable = false): string =>
    explainDecision(decision, { ...ASSESSMENT, ...assessment }, EVIDENCE, CALIBRATION, [], isUnreadable).join(' ');

  it('tells the names that were found', () => {
    const reasons = explainDecision({ kind: 'none' }, ASSESSMENT, EVIDENCE, CALIBRATION, ['Atlantis', 'Xanadu'], false);
    expect(reasons.join(' ')).toContain('From the list of names: Atlantis, Xanadu.');
  });

  it('starts with what is known of the words, and the chances', () => {
    expect(reasonsFor({ kind: 'none' })).toMatch(
      /use 35% of the question's words.*chance of 70%.*best answer is right is 40%/,
    );
  });

  it.each<[string, Decision, Partial<Assessment>, RegExp]>([
    [
      'why a match is sure',
      { kind: 'match', id: 'a', confidence: 0.7, hedged: false },
      { confidence: 0.7 },
      /A match needs 25%, so this is one\.$/,
    ],
    [
      'why a match is hedged',
      { kind: 'match', id: 'a', confidence: 0.4, hedged: true },
      {},
      /needs 25%, so this is one\. It takes 60% to be sure, so it is hedged\.$/,
    ],
    [
      'why one without the confidence is a match',
      { kind: 'match', id: 'a', confidence: 0.1, hedged: true },
      { confidence: 0.1, choices: [0] },
      /nothing else to choose from\.$/,
    ],
    [
      'why it quotes in place of a choice',
      { kind: 'match', id: 'a', confidence: 0.2, hedged: true },
      { confidence: 0.2, denied: 0.1 },
      /else would be offered denies, and that no entry .* chance of 10%, which is no likelier, so this is quoted, hedged\.$/,
    ],
    [
      'why it denies in place of a choice',
      { kind: 'denied', nearest: 'a', confidence: 0.5 },
      { confidence: 0, denied: 0.54, offerConfidence: 0 },
      /chance of 54%, far likelier than that one of the best few is right, so they are not offered\.$/,
    ],
    [
      'why it denies in place of a choice of denials',
      { kind: 'denied', nearest: 'a', confidence: 0.5 },
      { confidence: 0.1, denied: 0.5 },
      /Whatever else would be offered denies, and .* chance of 50%, likelier than that the best answer is right\.$/,
    ],
    [
      'why it denies',
      { kind: 'denied', nearest: 'a', confidence: 0.8 },
      { confidence: 0.1 },
      /no entry states what was asked has a chance of 80%; a denial takes 55%\.$/,
    ],
    [
      'why it names no entry that denies',
      { kind: 'denied', nearest: 'a', confidence: 0.8 },
      { confidence: 0.8, denied: 0.9 },
      /A match needs 25%, but which of the entries that deny was meant is not clear/,
    ],
    [
      'why it offers a choice where the best denies, but unclearly',
      { kind: 'ambiguous', ids: ['a', 'b'] },
      { confidence: 0.8, denied: 0.7 },
      /which of the entries that deny was meant is not clear.*chance of 70%, too little for a denial/,
    ],
    [
      'why it offers a choice',
      { kind: 'ambiguous', ids: ['a', 'b'] },
      { confidence: 0.2 },
      /right with 60%, so they are offered\.$/,
    ],
    [
      'that a choice is offered since the question is on topic',
      { kind: 'ambiguous', ids: ['a', 'b'] },
      { confidence: 0.1, offerConfidence: 0.1 },
      /about the subject with a chance of 90%, so the best few are offered\.$/,
    ],
    ['why it shows nothing', { kind: 'none' }, { offerConfidence: 0.1 }, /takes 25%\..* 10%, so nothing is shown\.$/],
  ])('says %s', (_, decision, assessment, expected) => {
    expect(reasonsFor(decision, assessment)).toMatch(expected);
  });

  it('says that nothing can be read from a question', () => {
    expect(reasonsFor({ kind: 'none' }, {}, true)).toMatch(/No word of the question says what it asks/);
  });
});
