import { describe, expect, it } from 'vitest';
import { readLocales } from '../../src/i18n/locale-file.ts';
import { parseMessages } from '../../src/i18n/parsed-messages.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { localeYaml, readSmallContent } from '../support/small-content.ts';

const NAME = 'locales/en-US.yaml';
const { report } = readSmallContent();

function issuesOf(text: string, { known }: { known: boolean } = { known: true }) {
  return readLocales([{ name: NAME, text }], known ? report : undefined).issues;
}

describe('a locale file', () => {
  it('has every message and every label', () => {
    const { messages, issues } = readLocales([{ name: NAME, text: localeYaml() }], report);
    expect(issues).toEqual([]);
    expect(messages.map(({ locale }) => locale)).toEqual(['en-US']);
    expect(messages[0]?.texts['reply.readAs']).toBe('reply.readAs {question}');
    expect(Object.keys(messages[0]?.labels.speakers ?? {})).toEqual(['outlet', 'mayor', 'fisher']);
  });

  it.each([
    ['a missing text', { 'reply.notStated': undefined }, /^reply\.notStated is missing/],
    ['a text too many', { 'reply.hello': 'Hi' }, /no field called “reply\.hello”/],
    [
      'an unknown argument',
      { 'reply.readAs': 'as {query}' },
      /^reply\.readAs uses \{query\}, but may use only \{outlet\}/,
    ],
    ['an unknown argument inside another', { 'browse.count': '{count, plural, other {{sum}}}' }, /uses \{sum\}/],
    ['braces that do not close', { 'reply.readAs': 'as {question' }, /^reply\.readAs is not valid ICU/],
    ['an empty text', { 'reply.notStated': '' }, /^reply\.notStated is empty/],
    ['a missing speaker', { 'speakers.mayor': undefined }, /^speakers\.mayor is missing/],
    ['a speaker whom the report does not have', { 'speakers.ferryman': 'He' }, /no field called “speakers\.ferryman”/],
  ])('must not have %s', (_, change, message) => {
    expect(issuesOf(localeYaml(change))).toEqual([
      { file: NAME, line: expect.any(Number), entry: undefined, message: expect.stringMatching(message) },
    ]);
  });

  it('tells a wrong text at its own line', () => {
    const text = localeYaml({ 'reply.readAs': 'as {query}' });
    const line = text.split('\n').findIndex((one) => one.includes('as {query}')) + 1;
    expect(issuesOf(text)).toEqual([expect.objectContaining({ line })]);
  });

  it('is checked without the report, but for the names in it', () => {
    const known = false;
    const names = { 'speakers.ferryman': 'He', 'origins.title-line': undefined };
    expect(issuesOf(localeYaml(names), { known })).toEqual([]);
    expect(issuesOf(localeYaml({ 'bases.told': undefined, 'reply.hello': 'Hi' }), { known })).toHaveLength(2);
  });
});

describe('the locales', () => {
  const spanish = (alsoFor: string) => ({ name: 'locales/es-ES.yaml', text: `alsoFor: [${alsoFor}]\n${localeYaml()}` });
  const english = { name: NAME, text: localeYaml() };

  it('share the arguments of English', () => {
    const question = localeYaml({ 'reply.readAs': 'Your question' });
    const line = question.split('\n').findIndex((one) => one.includes('Your question')) + 1;
    expect(readLocales([english, { name: 'locales/fr.yaml', text: question }], report).issues).toEqual([
      {
        file: 'locales/fr.yaml',
        line,
        entry: undefined,
        message: expect.stringMatching(/^reply\.readAs leaves out \{question\}/),
      },
    ]);
  });

  it('need no argument that English only chooses a text by', () => {
    const plural = { 'reply.closest': '{count, plural, one {The passage} other {The passages}}' };
    const files = [
      { name: NAME, text: localeYaml(plural) },
      { name: 'locales/ja.yaml', text: localeYaml({ 'reply.closest': 'Passage' }) },
    ];
    expect(readLocales(files, report).issues).toEqual([]);
  });

  it('are told of by the file that names them', () => {
    const { issues } = readLocales(
      [english, spanish('es-419'), { name: 'locales/es-419.yaml', text: localeYaml() }],
      report,
    );
    expect(issues).toMatchObject([{ file: 'locales/es-ES.yaml', line: 1 }]);
  });

  it('share a file through alsoFor', () => {
    const { messages, issues } = readLocales([english, spanish('es-419')], report);
    expect(issues).toEqual([]);
    expect(messages.map(({ locale }) => locale)).toEqual(['en-US', 'es-ES', 'es-419']);
  });

  it.each([
    [
      'a file whose name is no locale',
      [english, { name: 'locales/e.yaml', text: localeYaml() }],
      /name must be a locale/,
    ],
    ['a locale in alsoFor that Discord lacks', [english, spanish('es-XX')], /alsoFor must be a locale of Discord/],
    ['two files for one locale', [english, spanish('en-US')], /en-US already has a file/],
    ['no English', [spanish('es-419')], /This file is missing/],
  ])('must not have %s', (_, files, message) => {
    expect(readLocales(files, report).issues).toEqual([
      expect.objectContaining({ message: expect.stringMatching(message) }),
    ]);
  });

  it('put days and plurals into their own form', () => {
    const plural = { 'reply.closest': '{count, plural, one {The passage} other {The passages}}' };
    const [messages] = readLocales([{ name: NAME, text: localeYaml(plural) }], report).messages;
    const translator = messages && createTranslator(parseMessages(messages, report), report);
    expect(translator?.reportDate).toBe('May 4, 2021');
    expect(translator?.t('reply.closest', { count: 1 })).toBe('The passage');
    expect(translator?.t('reply.closest', { count: 2 })).toBe('The passages');
  });
});
