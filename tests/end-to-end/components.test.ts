/** Every button of every card leads somewhere, on the real content. */

import { readFileSync } from 'node:fs';
import { InteractionResponseType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { findEntry } from '../../src/content/faq.ts';
import type { MessageBody } from '../../src/discord/views/message.ts';
import {
  buttonsOf,
  buttonLabelled,
  choosing,
  menusOf,
  onMessage,
  option,
  optionsOf,
  pressing,
  shownQuotes,
  slash,
} from '../support/payloads.ts';
import { isOutdated, isPrivate, messageFor, replyFor, wordsOf } from '../support/replies.ts';
import { bot } from '../support/prepared.ts';

const { report, faq } = bot;

function ask(id: string, isPublic = false): MessageBody {
  return messageFor(slash('ask', [option('question', id), option('private', !isPublic)]), bot);
}

describe('an id that was ever sent', () => {
  /**
   * Entries and topics to which buttons in channels lead: add ids, never remove one. A renamed
   * entry keeps its old id as an alias.
   */
  const sent = JSON.parse(readFileSync(new URL('fixtures/sent-ids.json', import.meta.url), 'utf8')) as {
    readonly entries: readonly string[];
    readonly topics: readonly string[];
  };

  it('still leads to an entry', () => {
    expect(sent.entries.filter((id) => !findEntry(faq, id))).toEqual([]);
  });

  it('still leads to a topic', () => {
    expect(sent.topics.filter((id) => !faq.topics.some((topic) => topic.id === id))).toEqual([]);
  });
});

describe.each(bot.translators.all.map(({ locale }) => locale))('in %s', (locale) => {
  it('every button of every entry answers privately with what Discord takes, and quotes exactly', () => {
    for (const entry of faq.entries) {
      for (const { custom_id: id, label } of buttonsOf(ask(entry.id))) {
        const body = messageFor(pressing(id, { locale }), bot);
        expect(isOutdated(body, bot), id).toBe(false);
        if (!id.startsWith('share')) expect(isPrivate(body), label).toBe(true);
        for (const quote of shownQuotes(body))
          expect(report.passages.some(({ text }) => text.includes(quote))).toBe(true);
        for (const { custom_id: next } of buttonsOf(body))
          if (!/^(delete|share)/.test(next)) messageFor(pressing(next, { locale }), bot);
      }
    }
  });
});

describe('/browse', () => {
  it('leads through all questions of every topic by pages, editing its own message', () => {
    const topics = messageFor(slash('browse'), bot);
    expect(optionsOf(topics).map(({ value }) => value)).toEqual(faq.topics.map(({ id }) => id));
    for (const topic of faq.topics) {
      const seen: string[] = [];
      let interaction = choosing(menusOf(topics)[0] ?? '', [topic.id]);
      for (let page = 1; ; page += 1) {
        expect(replyFor(interaction, bot).response.type).toBe(InteractionResponseType.UpdateMessage);
        const body = messageFor(interaction, bot);
        expect(wordsOf(body)).toContain(`Page ${page} of`);
        seen.push(...optionsOf(body).map(({ value }) => value));
        const next = buttonsOf(body).find(({ label }) => label === 'Next page');
        if (!next) break;
        interaction = pressing(next.custom_id);
      }
      expect(seen).toEqual(faq.entries.filter((entry) => entry.topic === topic.id).map(({ id }) => id));
    }
  });
});

describe('/passage', () => {
  it.each(report.passages.map(({ number, text }) => [number, text] as const))(
    'shows paragraph %d whole, with the questions that it answers',
    (number, text) => {
      const body = messageFor(slash('passage', [option('number', String(number))]), bot);
      expect(shownQuotes(body)).toEqual([text]);
      expect(optionsOf(body).length).toBeGreaterThan(0);
    },
  );

  it.each([
    ['words that several have', 'police', 'Paragraphs 1, 3, 4'],
    ['an apostrophe of the keyboard', "China's", 'Paragraph 13 of 18'],
    ['a number that is a word of a paragraph', '1989', 'Paragraph 12 of 18'],
  ])('finds %s', (_, typed, found) => {
    expect(wordsOf(messageFor(slash('passage', [option('number', typed)]), bot))).toContain(found);
  });
});

describe('“Ask the report”', () => {
  it('answers the sentence that asks in a chatty message, and posts the answer', () => {
    const chatty =
      'lol my cousin sent me this article yesterday and we argued for an hour about it.\nAnyway, why does CNN not name the protesters?\nHave a nice weekend everyone, see you on Monday at the club!';
    const body = messageFor(onMessage(chatty), bot);
    expect(shownQuotes(body)).toEqual([report.passages[4]?.text]);
    const { after } = replyFor(pressing(buttonLabelled(body, 'Post as a public reply')), bot);
    expect(after).toMatchObject([{ method: 'POST' }]);
  });
});
