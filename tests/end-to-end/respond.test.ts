/** Questions to the trained matcher, as readers ask them in Discord. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRESENTATIONS } from '../../src/answers/answer.ts';
import { SMALL_TALK } from '../../src/answers/conversation.ts';
import { answerCard } from '../../src/discord/views/answer-card.ts';
import type { MessageBody } from '../../src/discord/views/message.ts';
import { option, optionsOf, shownQuotes, slash, textsOf, typing } from '../support/payloads.ts';
import { choicesFor, messageFor } from '../support/replies.ts';
import { bot } from '../support/prepared.ts';

const { faq, report } = bot;

function ask(question: string): MessageBody {
  return messageFor(slash('ask', [option('question', question)]), bot);
}

function linesOf(body: MessageBody): readonly string[] {
  return textsOf(body).flatMap((text) => text.split('\n'));
}

describe('/ask', () => {
  it('answers every entry’s own question, and its id, by itself', () => {
    for (const { id, question } of faq.entries) {
      expect(bot.answerer.ask(question)).toMatchObject({ entry: { id } });
      expect(bot.answerer.ask(id)).toMatchObject({ entry: { id } });
      expect(textsOf(ask(id))).toEqual(textsOf(ask(question)));
    }
  });

  it('finds the entry for a question in other words', () => {
    expect(shownQuotes(ask('why were people protesting'))).toEqual([report.passages[1]?.text]);
  });

  it.each([
    ['a script that the report is not in', '警察为什么给他打电话？'],
    ['no letters', '🤔🤔 👀'],
    ['a word that tells nothing', 'it'],
    ['a bare question word', 'What?'],
  ])('quotes nothing for %s', (_, question) => {
    expect(shownQuotes(ask(question))).toEqual([]);
  });

  it('reads capitals like small letters', () => {
    expect(textsOf(ask('WHY DOES CNN NOT NAME THE PROTESTERS'))).toEqual(
      textsOf(ask('why does cnn not name the protesters')),
    );
  });

  it('shows nothing but quotations and the bot’s own messages, whatever is asked', () => {
    const english = bot.translators.default;
    const choice = { kind: 'ambiguous', candidates: faq.entries.slice(0, 2) } as const;
    const own = [
      ...faq.entries.map(({ id }) => ask(id)),
      ...PRESENTATIONS.flatMap((presentation) =>
        faq.entries.flatMap(({ id }) => {
          const answer = bot.answerer.choose(id, presentation);
          return answer ? answerCard(answer, bot, english, { visibility: 'private' }) : [];
        }),
      ),
      answerCard(choice, bot, english, { visibility: 'private' }),
      ...SMALL_TALK.map((about) => answerCard({ kind: 'small_talk', about }, bot, english, { visibility: 'private' })),
      answerCard({ kind: 'unanswered' }, bot, english, { visibility: 'private' }),
      ask(''),
    ];
    const lines = new Set(own.flatMap(linesOf));
    const [beforeName = '', afterName = ''] = english.t('reply.notMentioned', { name: '|' }).split('|');
    const tellsName = (line: string): boolean => line.startsWith(beforeName) && line.endsWith(afterName);
    const questions = new Set(faq.entries.map(({ question }) => question));
    const words = faq.entries.flatMap(({ question }) => question.split(' '));
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(anything, (question) => {
        const body = ask(question);
        for (const line of linesOf(body).filter((line) => !tellsName(line))) expect(lines).toContain(line);
        for (const { label } of optionsOf(body)) expect(questions).toContain(label);
        for (const quote of shownQuotes(body))
          expect(report.passages.some(({ text }) => text.includes(quote))).toBe(true);
      }),
    );
  });
});

describe('the suggestions of /ask', () => {
  const suggested = (typed: string): readonly (string | number)[] =>
    choicesFor(typing('ask', 'question', typed), bot).map(({ value }) => value);

  it('are featured questions of every topic while nothing is typed', () => {
    const topics = suggested('').map((id) => faq.entries.find((entry) => entry.id === id)?.topic);
    expect(new Set(topics)).toEqual(new Set(faq.topics.map(({ id }) => id)));
  });

  it.each([
    ['a half-typed word', 'airpl', 'airplane-mode'],
    ['a typo', 'tianamen squar', 'tiananmen-when'],
    ['a whole question', 'Which apps does CNN name as banned in China?', 'banned-apps'],
  ])('fit %s', (_, typed, id) => {
    expect(suggested(typed)).toContain(id);
  });

  it.each(['asdfgh qwrty', 'zzzz', '警察'])('are none where the FAQ has no word of it: %s', (typed) => {
    expect(suggested(typed)).toEqual([]);
  });

  it('are entries, each once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => {
        const ids = suggested(typed);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(faq.entries.some((entry) => entry.id === id)).toBe(true);
      }),
    );
  });
});
