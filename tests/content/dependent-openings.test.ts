import { describe, expect, it } from 'vitest';
import { dependentOpening } from '../../src/content/dependent-openings.ts';
import { wholePassage } from '../../src/content/quotation.ts';
import type { Passage, Report } from '../../src/content/report.ts';
import { readSmallContent } from '../support/small-content.ts';

const TEXTS = ['It rained. But the mayor came.', 'A fisher spoke. It was late.', 'They left.', 'Theydon is a village.'];
const passages = TEXTS.map((text, index): Passage => ({
  number: index + 1,
  text,
  caption: false,
  parts: [{ text, speaker: 'outlet', basis: 'reporting' }],
}));
const report: Report = { ...readSmallContent().report, passages };
const [rained, spoke, left, village] = passages.map(wholePassage);
if (!rained || !spoke || !left || !village) throw new Error('no passages');
const came = { ...rained, start: 11 };
const late = { ...spoke, start: 16 };

describe('a quotation', () => {
  it.each([
    ['stands alone if it begins with a name', spoke, [], undefined],
    ['stands alone if only its first letters are a pronoun', village, [], undefined],
    ['stands alone at the beginning of the report', rained, [], undefined],
    ['leans on the passage before', left, [], 'They'],
    ['leans on the sentence before', came, [], 'But'],
    ['is made plain by the passage before', left, [spoke], undefined],
    ['is made plain by a sentence of the passage before', left, [late], undefined],
    ['is made plain by the sentence before', came, [{ ...rained, end: 10 }], undefined],
    ['is not made plain by an earlier passage', left, [rained], 'They'],
    ['is not made plain by what comes after it', left, [village], 'They'],
    ['is not made plain by another passage, if it is not the first sentence of its own', late, [rained], 'It'],
    ['is not made plain by itself', left, [left], 'They'],
  ])('%s', (_, quotation, shown, expected) => {
    expect(dependentOpening(report, quotation, shown)).toBe(expected);
  });

  it('is checked in English only', () => {
    expect(dependentOpening({ ...report, language: 'de' }, left, [])).toBeUndefined();
    expect(dependentOpening({ ...report, language: 'en-GB' }, left, [])).toBe('They');
  });
});
