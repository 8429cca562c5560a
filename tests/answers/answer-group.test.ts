import { describe, expect, it } from 'vitest';
import { answerGroup } from '../../src/answers/answer-group.ts';
import type { Entry, EntryAnswer } from '../../src/content/faq.ts';

function groupOf(answer: EntryAnswer): string {
  const entry: Entry = { id: 'x', topic: 't', question: 'x?', answer, related: [], aliases: [], context: [] };
  return answerGroup(entry);
}

const first = { passage: 1, start: 0, end: 20 };
const second = { passage: 2, start: 0, end: 20 };

describe('entries', () => {
  it.each<[string, EntryAnswer, EntryAnswer]>([
    [
      'that begin with the same words',
      { kind: 'quoted', quotations: [first] },
      { kind: 'quoted', quotations: [{ ...first, end: 9 }, second] },
    ],
    [
      'that the report does not answer',
      { kind: 'not_stated', closest: [first] },
      { kind: 'not_stated', closest: [second] },
    ],
    ['that give the same fields', { kind: 'known', fields: ['date'] }, { kind: 'known', fields: ['date'] }],
  ])('%s answer alike', (_, one, other) => {
    expect(groupOf(one)).toBe(groupOf(other));
  });

  it.each<[string, EntryAnswer, EntryAnswer]>([
    [
      'that begin elsewhere',
      { kind: 'quoted', quotations: [first] },
      { kind: 'quoted', quotations: [{ ...first, start: 5 }] },
    ],
    ['that quote other passages', { kind: 'quoted', quotations: [first] }, { kind: 'quoted', quotations: [second] }],
    ['of which one is not stated', { kind: 'quoted', quotations: [first] }, { kind: 'not_stated', closest: [first] }],
    ['that give other fields', { kind: 'known', fields: ['date'] }, { kind: 'known', fields: ['title'] }],
  ])('%s do not', (_, one, other) => {
    expect(groupOf(one)).not.toBe(groupOf(other));
  });
});
