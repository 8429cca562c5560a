import { describe, expect, it } from 'vitest';
import { citationOf } from '../../src/content/citation.ts';
import { wholePassage } from '../../src/content/quotation.ts';
import { parseMessages } from '../../src/i18n/parsed-messages.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { bot, english, messages, report } from '../support/small-bot.ts';

const spanish = bot.translators.for('es-ES');
const [first, second] = report.passages.map((passage) => citationOf(report, wholePassage(passage)));
if (!first || !second) throw new Error('no passages');

describe('a translator', () => {
  it('fills in arguments, plural forms and the outlet', () => {
    expect(english.t('reply.readAs', { question: 'Why?' })).toContain('Why?');
    expect(english.t('reply.closest', { count: 1 })).toMatch(/^The closest passage,/);
    expect(english.t('reply.closest', { count: 2 })).toMatch(/^The closest passages,/);
    expect(english.t('report.rights')).toContain('Harbour Post');
  });

  it('leaves what is filled in as it is, braces and tags too', () => {
    expect(english.t('reply.readAs', { question: '{outlet} <b>' })).toContain('{outlet} <b>');
  });

  it.each([
    ['en-US', 'May 4, 2021', '1, 2, and 3'],
    ['es-ES', '4 de mayo de 2021', '1, 2 y 3'],
    ['zh-TW', '2021年5月4日', '1、2和3'],
  ])('writes dates and lists as %s does', (locale, date, list) => {
    const translator = bot.translators.for(locale);
    expect(translator.reportDate).toBe(date);
    expect(translator.list(['1', '2', '3'])).toBe(list);
  });

  it('knows its language, whatever the region', () => {
    expect([english.isLanguage('en'), english.isLanguage('en-GB'), spanish.isLanguage('en')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('has a line for each attribution, and says which words it is for', () => {
    expect(english.attributions(first)).toEqual([
      'In quotation marks – mayor, speaking to Harbour Post',
      'The rest – Harbour Post, in its own voice, naming no source',
    ]);
    expect(english.attribution(first)).toBe(english.attributions(first).join('; '));
  });

  it('names what the text leaves open', () => {
    expect(english.attributions(second)).toEqual(['fisher, speaking to Harbour Post (unnamed)']);
  });

  it('cites title, outlet, date, paragraph and link', () => {
    expect(english.citation(first)).toBe(
      'A bridge opens, Harbour Post, May 4, 2021, paragraph 1, https://example.org/bridge',
    );
    expect(english.paragraph({ paragraph: 9, caption: true })).toBe('paragraph 9, a photo caption');
  });

  it.each([
    ['title', 'A bridge opens'],
    ['date', 'May 4, 2021'],
    ['byline', 'not given'],
    ['text', expect.stringContaining('(example.net)')],
  ] as const)('puts the field %s into words', (name, value) => {
    const field = english.field(name);
    expect(field.value).toEqual(value);
    expect(field.how).not.toBe('');
  });

  it('numbers the sentences that one speaker says', () => {
    const [english] = messages.filter(({ locale }) => locale === 'en-US');
    if (!english) throw new Error('no messages');
    const text = 'It rained. Nobody came. “We waited.” All went home.';
    const parts = [
      { text: 'It rained. Nobody came. ', speaker: 'outlet', basis: 'reporting' },
      { text: '“We waited.”', speaker: 'mayor', basis: 'told' },
      { text: ' All went home.', speaker: 'fisher', basis: 'told' },
    ] as const;
    const passage = { number: 1, text, parts, caption: false };
    const rainy = { ...report, passages: [passage] };
    const lines = createTranslator(parseMessages(english, rainy), rainy).attributions(
      citationOf(rainy, wholePassage(passage)),
    );
    expect(lines[0]).toMatch(/^Sentences 1–2 – Harbour Post/);
    expect(lines[2]).toMatch(/^Sentence 4 – fisher/);
  });
});
