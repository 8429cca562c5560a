import { describe, expect, it } from 'vitest';
import { option, shownQuotes, slash, typing } from '../../support/payloads.ts';
import { choicesFor, isPrivate, messageFor, wordsOf } from '../../support/replies.ts';
import { bot, english, longBot, report } from '../../support/small-bot.ts';

const passage = (typed: string): ReturnType<typeof slash> => slash('passage', [option('number', typed)]);

describe('/passage', () => {
  it.each(report.passages.map(({ number, text }) => [number, text] as const))(
    'shows paragraph %d whole',
    (number, text) => {
      expect(shownQuotes(messageFor(passage(` ${number} `), bot))).toEqual([text]);
    },
  );

  it.each([
    ['words that only one paragraph has', 'EELS', 1],
    ['an apostrophe of the keyboard', "don't go", 0],
  ])('finds a paragraph by %s', (_, typed, index) => {
    const texts = ['Eat, “don’t go.”', report.passages[1]?.text ?? ''];
    expect(shownQuotes(messageFor(passage(typed), longBot(texts)))).toEqual([texts[index]]);
  });

  it('names the paragraphs where several have the words', () => {
    const body = messageFor(passage('the'), bot);
    expect(wordsOf(body)).toBe(english.t('passage.several', { numbers: '1 and 2' }));
  });

  it('takes a number for a number, also where a paragraph has it among its words', () => {
    const texts = ['Nothing here.', 'It was 1 of many.'];
    expect(shownQuotes(messageFor(passage('1'), longBot(texts)))).toEqual([texts[0]]);
  });

  it('takes a short number for one even if a year contains it, and finds the year', () => {
    const texts = ['It began in 1989.', 'Nothing here.'];
    expect(wordsOf(messageFor(passage('19'), longBot(texts)))).toBe(english.t('passage.none', { count: 2 }));
    expect(shownQuotes(messageFor(passage('1989'), longBot(texts)))).toEqual([texts[0]]);
  });

  it.each(['-1', '0', '99', ''])('says which numbers there are where “%s” is none of them', (typed) => {
    expect(wordsOf(messageFor(passage(typed), bot))).toBe(english.t('passage.none', { count: 2 }));
  });

  it.each(['zebra', '1e9', '__proto__'])('says that no paragraph has the words “%s”', (typed) => {
    expect(wordsOf(messageFor(passage(typed), bot))).toBe(english.t('passage.noWords', { count: 2 }));
  });

  it('is public where the operator says so, but not where it finds nothing', () => {
    const open = { ...bot, settings: { visibility: 'public' } } as const;
    expect(isPrivate(messageFor(passage('1'), open))).toBe(false);
    expect(isPrivate(messageFor(passage('zebra'), open))).toBe(true);
  });

  it('reads no more than 100 characters', () => {
    const texts = [`${'y'.repeat(100)}z`];
    expect(shownQuotes(messageFor(passage('y'.repeat(6000)), longBot(texts)))).toEqual(texts);
    expect(choicesFor(typing('passage', 'number', 'y'.repeat(6000)), longBot(texts))).toHaveLength(1);
  });
});

describe('the suggestions of /passage', () => {
  it.each([
    ['all while nothing is typed', '', ['1', '2']],
    ['by number', '2', ['2']],
    ['by words', 'fisher', ['2']],
    ['none where none fits', 'zebra', []],
  ])('find paragraphs: %s', (_, typed, numbers) => {
    expect(choicesFor(typing('passage', 'number', typed), bot).map(({ value }) => value)).toEqual(numbers);
  });

  it('show the first words, cut between two and marked as cut', () => {
    const [choice] = choicesFor(typing('passage', 'number', ''), longBot(['word '.repeat(60)]));
    expect(choice?.name).toMatch(/^1 · (word )+…$/);
    expect(choice?.name.length).toBeLessThanOrEqual(100);
  });

  it('are no more than Discord takes', () => {
    const many = longBot(Array.from({ length: 40 }, () => 'Some words.'));
    expect(choicesFor(typing('passage', 'number', ''), many)).toHaveLength(25);
  });
});
