import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascendingToText, textToAscending } from '../../src/matcher/model/base64.ts';
import { createDeletionIndex } from '../../src/matcher/spelling/deletion-index.ts';
import { slipsBetween } from '../../src/matcher/spelling/edit-distance.ts';
import { chance, fitLogistic } from '../../src/matcher/model/logistic-regression.ts';
import { readWords } from '../../src/matcher/text/tokenize.ts';
import { createSpelling } from '../../src/matcher/spelling/spell-checker.ts';
import { stem } from '../../src/matcher/text/stem.ts';
import { lastLetters } from '../../src/matcher/suggest.ts';

const letters = fc.string({ unit: fc.constantFrom(...'abcdeghilmnorstuy'), minLength: 1, maxLength: 12 });

describe('readWords', () => {
  test.each([
    ['writes contractions out', "They didn't, we'll see", ['they', 'did', 'not', 'we', 'will', 'see']],
    ['reads a typographic apostrophe', 'can’t', ['can', 'not']],
    ['joins dotted short forms', 'the U.S. side', ['the', 'us', 'side']],
    ['drops accents and punctuation', 'Café—open?', ['cafe', 'open']],
    ['keeps numbers', 'room 12', ['room', '12']],
    ['takes quotation marks for no apostrophe', "the 'secret' one, John's", ['the', 'secret', 'one', 'john', "'s"]],
    ['reads styled letters as plain ones', '𝐇𝐨𝐰 late', ['how', 'late']],
  ])('%s', (_, text, words) => {
    expect(readWords(text)).toEqual(words);
  });
});

describe('lastLetters', () => {
  test('finds what the plain expression finds, which takes quadratic time', () => {
    const typed = fc.string({
      unit: fc.constantFrom('a', 'ж', '𐐀', "'", '’', ' ', '!', '1', '\n', '\ud801'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(typed, (text) => {
        expect(lastLetters(text)).toBe(/(?<!['’])\p{L}+$/u.exec(text)?.[0]);
      }),
    );
  });
});

describe('stem', () => {
  test.each([
    ['film', 'films', 'filmed', 'filming'],
    ['carry', 'carries', 'carrying'],
    ['stop', 'stopped', 'stopping'],
    ['house', 'houses'],
    ['locate', 'located', 'locating'],
    ['go', 'going'],
  ])('cuts the endings of %s', (word, ...forms) => {
    for (const form of forms) expect(stem(form)).toBe(stem(word));
  });

  test('never leaves less than two letters of a longer word', () => {
    fc.assert(
      fc.property(letters, (word) => {
        expect(stem(word).length).toBeGreaterThanOrEqual(Math.min(2, word.length));
      }),
    );
  });
});

describe('slipsBetween', () => {
  test.each([
    ['house', 'house', 0],
    ['huose', 'house', 1],
    ['hose', 'house', 1],
    ['housse', 'house', 1],
    ['hpuse', 'house', 1],
    ['hpusee', 'house', 2],
    ['horse', 'sea', 3],
  ])('from %s to %s: %i', (typed, meant, slips) => {
    expect(slipsBetween(typed, meant, 2)).toBe(slips);
  });

  test('is the same both ways', () => {
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        expect(slipsBetween(a, b, 3)).toBe(slipsBetween(b, a, 3));
      }),
    );
  });
});

describe('createDeletionIndex', () => {
  test('finds every word that is one slip away', () => {
    fc.assert(
      fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 30 }), letters, (words, typed) => {
        const near = createDeletionIndex(words).near(typed);
        words.forEach((word, position) => {
          if (word.length >= 4 && typed.length >= 4 && slipsBetween(typed, word, 1) <= 1)
            expect(near).toContain(position);
        });
      }),
    );
  });
});

describe('createSpelling', () => {
  const USES = new Map([
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
  const spelling = createSpelling([...USES.keys()], (word) => USES.get(word) ?? 0);
  const shares = new Map([
    ['mouse', 1e-3],
    ['rabbit', 1e-4],
    ['thee', 1e-5],
  ]);
  const ordinary = { shareOf: (word: string) => shares.get(word) ?? 0, correct: () => undefined };

  test.each([
    ['a dropped letter', 'camra', ['camera']],
    ['a dropped letter in a short word', 'fnd', ['find']],
    ['swapped letters', 'hosue', ['house']],
    ['a neighbouring key', 'ogficer', ['officer']],
    ['two slips in a long word', 'offcier', ['officer']],
    ['a lost space', 'thehouse', ['the', 'house']],
    ['a lost space, and a slip in the word before it', 'caemrahouse', ['camera', 'house']],
    ['a lost space, and a slip in the word behind it', 'thehosue', ['the', 'house']],
    ['a word run together with one that only the language has', 'therabbit', ['the', 'rabbit']],
    ['a rare word of the language that is a slip away from one that is used much', 'thee', ['the']],
  ])('corrects %s', (_, typed, words) => {
    expect(spelling.correct(typed, ordinary)).toEqual(words);
  });

  test.each([
    ['it is a word of the language, used more than there are slips in the one of the FAQ', 'mouse'],
    ['it could come apart only where hardly anybody writes one of the parts', 'keyed'],
  ])('leaves a word alone where %s', (_, typed) => {
    expect(spelling.correct(typed, ordinary)).toBeUndefined();
  });

  test('reads a word of the FAQ with one letter wrong as that word', () => {
    const faq = ['camera', 'confiscate', 'officer', 'protest', 'restriction', 'telephone'];
    const corrector = createSpelling(faq, () => 1);
    fc.assert(
      fc.property(
        fc.constantFrom(...faq),
        fc.nat(),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
        (word, place, letter) => {
          const at = place % word.length;
          const typed = word.slice(0, at) + letter + word.slice(at + 1);
          if (typed !== word) expect(corrector.correct(typed)).toEqual([word]);
        },
      ),
    );
  });

  test.each(['zebra', 'x', '2024', 'qqqqqqqq'])('leaves %s alone', (typed) => {
    expect(spelling.correct(typed)).toBeUndefined();
  });
});

describe('ascendingToText', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 24 - 1 })), (numbers) => {
        const ascending = Uint32Array.from(numbers).sort();
        expect(textToAscending(ascendingToText(ascending), ascending.length)).toEqual(ascending);
      }),
    );
  });
});

describe('fitLogistic', () => {
  test('learns which side of a line an observation is on', () => {
    const observations = Array.from({ length: 40 }, (_, index) => ({
      signals: [1, index],
      holds: index >= 20,
      weight: 1,
    }));
    const weights = fitLogistic(observations);
    for (const { signals, holds } of observations) expect(chance(weights, signals) > 0.5).toBe(holds);
  });
});
