import { describe, expect, it } from 'vitest';
import type { Entry, Faq } from '../../../src/content/faq.ts';
import { topicList, topicPages } from '../../../src/discord/views/topics.ts';
import { buttonsOf, menusOf, optionsOf } from '../../support/payloads.ts';
import { isPrivate, wordsOf } from '../../support/replies.ts';
import { bot, english, faq, report } from '../../support/small-bot.ts';

const [template] = faq.entries;
const [topic] = faq.topics;
if (!template || !topic) throw new Error('no content');

function faqOf(count: number): Faq {
  return {
    ...faq,
    entries: Array.from({ length: count }, (_, index): Entry => ({ ...template!, id: `entry-${index}` })),
  };
}

describe('the list of topics', () => {
  it('offers each topic with its number of questions, privately', () => {
    const list = topicList(bot, english);
    expect(isPrivate(list)).toBe(true);
    expect(wordsOf(list)).toContain('**The bridge** · 5 questions');
    expect(optionsOf(list)).toEqual([{ label: 'The bridge', value: 'bridge', description: '5 questions' }]);
    expect(menusOf(list)).toEqual(['browse']);
  });
});

describe('a topic', () => {
  it.each([
    [0, 1],
    [10, 1],
    [11, 2],
    [25, 3],
  ])('of %d questions has %d pages, which show each question once', (count, expected) => {
    const { entries } = faqOf(count);
    const pages = topicPages(topic, { report, faq: faqOf(count) }, english);
    expect(pages).toHaveLength(expected);
    expect(pages.flatMap((page) => optionsOf(page).map(({ value }) => value))).toEqual(entries.map(({ id }) => id));
    pages.forEach((page, index) => expect(wordsOf(page)).toContain(`Page ${index + 1} of ${expected} ·`));
  });

  it('leads to the page before and after, as far as there are any, and back to the topics', () => {
    const pages = topicPages(topic, { report, faq: faqOf(25) }, english);
    expect(pages.map((page) => buttonsOf(page).map(({ custom_id: id }) => id))).toEqual([
      ['browse', 'topic:bridge:1'],
      ['browse', 'topic:bridge:0', 'topic:bridge:2'],
      ['browse', 'topic:bridge:1'],
    ]);
  });
});
