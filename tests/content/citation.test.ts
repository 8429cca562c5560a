import { describe, expect, it } from 'vitest';
import { citationOf } from '../../src/content/citation.ts';
import { attributionsIn, type Quotation } from '../../src/content/quotation.ts';
import { readSmallContent } from '../support/small-content.ts';

const { report } = readSmallContent();
const quotation: Quotation = { passage: 2, start: 0, end: 10 };

describe('a citation', () => {
  it('says where the words are, and who says them', () => {
    expect(citationOf(report, quotation)).toEqual({
      attributions: attributionsIn(report, quotation),
      title: 'A bridge opens',
      paragraph: 2,
      caption: false,
      link: 'https://example.org/bridge',
    });
  });

  it('tells a photo caption from a paragraph', () => {
    const passages = report.passages.map((passage) => ({ ...passage, caption: passage.number === 2 }));
    expect(citationOf({ ...report, passages }, quotation).caption).toBe(true);
  });
});
