import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../src/answers/answer.ts';
import { answerToJson, type AnswerJson } from '../../src/answers/answer-json.ts';
import { PASSAGES } from '../support/small-content.ts';
import { bot, english, report } from '../support/small-bot.ts';

function json(question: string): AnswerJson {
  return answerToJson(question, bot.answerer.ask(question), report, english);
}

describe('an answer as JSON', () => {
  it('has the quotations with attribution and citation, and the runners-up', () => {
    expect(json('where did the eels go')).toEqual({
      question: 'where did the eels go',
      kind: 'quoted',
      entry: 'eels',
      confidence: 0.9,
      passages: [
        {
          paragraph: 2,
          text: PASSAGES[1],
          attribution: 'fisher, speaking to Harbour Post (unnamed)',
          citation: 'A bridge opens, Harbour Post, May 4, 2021, paragraph 2, https://example.org/bridge',
        },
      ],
      candidates: [{ entry: 'bridge-when', question: 'When was the bridge opened?', paragraphs: [1] }],
    });
  });

  it('has the closest passages of what is not stated', () => {
    expect(json('bridge-cost')).toMatchObject({
      kind: 'not_stated',
      entry: 'bridge-cost',
      passages: [{ paragraph: 1, text: PASSAGES[0] }],
    });
  });

  it('says that a quotation is hedged, and only then', () => {
    expect(json('did the crabs leave too')).toMatchObject({ kind: 'quoted', entry: 'eels', hedged: true });
    expect(json('eels')).not.toHaveProperty('hedged');
  });

  it('has no entry where none answers, but the closest passages, and the nearest entry first', () => {
    expect(json('who paid for the opening')).toEqual({
      question: 'who paid for the opening',
      kind: 'not_stated',
      entry: null,
      confidence: 0.7,
      passages: [expect.objectContaining({ paragraph: 1, text: PASSAGES[0] })],
      candidates: [{ entry: 'bridge-when', question: 'When was the bridge opened?', paragraphs: [1] }],
    });
  });

  it('tells what is known of the report as not stated, with the fields', () => {
    expect(json('bridge-outlet')).toEqual({
      question: 'bridge-outlet',
      kind: 'not_stated',
      entry: 'bridge-outlet',
      confidence: 1,
      passages: [],
      candidates: [],
      known: [{ field: 'publisher', value: 'Harbour Post', how: english.field('publisher').how }],
    });
  });

  it('has candidates and no entry where the question is ambiguous; one that is not stated has no paragraphs', () => {
    expect(json('bridge')).toEqual({
      question: 'bridge',
      kind: 'ambiguous',
      entry: null,
      confidence: 0,
      passages: [],
      candidates: [
        { entry: 'bridge-when', question: 'When was the bridge opened?', paragraphs: [1] },
        { entry: 'bridge-cost', question: 'Does the report say what the bridge cost?', paragraphs: [] },
      ],
    });
  });

  it('is empty where there is no answer', () => {
    expect(json('')).toEqual({
      question: '',
      kind: 'unanswered',
      entry: null,
      confidence: 0,
      passages: [],
      candidates: [],
    });
  });

  it('rounds confidence to three decimals', () => {
    const [entry] = bot.faq.entries;
    if (!entry) throw new Error('no entry');
    expect(answerToJson('', answerFrom(entry, 0.123456, []), report, english).confidence).toBe(0.123);
  });
});
