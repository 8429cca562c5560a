import { describe, expect, it } from 'vitest';
import { findEntry, paragraphsOf, quotationsOf, quotesAllOf, type Entry } from '../../src/content/faq.ts';
import { readSmallContent } from '../support/small-content.ts';

const { faq } = readSmallContent();

function entry(id: string): Entry {
  const found = findEntry(faq, id);
  if (!found) throw new Error(`There is no entry ${id}.`);
  return found;
}

describe('an entry', () => {
  it.each([
    ['its id', 'bridge-cost', 'bridge-cost'],
    ['an id that it used to have', 'bridge-price', 'bridge-cost'],
    ['nothing else', 'bridge', undefined],
  ])('is found by %s', (_, id, found) => {
    expect(findEntry(faq, id)?.id).toBe(found);
  });

  it.each([
    ['its quotations, if the report answers', 'bridge-when', [1]],
    ['the closest passages, if it does not', 'bridge-cost', [1]],
    ['nothing of the report, if it is about the report', 'bridge-outlet', []],
  ])('shows %s', (_, id, passages) => {
    expect(quotationsOf(entry(id)).map(({ passage }) => passage)).toEqual(passages);
  });

  it('is answered by paragraphs if the report answers it', () => {
    expect(paragraphsOf(entry('eels'))).toEqual([2]);
    expect(paragraphsOf(entry('bridge-cost'))).toEqual([]);
  });

  it('quotes all of another if it shows each of its answer’s words', () => {
    const eels = entry('eels');
    const begins: Entry = { ...eels, answer: { kind: 'quoted', quotations: [{ passage: 2, start: 0, end: 5 }] } };
    expect(quotesAllOf(eels, begins)).toBe(true);
    expect(quotesAllOf(begins, eels)).toBe(false);
    expect(quotesAllOf(eels, entry('bridge-when'))).toBe(false);
    expect(quotesAllOf(entry('bridge-cost'), entry('bridge-when'))).toBe(true); // as the closest passage
    expect(quotesAllOf(eels, entry('bridge-cost'))).toBe(false);
    expect(quotesAllOf(eels, entry('bridge-outlet'))).toBe(false);
  });

  it('names a paragraph once that it quotes twice', () => {
    const slices = [
      { passage: 2, start: 0, end: 5 },
      { passage: 1, start: 0, end: 5 },
      { passage: 2, start: 5, end: 9 },
    ];
    expect(paragraphsOf({ ...entry('eels'), answer: { kind: 'quoted', quotations: slices } })).toEqual([2, 1]);
  });
});
