import { describe, expect, it } from 'vitest';
import { answerFrom, notCovered } from '../../src/answers/answer.ts';
import { answerToJson, type AnswerJson } from '../../src/answers/answer-json.ts';
import { PASSAGES } from '../support/small-content.ts';
import { answerCard } from '../../src/discord/views/answer-card.ts';
import { showAnswer } from '../../src/transports/terminal/answer-layout.ts';
import { optionsOf } from '../support/payloads.ts';
import { bot, english, withHeadingAndContext } from '../support/small-bot.ts';

function json(question: string): AnswerJson {
  return answerToJson(question, bot.answerer.ask(question), bot, english);
}

describe('an answer as JSON', () => {
  it('has the quotations with attribution and citation, and the runners-up', () => {
    expect(json('where did the eels go')).toEqual({
      question: 'where did the eels go',
      kind: 'quoted',
      entry: 'eels',
      confidence: 0.9,
      heading: 'What happened to the eels?',
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
      candidates: [
        { entry: 'bridge-when', question: 'When was the bridge opened?', paragraphs: [1] },
        { entry: 'eels', question: 'What happened to the eels?', paragraphs: [2] },
      ],
    });
  });

  it('has no passage where none comes near', () => {
    const answer = bot.answerer.choose('-', 'none-near');
    expect(answer && answerToJson('', answer, bot, english)).toMatchObject({
      kind: 'not_stated',
      entry: null,
      passages: [],
      candidates: [],
    });
  });

  it('has the heading, and context of the same shape as passages, which are not among these', () => {
    const asked = answerToJson('', answerFrom(withHeadingAndContext, 1, []), bot, english);
    expect(asked).toMatchObject({
      heading: 'What a fisher says',
      passages: [{ paragraph: 2, text: PASSAGES[1] }],
      context: [{ paragraph: 1, text: PASSAGES[0] }],
    });
    expect(Object.keys(asked.context?.[0] ?? {})).toEqual(Object.keys(asked.passages[0] ?? {}));
    expect(json('eels')).not.toHaveProperty('context');
  });

  it('has the context of the closest passages, too, where no entry answers', () => {
    expect(answerToJson('', notCovered(withHeadingAndContext, 1, []), bot, english)).toMatchObject({
      kind: 'not_stated',
      entry: null,
      passages: [{ paragraph: 2, text: PASSAGES[1] }],
      context: [{ paragraph: 1, text: PASSAGES[0] }],
    });
  });

  it('says that the basis comes first, and only then', () => {
    const answer = bot.answerer.choose('eels', 'basis');
    expect(answer && answerToJson('', answer, bot, english)).toMatchObject({ kind: 'quoted', basisFirst: true });
    expect(json('eels')).not.toHaveProperty('basisFirst');
  });

  it('offers what readers see, in their order', () => {
    for (const { id } of bot.faq.entries) {
      const answer = bot.answerer.choose(id);
      if (!answer) throw new Error('no answer');
      const offered = answerToJson('', answer, bot, english).candidates.map(({ entry }) => entry);
      const shown = showAnswer(answer, bot, english, { width: 80, color: false, canChoose: true });
      expect(offered).toEqual(shown.choices.map((entry) => entry.id));
      const card = answerCard(answer, bot, english, { visibility: 'private' });
      expect(offered).toEqual(optionsOf(card).map(({ value }) => value));
    }
  });

  it('tells what is known of the report as not stated, with the fields', () => {
    expect(json('bridge-outlet')).toEqual({
      question: 'bridge-outlet',
      kind: 'not_stated',
      entry: 'bridge-outlet',
      confidence: 1,
      heading: 'Who published this?',
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

  it.each(['', 'Hello!'])('is empty where there is no answer: “%s”', (question) => {
    expect(json(question)).toEqual({
      question,
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
    expect(answerToJson('', answerFrom(entry, 0.123456, []), bot, english).confidence).toBe(0.123);
  });
});
