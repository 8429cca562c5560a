import { describe, expect, it } from 'vitest';
import { checkReplies } from '../../src/build/check-replies.ts';
import type { Entry, Topic } from '../../src/content/faq.ts';
import type { Messages } from '../../src/i18n/messages.ts';
import { readSmallContent } from '../support/small-content.ts';
import { messages } from '../support/small-bot.ts';

const content = readSmallContent();

function withTexts(locale: string, texts: Partial<Messages['texts']>): readonly Messages[] {
  return messages.map((one) => (one.locale === locale ? { ...one, texts: { ...one.texts, ...texts } } : one));
}

describe('checking replies', () => {
  it('finds nothing wrong with the content as it is', () => {
    expect(checkReplies(content, messages)).toEqual([]);
  });

  it.each<[string, string, Partial<Messages['texts']>]>([
    ['a command’s name', 'zh-CN', { 'command.ask.name': '提 问' }],
    ['an option’s name', 'zh-CN', { 'command.passage.number.name': 'x'.repeat(33) }],
    ['a message command’s name', 'zh-CN', { 'command.askTheReport.name': 'x'.repeat(33) }],
    ['a description', 'zh-CN', { 'command.ask.description': 'x'.repeat(101) }],
    ['a button that only some cards have', 'zh-CN', { 'button.postLink': 'x'.repeat(81) }],
    ['a menu', 'zh-CN', { 'browse.topicMenu': 'x'.repeat(151) }],
    ['the text of a hedged card', 'zh-CN', { 'reply.hedged': 'x'.repeat(4001) }],
    ['a line about a name', 'zh-CN', { 'reply.notMentioned': `{name}${'x'.repeat(2000)}` }],
    ['a long text', 'zh-CN', { 'report.kept': 'x'.repeat(4001) }],
  ])('finds %s that Discord would refuse, and names the locale', (_, locale, texts) => {
    const issues = checkReplies(content, withTexts(locale, texts));
    expect(issues).not.toEqual([]);
    for (const { message } of issues) expect(message).toContain(locale);
  });

  it('names the file that a locale comes from', () => {
    const issues = checkReplies(content, withTexts('es-419', { 'report.kept': 'x'.repeat(4001) }));
    expect(new Set(issues.map(({ file }) => file))).toEqual(new Set(['locales/es-ES.yaml']));
  });

  it('names the entry whose card would be refused', () => {
    const entries = content.faq.entries.map((entry): Entry =>
      entry.id === 'eels' ? { ...entry, question: 'x'.repeat(4000) } : entry,
    );
    const issues = checkReplies({ ...content, faq: { ...content.faq, entries } }, messages);
    expect(issues).toContainEqual(expect.objectContaining({ file: 'faq/bridge.yaml', entry: 'eels' }));
  });

  it('finds a topic whose title a menu can’t hold', () => {
    const topics = content.faq.topics.map((topic): Topic => ({ ...topic, title: 'x'.repeat(101) }));
    expect(checkReplies({ ...content, faq: { ...content.faq, topics } }, messages)).not.toEqual([]);
  });
});
