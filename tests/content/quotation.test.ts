import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  attributionsIn,
  findQuotation,
  isWholeSentences,
  isWithin,
  overlaps,
  quotedText,
  sentencesOf,
  wholePassage,
  type Quotation,
} from '../../src/content/quotation.ts';
import { passageOf, type Passage } from '../../src/content/report.ts';
import { readSmallContent } from '../support/small-content.ts';

const { report } = readSmallContent();
const first = passageOf(report, 1) as Passage;

describe('a quotation', () => {
  it.each([
    ['a whole passage', first.text],
    ['a whole sentence', 'The mayor opened a bridge on Monday.'],
    ['a whole part', '“It took nine years,”'],
    ['from one part to the end of another', '“It took nine years,” she told the Harbour Post.'],
  ])('can be %s', (_, words) => {
    const found = findQuotation(first, words);
    expect(found).toBeTypeOf('object');
    expect(typeof found === 'object' && quotedText(report, found)).toBe(words);
  });

  it.each([
    ['other words', 'The mayor closed a bridge on Monday.', 'not in the passage'],
    ['nothing', '', 'not in the passage'],
    ['white space', ' ', 'not in the passage'],
    ['a sentence without its end', 'The mayor opened a bridge', 'not whole'],
    ['a part of the quoted words', 'nine years', 'not whole'],
  ])('can not be %s', (_, words, why) => {
    expect(findQuotation(first, words)).toBe(why);
  });

  it('is found as whole parts or sentences only, whatever slice is asked for', () => {
    const edges = new Set(['The mayor', '“It took', 'she told'].map((start) => first.text.indexOf(start)));
    fc.assert(
      fc.property(fc.nat(first.text.length), fc.nat(first.text.length), (a, b) => {
        const words = first.text.slice(Math.min(a, b), Math.max(a, b));
        const found = findQuotation(first, words);
        if (typeof found === 'object') {
          expect(edges).toContain(found.start);
          expect(quotedText(report, found)).toBe(words);
        }
      }),
    );
  });
});

describe('two quotations', () => {
  const at = (start: number, end: number, passage = 1): Quotation => ({ passage, start, end });

  it.each([
    ['are the same', at(0, 5), at(0, 5), true],
    ['share some words', at(0, 5), at(4, 9), true],
    ['are one inside the other', at(0, 9), at(3, 4), true],
    ['follow each other', at(0, 5), at(5, 9), false],
    ['are of two passages', at(0, 5), at(0, 5, 2), false],
  ])('overlap or not: they %s', (_, one, other, expected) => {
    expect([overlaps(one, other), overlaps(other, one)]).toEqual([expected, expected]);
  });

  it.each([
    ['are the same', at(0, 5), at(0, 5), true],
    ['end together', at(3, 5), at(0, 5), true],
    ['share some words only', at(0, 5), at(4, 9), false],
    ['are of two passages', at(0, 5), at(0, 5, 2), false],
  ])('are one within the other or not: they %s', (_, one, whole, expected) => {
    expect(isWithin(one, whole)).toBe(expected);
  });
});

describe('whole sentences', () => {
  it.each([
    ['a passage', first.text, true],
    ['its first sentence', 'The mayor opened a bridge on Monday.', true],
    ['a part', '“It took nine years,”', false],
    [
      'from the beginning of a sentence to the end of a part',
      'The mayor opened a bridge on Monday. “It took nine years,”',
      false,
    ],
  ])('%s', (_, words, expected) => {
    const found = findQuotation(first, words);
    expect(typeof found === 'object' && isWholeSentences(report, found)).toBe(expected);
  });
});

describe('who says what', () => {
  it('is one attribution where one covers all of it', () => {
    expect(attributionsIn(report, wholePassage(passageOf(report, 2) as Passage))).toEqual([
      { attribution: expect.objectContaining({ speaker: 'fisher', caveat: 'unnamed' }), share: { of: 'all' } },
    ]);
  });

  it('tells the words in quotation marks from the rest, and names them first', () => {
    expect(
      attributionsIn(report, wholePassage(first)).map(({ attribution, share }) => [attribution.speaker, share.of]),
    ).toEqual([
      ['mayor', 'marked'],
      ['outlet', 'rest'],
    ]);
  });

  it('leaves out who has no word in the quotation', () => {
    const sentence = findQuotation(first, 'The mayor opened a bridge on Monday.');
    expect(
      typeof sentence === 'object' && attributionsIn(report, sentence).map(({ attribution }) => attribution.speaker),
    ).toEqual(['outlet']);
  });

  it('tells whole sentences by their numbers', () => {
    const parts = [
      { text: 'One said so. ', speaker: 'one', basis: 'told' as const },
      { text: 'Two said no. Two went home.', speaker: 'two', basis: 'told' as const },
    ];
    const passage = { number: 1, caption: false, text: parts.map(({ text }) => text).join(''), parts };
    expect(attributionsIn({ ...report, passages: [passage] }, wholePassage(passage)).map(({ share }) => share)).toEqual(
      [
        { of: 'sentences', first: 1, last: 1 },
        { of: 'sentences', first: 2, last: 3 },
      ],
    );
  });
});

describe('sentences', () => {
  it.each([
    ['end where a capital follows', 'He left. She stayed.', ['He left. ', 'She stayed.']],
    ['take their closing mark along', 'She asked, “Why?” He left.', ['She asked, “Why?” ', 'He left.']],
    ['do not end before a comma that slipped in', 'past the Firewall. , or others', ['past the Firewall. , or others']],
    ['do not end before a full stop that slipped in', 'to do so. .', ['to do so. .']],
  ])('%s', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('join to the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sentencesOf(text).join('')).toBe(text);
      }),
    );
  });
});
