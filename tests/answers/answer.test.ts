import { describe, expect, it } from 'vitest';
import {
  answerFrom,
  contextOf,
  headingOf,
  isFromEntry,
  notCovered,
  presentationOf,
  PRESENTATIONS,
  quotedAs,
  shownEntry,
  type Answer,
} from '../../src/answers/answer.ts';
import { MAX_CHOICES } from '../../src/matcher/index.ts';
import { quotationsOf, type Entry } from '../../src/content/faq.ts';
import { faq, withHeadingAndContext } from '../support/small-bot.ts';

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
    const answer = answerFrom(entry, 1, [], { hedged });
    expect(presentationOf(answer)).toBe(presentation);
    expect(shownEntry(answer)).toBe(entry);
    expect(isFromEntry(answer)).toBe(true);
  });
});

describe('a presentation', () => {
  it.each(PRESENTATIONS.filter((one) => !['closest', 'none-near'].includes(one)))(
    'of a quotation is made again from its name: %s',
    (presentation) => {
      expect(presentationOf(answerFrom(eels, 1, [], quotedAs(presentation)))).toBe(presentation);
    },
  );
});

describe('an entry', () => {
  it('has its question above its answer, unless it has a heading', () => {
    expect(headingOf(eels)).toBe('What happened to the eels?');
    expect(headingOf(withHeadingAndContext)).toBe('What a fisher says');
  });

  it('may have context', () => {
    expect(contextOf(eels)).toEqual([]);
    expect(contextOf(withHeadingAndContext)).toHaveLength(1);
    expect(contextOf(undefined)).toEqual([]);
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

  it('shows nothing where none comes near', () => {
    const answer = notCovered(undefined, 1, others);
    expect(answer).toMatchObject({ closest: [], candidates: others });
    expect(presentationOf(answer)).toBe('none-near');
    expect(shownEntry(answer)).toBeUndefined();
  });

  it('offers the nearest entry first, and no more than five in all', () => {
    const { candidates } = notCovered(eels, 1, [...others, ...others]);
    expect(candidates.slice(0, 2)).toEqual([eels, others[0]]);
    expect(candidates).toHaveLength(MAX_CHOICES);
  });
});

it.each<Answer>([
  { kind: 'ambiguous', candidates: [eels, cost] },
  { kind: 'small_talk', about: 'thanks' },
  { kind: 'unanswered' },
])('an answer that is $kind shows no entry', (answer) => {
  expect(shownEntry(answer)).toBeUndefined();
});
