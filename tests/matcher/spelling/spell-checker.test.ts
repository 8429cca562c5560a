import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_FREQUENT_WORDS } from '../../../src/matcher/spelling/frequent-words.ts';
import { createSpellChecker } from '../../../src/matcher/spelling/spell-checker.ts';

const COUNTS = new Map([
  ['camera', 1],
  ['cameras', 1],
  ['ed', 0],
  ['find', 1],
  ['house', 1],
  ['key', 1],
  ['officer', 1],
  ['the', 50],
  ['when', 1],
]);
const SHARES = new Map([
  ['mouse', 1e-3],
  ['rabbit', 1e-4],
  ['thee', 1e-5],
]);

describe('createSpellChecker', () => {
  const spellChecker = createSpellChecker({
    words: [...COUNTS.keys()],
    countOf: (word) => COUNTS.get(word) ?? 0,
    shortForms: new Set(['info', 'ppl']),
    frequentWords: {
      shareOf: (word) => SHARES.get(word) ?? 0,
      correct: (typed) => (typed === 'rabit' ? 'rabbit' : undefined),
    },
  });

  it.each([
    ['a skipped letter', 'camra', ['camera']],
    ['a skipped letter in a short word', 'fnd', ['find']],
    ['transposed letters', 'hosue', ['house']],
    ['an adjacent key', 'ogficer', ['officer']],
    ['two edits in a long word', 'ofifcre', ['officer']],
    ['a typo in a short form', 'ifo', ['info']],
    ['a lost space', 'thehouse', ['the', 'house']],
    ['a lost space, and a typo in the word before it', 'caemrahouse', ['camera', 'house']],
    ['a lost space, and a typo in the word after it', 'thehosue', ['the', 'house']],
    ['a word run together with one that only the language has', 'therabbit', ['the', 'rabbit']],
    ['a typo in a word that only the language has', 'rabit', ['rabbit']],
    ['a rare word of the language that is a typo away from a common one of the FAQ', 'thee', ['the']],
  ])('corrects %s', (_, typed, words) => {
    expect(spellChecker.correct(typed)).toEqual(words);
  });

  it.each([
    ['is common in the language', 'mouse'],
    ['could be split only where hardly anybody writes one of the parts', 'keyed'],
    ['is near nothing', 'zebra'],
    ['is a single letter', 'x'],
    ['is a number', '2024'],
    ['is a run of letters', 'qqqqqqqq'],
    ['is near a short form of three letters only', 'pppl'],
  ])('leaves a word alone that %s', (_, typed) => {
    expect(spellChecker.correct(typed)).toBeUndefined();
  });

  it('restores a word with one letter replaced', () => {
    const words = ['camera', 'confiscate', 'officer', 'protest', 'restriction', 'telephone'];
    const { correct } = createSpellChecker({
      words,
      countOf: () => 1,
      shortForms: new Set(),
      frequentWords: NO_FREQUENT_WORDS,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.nat(),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
        (word, place, letter) => {
          const at = place % word.length;
          const typed = word.slice(0, at) + letter + word.slice(at + 1);
          if (typed !== word) expect(correct(typed)).toEqual([word]);
        },
      ),
    );
  });
});
