import { expect, it } from 'vitest';
import { faultsOfCommands } from '../../../../src/bench/local-discord/rules/validate.ts';

type Payload = Record<string, unknown>;

const string = (more: Payload = {}): Payload => ({ type: 3, name: 'question', description: 'What to ask', ...more });
const ask = (more: Payload = {}): Payload => ({
  name: 'ask',
  description: 'Ask the report',
  name_localizations: { 'en-US': 'ask', 'pt-BR': 'perguntar' },
  description_localizations: { 'pt-BR': 'Pergunte' },
  default_member_permissions: '2048',
  contexts: [0, 1, 2],
  integration_types: [0, 1],
  options: [
    string({ required: true, autocomplete: true, max_length: 200 }),
    { type: 5, name: 'private', description: 'For you alone' },
  ],
  ...more,
});
const menu = (more: Payload = {}): Payload => ({
  name: 'Ask the report',
  type: 3,
  name_localizations: { 'pt-BR': 'Perguntar isto' },
  ...more,
});
const subcommand = (name: string): Payload => ({ type: 1, name, description: 'About', options: [string()] });

it.each<[string, unknown[]]>([
  ['a slash command and a menu', [ask(), menu()]],
  ['a slash command and a menu of one name', [ask(), menu({ name: 'ask' })]],
  ['subcommands', [ask({ options: [subcommand('about'), subcommand('sources')] })]],
  ['a name in another script', [ask({ name: '質問' })]],
  ['none at all', []],
])('commands are right: %s', (_, commands) => {
  expect(faultsOfCommands(commands)).toEqual([]);
});

it.each<[string, unknown, string]>([
  ['no list', { commands: [] }, 'must be a list'],
  ['an unknown key', [ask({ dmPermission: true })], '[0].dmPermission: there is no such key here'],
  ['no name', [ask({ name: undefined })], '[0].name: is missing'],
  ['upper case', [ask({ name: 'Ask' })], '"Ask" must be lower case'],
  ['a space in a name', [ask({ name: 'ask me' })], 'characters that a command or option name may not have'],
  ['a name above 32 characters', [ask({ name: 'a'.repeat(33) })], '[0].name: '],
  ['upper case in an option', [ask({ options: [string({ name: 'Question' })] })], '"Question" must be lower case'],
  [
    'upper case in a translation',
    [ask({ name_localizations: { de: 'Frage' } })],
    '[0].name_localizations.de: "Frage" must be lower case',
  ],
  [
    'a language that Discord does not have',
    [ask({ name_localizations: { 'pt-PT': 'perguntar' } })],
    '"pt-PT" is no locale of Discord',
  ],
  ['no description', [ask({ description: undefined })], '[0].description: is missing'],
  ['a description above 100 characters', [ask({ description: 'x'.repeat(101) })], '[0].description: '],
  [
    'an option without description',
    [ask({ options: [string({ description: undefined })] })],
    'description: is missing',
  ],
  [
    'a required option after an optional one',
    [ask({ options: [string(), string({ name: 'b', required: true })] })],
    'stands after an optional one',
  ],
  ['an option twice', [ask({ options: [string(), string()] })], '"question" stands twice'],
  [
    '26 options',
    [ask({ options: Array.from({ length: 26 }, (_, index) => string({ name: `o${index}` })) })],
    'at most 25, has 26',
  ],
  [
    'choices beside autocomplete',
    [ask({ options: [string({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] })],
    'not both',
  ],
  [
    '26 choices',
    [
      ask({
        options: [string({ choices: Array.from({ length: 26 }, (_, index) => ({ name: `c${index}`, value: 'v' })) })],
      }),
    ],
    'at most 25, has 26',
  ],
  [
    'a choice twice',
    [
      ask({
        options: [
          string({
            choices: [
              { name: 'x', value: 'x' },
              { name: 'x', value: 'y' },
            ],
          }),
        ],
      }),
    ],
    'a name stands twice',
  ],
  [
    'lengths the wrong way round',
    [ask({ options: [string({ min_length: 9, max_length: 3 })] })],
    'min_length is above max_length',
  ],
  ['a subcommand beside an option', [ask({ options: [subcommand('about'), string()] })], 'may not stand side by side'],
  ['an option of no type', [ask({ options: [string({ type: 77 })] })], '77 may not stand here'],
  ['permissions as a number', [ask({ default_member_permissions: 2048 })], 'must be a string of digits'],
  ['a context that does not exist', [ask({ contexts: [7] })], '[0].contexts[0]: '],
  ['a context twice', [ask({ contexts: [0, 0] })], '[0].contexts: has a value twice'],
  ['a menu with a description', [menu({ description: 'Ask' })], 'a menu command has none'],
  ['a menu with options', [menu({ options: [string()] })], 'a menu command has none'],
  ['a command twice', [ask(), ask()], '"ask" stands twice'],
  [
    '16 menus',
    Array.from({ length: 16 }, (_, index) => menu({ name: `Menu ${index}` })),
    'at most 15 commands of type 3',
  ],
  [
    'more than 8,000 characters',
    [
      ask({
        options: Array.from({ length: 25 }, (_, index) =>
          string({
            name: `o${index}`,
            choices: Array.from({ length: 4 }, (__, choice) => ({ name: `${choice}`.padEnd(100), value: 'v' })),
          }),
        ),
      }),
    ],
    'at most 8000 characters',
  ],
])('commands are faulted for %s', (_, commands, sentence) => {
  expect(faultsOfCommands(commands).join('\n')).toContain(sentence);
});
