import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { showAnswer, showHelp } from '../../../src/transports/terminal/answer-layout.ts';
import { PASSAGES } from '../../support/small-content.ts';
import { bot, english, faq } from '../../support/small-bot.ts';

const layout = { width: 80, color: false, canChoose: true };

function shown(answer: Answer | undefined, canChoose = true): ReturnType<typeof showAnswer> {
  if (!answer) throw new Error('no answer');
  return showAnswer(answer, bot, english, { ...layout, canChoose });
}

/** Wrapping turns a space into the end of a line and does nothing else. */
function unwrapped(text: string): string {
  return text.replace(/\n( {2}│)? */g, ' ');
}

describe('an answer in the terminal', () => {
  it('has the question, the quotation, who says it, where it stands, and the source', () => {
    const { text } = shown(bot.answerer.choose('eels'));
    expect(unwrapped(text)).toContain(PASSAGES[1]);
    const parts = [
      'What happened to the eels?',
      '│ A fisher',
      '— fisher, speaking to Harbour Post',
      'paragraph 2',
      'https://example.org/bridge',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says first that the report does not say, and marks the closest passage as no answer', () => {
    const { text } = shown(bot.answerer.choose('bridge-cost'));
    const places = [
      'The report does not say',
      'Does the report say what the bridge cost?',
      'not an answer',
      '│ The mayor',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('that may not answer exactly says so between the question and the quotation', () => {
    const { text } = shown(bot.answerer.ask('did the crabs leave too'));
    expect(text).toContain(`What happened to the eels?\n${english.t('reply.hedged')}\n\n  │ A fisher`);
    expect(shown(bot.answerer.choose('eels')).text).not.toContain(english.t('reply.hedged'));
  });

  it('that no entry gives shows the closest passage as no answer, and offers what it does answer', () => {
    const { text, choices } = shown(bot.answerer.ask('who paid for the opening'));
    const closest = english.t('reply.closest', { count: 1 });
    expect(text).toContain(`${english.t('reply.notStated')}\n\n${closest}\n\n  │ The mayor`);
    expect(text).not.toContain('I took your question');
    expect(text).toMatch(/ {2}1\. When was the bridge opened\?\n {2}2\. What happened to the eels\?$/);
    expect(choices.map(({ id }) => id)).toEqual(['bridge-when', 'eels']);
  });

  it('that is known of the report says how, and claims no quotation', () => {
    const { text } = shown(bot.answerer.choose('bridge-outlet'));
    expect(text).toContain('Outlet: Harbour Post');
    expect(unwrapped(text)).toContain(english.t('reply.knownHow', { origin: english.field('publisher').how }));
    expect(text).not.toContain('│');
  });

  it('offers other questions by number', () => {
    const { text, choices } = shown(bot.answerer.choose('bridge-and-eels'));
    expect(choices.map(({ id }) => id)).toEqual(['eels', 'bridge-cost']);
    expect(text).toContain(english.t('terminal.others'));
    expect(text).toMatch(/ {2}1\. What happened to the eels\?\n {2}2\. Does the report say what the bridge cost\?$/);
  });

  it('asks for no number where none can be typed', () => {
    expect(shown(bot.answerer.choose('bridge-and-eels'), false).text).not.toContain(english.t('terminal.others'));
    expect(shown(bot.answerer.ask('bridge'), false).text).not.toContain('Type a number');
  });

  it('that could mean several things offers them', () => {
    const { text, choices } = shown(bot.answerer.ask('bridge'));
    expect(choices.map(({ id }) => id)).toEqual(['bridge-when', 'bridge-cost']);
    expect(text).toContain(english.t('terminal.choose', { count: 2 }));
  });

  it('that is none shows what can be asked', () => {
    const { text, choices } = shown({ kind: 'unanswered' });
    expect(text).toContain(english.t('reply.unanswered'));
    expect(choices.map(({ id }) => id)).toEqual(['bridge-when']);
  });

  it.each(faq.entries.map(({ id }) => id))('fits into a narrow window but for the address: %s', (id) => {
    const answer = bot.answerer.choose(id);
    const lines = answer ? showAnswer(answer, bot, english, { ...layout, width: 32 }).text.split('\n') : [];
    const withoutAddress = lines.filter((line) => !line.startsWith('https://'));
    expect(Math.max(...withoutAddress.map((line) => line.length))).toBeLessThanOrEqual(32);
  });
});

describe('the help', () => {
  it('says what can be typed, and shows examples to choose from', () => {
    const { text, choices } = showHelp(bot, english, layout);
    expect(unwrapped(text)).toContain(english.t('terminal.help'));
    expect(text).toContain('1. When was the bridge opened?');
    expect(choices.map(({ id }) => id)).toEqual(['bridge-when']);
    expect(text).not.toContain(english.t('reply.unanswered'));
  });
});
