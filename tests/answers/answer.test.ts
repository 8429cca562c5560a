import { describe, expect, it } from 'vitest';
import {
  answerFrom,
  isFromEntry,
  notCovered,
  presentationOf,
  shownEntry,
  type Answer,
} from '../../src/answers/answer.ts';
import { MAX_CHOICES } from '../../src/matcher/index.ts';
import { quotationsOf, type Entry } from '../../src/content/faq.ts';
import { faq } from '../support/small-bot.ts';

function entryOf(id: string): Entry {
  const entry = faq.entries.find((one) => one.id === id);
  if (!entry) throw new Error(`no entry ${id}`);
  return entry;
}

const eels = entryOf('eels');
const cost = entryOf('bridge-cost');

describe('an answer from an entry', () => {
  it.each([
    ['hedged where it quotes and is said to be', eels, true, 'hedged'],
    ['as the answer where it quotes', eels, false, 'answer'],
    ['as the answer where it quotes nothing, whatever is said', cost, true, 'answer'],
  ] as const)('is presented %s', (_, entry, hedged, presentation) => {
    const answer = answerFrom(entry, 1, [], hedged);
    expect(presentationOf(answer)).toBe(presentation);
    expect(shownEntry(answer)).toBe(entry);
    expect(isFromEntry(answer)).toBe(true);
  });
});

describe('no entry’s answer', () => {
  const others = faq.entries.filter(({ id }) => id !== 'eels');

  it('shows the nearest entry’s quotations as the closest passages', () => {
    const answer = notCovered(eels, 1, []);
    expect(answer.closest).toEqual(quotationsOf(eels));
    expect(presentationOf(answer)).toBe('closest');
    expect(shownEntry(answer)).toBe(eels);
    expect(isFromEntry(answer)).toBe(false);
  });

  it('offers the nearest entry first, and no more than five in all', () => {
    const { candidates } = notCovered(eels, 1, [...others, ...others]);
    expect(candidates.slice(0, 2)).toEqual([eels, others[0]]);
    expect(candidates).toHaveLength(MAX_CHOICES);
  });
});

it.each<Answer>([{ kind: 'ambiguous', candidates: [eels, cost] }, { kind: 'unanswered' }])(
  'an answer that is $kind shows no entry',
  (answer) => {
    expect(shownEntry(answer)).toBeUndefined();
  },
);
