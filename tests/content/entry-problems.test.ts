import { describe, expect, it } from 'vitest';
import { entryProblems, type EntryToCheck } from '../../src/content/entry-problems.ts';
import { findQuotation, wholePassage, type Quotation } from '../../src/content/quotation.ts';
import type { Passage, Report } from '../../src/content/report.ts';
import { readSmallContent } from '../support/small-content.ts';

const text = 'A fisher spoke. They left.';
const passage: Passage = { number: 1, text, caption: false, parts: [{ text, speaker: 'outlet', basis: 'reporting' }] };
const report: Report = { ...readSmallContent().report, passages: [passage] };

function sentence(words: string): Quotation {
  const found = findQuotation(passage, words);
  if (typeof found === 'string') throw new Error(found);
  return found;
}
const spoke = sentence('A fisher spoke.');
const left = sentence('They left.');
const question = 'Does the report say who left?';

describe('an entry', () => {
  it.each<[string, EntryToCheck]>([
    ['a whole passage', { question, quotations: [wholePassage(passage)] }],
    ['a quotation with what makes it plain as context', { question, quotations: [left], context: [spoke] }],
    ['a quotation beside another that makes it plain', { question, quotations: [spoke, left] }],
    ['a closest passage with context', { question, notStated: true, closest: [left], context: [spoke] }],
    ['no closest passage', { question, notStated: true, closest: [] }],
    ['facts about the report', { question, known: ['title'] }],
  ])('may have %s', (_, entry) => {
    expect(entryProblems(entry, report)).toEqual([]);
  });

  it.each<[string, EntryToCheck, readonly (string | number)[], RegExp]>([
    [
      'a quotation that leans on words not shown',
      { question, quotations: [left] },
      ['quotations', 0],
      /begins with “They”/,
    ],
    [
      'a closest passage that does',
      { question, notStated: true, closest: [left] },
      ['closest', 0],
      /begins with “They”/,
    ],
    [
      'a heading that is the question',
      { question, heading: question, known: ['title'] },
      ['heading'],
      /repeats the question/,
    ],
    ['context of nothing', { question, notStated: true, closest: [], context: [spoke] }, ['context'], /shows none/],
    ['context that it quotes', { question, quotations: [spoke], context: [spoke] }, ['context', 0], /repeats words/],
    ['no answer', { question }, [], /exactly one of/],
    ['a denial without a list of passages', { question, notStated: true }, [], /closest: \[\] if none comes near/],
  ])('must not have %s', (_, entry, path, message) => {
    expect(entryProblems(entry, report)).toEqual([{ path, message: expect.stringMatching(message) }]);
  });

  it('is checked without the report as far as possible', () => {
    expect(entryProblems({ question: 'Who left?', notStated: true, closest: [undefined] }, undefined)).toEqual([
      { path: ['question'], message: expect.stringMatching(/take for granted/) },
    ]);
  });
});
