import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLocaleFile } from '../../src/i18n/locale-file.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { bot } from '../support/prepared.ts';

const NAME = 'locales/en-US.yaml';
const english = readFileSync(new URL(`../../content/${NAME}`, import.meta.url), 'utf8');
const { report } = bot;

function faultsOf(from: string, to: string, name = NAME): readonly string[] {
  expect(english).toContain(from);
  return readLocaleFile({ name, text: english.replace(from, to) }, report).faults.map(({ message }) => message);
}

describe('messages', () => {
  it.each([
    ['a missing text', '  notStated: The report does not say\n', '', /reply\.notStated is missing/],
    ['an extra text', 'reply:\n', 'reply:\n  hello: Hi\n', /reply\.hello is nothing that the bot says/],
    ['a mistyped key, as one missing and one extra', '  rest: The rest', '  rst: The rest', /attribution\.re?st/],
    [
      'an argument that it is not told',
      'read as: {question}',
      'read as: {query}',
      /uses \{query\}, which it is not told/,
    ],
    ['braces that do not close', 'read as: {question}', 'read as: {question', /not valid ICU/],
    ['a missing speaker', '  caller: The caller\n', '', /speakers\.caller is missing/],
    [
      'a speaker whom the report does not have',
      '  caller: The caller\n',
      '  caller: The caller\n  mayor: The mayor\n',
      /speakers\.mayor is nothing/,
    ],
    ['an empty text', 'notStated: The report does not say', 'notStated: ""', /reply/],
  ])('fault %s', (_, from, to, message) => {
    const faults = faultsOf(from, to);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault).toMatch(message);
  });

  it('fault a file whose name is no locale', () => {
    expect(faultsOf('reply:', 'reply:', 'messages/e.yaml').join()).toMatch(/is not a locale of Discord/);
  });

  it('put numbers and days into the form of the locale', () => {
    const [messages] = readLocaleFile({ name: NAME, text: english }, report).messages;
    const translator = messages && createTranslator(messages, report);
    expect(translator?.date('2022-12-02')).toBe('December 2, 2022');
    expect(translator?.t('reply.closest', { count: 1 })).toMatch(/^The closest passage\./);
    expect(translator?.t('reply.closest', { count: 2 })).toMatch(/^The closest passages\./);
    expect(translator?.t('reply.closest', { count: 1 })).not.toContain('{');
  });
});
