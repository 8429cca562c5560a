import { describe, expect, it } from 'vitest';
import { checkCommand, checkMessage } from '../../src/discord/check-limits.ts';
import { COMMANDS } from '../../src/discord/commands/index.ts';
import { ask } from '../../src/discord/commands/ask.ts';
import {
  actionRow,
  button,
  container,
  message,
  selectMenu,
  text,
  type MessageBody,
} from '../../src/discord/views/message.ts';
import { refusedAsMessage } from '../support/replies.ts';
import { bot } from '../support/small-bot.ts';

const option = { label: 'A question?', value: 'id', description: 'Answered in paragraph 1' };
const withMenu = (...options: (typeof option)[]): MessageBody =>
  message([container([selectMenu('choose', 'Choose', options)])], 'private');

describe('a message', () => {
  it('is fine as the bot sends it', () => {
    const card = container([
      text('hi'),
      actionRow([button('delete', 'Delete')]),
      selectMenu('choose', 'Choose', [option]),
    ]);
    expect(checkMessage(message([card], 'private'))).toEqual([]);
  });

  it.each<[string, MessageBody, RegExp]>([
    [
      'too much text',
      message([text('x'.repeat(2001)), container([text('x'.repeat(2000))])], 'public'),
      /4001 characters/,
    ],
    [
      'too many components',
      message([container(Array.from({ length: 40 }, () => text('x')))], 'public'),
      /41 components/,
    ],
    ['too many bytes', message([text('警'.repeat(3400))], 'public'), /bytes/],
    [
      'too many buttons',
      message([actionRow(Array.from({ length: 6 }, (_, index) => button(`page:${index}`, 'Page')))], 'public'),
      /6 buttons/,
    ],
    ['a long button', message([actionRow([button('delete', 'x'.repeat(81))])], 'public'), /81 characters/],
    ['a button without words', message([actionRow([button('delete', '')])], 'public'), /button is empty/],
    ['a long custom_id', message([actionRow([button('x'.repeat(101), 'x')])], 'public'), /custom_id/],
    ['a long placeholder', message([selectMenu('choose', 'x'.repeat(151), [option])], 'public'), /placeholder/],
    ['a long option', withMenu({ ...option, label: 'x'.repeat(101) }), /option “x+” has 101/],
    ['a long description', withMenu({ ...option, description: 'x'.repeat(101) }), /description “x+” has 101/],
  ])('with %s is not', (_, body, problem) => {
    expect(checkMessage(body).join('\n')).toMatch(problem);
    if (!/bytes/.test(problem.source)) expect(refusedAsMessage(body)).not.toEqual([]);
  });
});

describe('a command', () => {
  const definition = ask.define(bot.translators);

  it.each(COMMANDS.map((command) => [command.name, command] as const))('/%s is fine in every locale', (_, command) => {
    for (const { locale } of bot.translators.all)
      expect(checkCommand(command.define(bot.translators), locale)).toEqual([]);
  });

  it.each([
    ['a long name', { ...definition, name_localizations: { 'es-ES': 'x'.repeat(33) } }, /33 characters/],
    ['a name with a space', { ...definition, name_localizations: { 'es-ES': 'pregunta ya' } }, /“pregunta ya”/],
    ['a name with a capital', { ...definition, name_localizations: { 'es-ES': 'Pregunta' } }, /“Pregunta”/],
    [
      'a long description',
      { ...definition, description_localizations: { 'es-ES': 'x'.repeat(101) } },
      /101 characters/,
    ],
    ['an empty description', { ...definition, description_localizations: { 'es-ES': '' } }, /description is empty/],
    ['no words of its own, but a bad default', { ...definition, name_localizations: {}, name: 'Ask it' }, /“Ask it”/],
  ] as const)('with %s is not', (_, bad, problem) => {
    expect(checkCommand(bad, 'es-ES').join('\n')).toMatch(problem);
  });

  it('with a bad option is not', () => {
    const [question] = definition.options ?? [];
    if (!question) throw new Error('no option');
    const bad = { ...definition, options: [{ ...question, name_localizations: { 'es-ES': 'Mi pregunta' } }] };
    expect(checkCommand(bad, 'es-ES').join()).toContain('Mi pregunta');
    expect(checkCommand(bad, 'en-US')).toEqual([]);
  });
});
