import { describe, expect, it } from 'vitest';
import { HelpRequest, readArguments, usageError } from '../../src/cli/arguments.ts';
import { OperatorError } from '../../src/config/operator-error.ts';

const BAKE = {
  usage: ['npm run bake', 'npm run bake -- --loaves 2 FLOUR…'],
  summary: 'Bakes bread.',
  options: {
    loaves: { type: 'string', help: 'How many.' },
    dark: { type: 'boolean', help: 'Bake it longer.' },
  },
} as const;

describe('reading arguments', () => {
  it.each<[string, readonly string[], object]>([
    ['nothing', [], { options: {}, rest: [] }],
    ['options', ['--dark', '--loaves', '2'], { options: { dark: true, loaves: '2' }, rest: [] }],
    [
      'what is not an option, in order',
      ['rye', '--dark', 'wheat'],
      { options: { dark: true }, rest: ['rye', 'wheat'] },
    ],
    ['everything after -- as it stands', ['--', '--dark'], { options: {}, rest: ['--dark'] }],
  ])('takes %s', (_, args, expected) => {
    expect(readArguments({ ...BAKE, takesArguments: true }, args)).toEqual(expected);
  });

  it.each<[string, readonly string[], string]>([
    ['an unknown option', ['--light'], 'Unknown option ’--light’.'],
    ['an option without its value', ['--loaves'], 'Option ’--loaves <value>’ argument missing.'],
    ['an argument where none is taken', ['rye'], 'Unexpected argument ’rye’.'],
  ])('refuses %s, and shows the usage', (_, args, problem) => {
    const read = (): unknown => readArguments(BAKE, args);
    expect(read).toThrow(OperatorError);
    expect(read).toThrow(
      `${problem.replaceAll('’', "'")}\nUsage: npm run bake\n       npm run bake -- --loaves 2 FLOUR…`,
    );
  });

  it('answers --help with what the program does, its usage and each option, whatever else is there', () => {
    const read = (): unknown => readArguments(BAKE, ['--dark', '--help']);
    expect(read).toThrow(HelpRequest);
    expect(read).toThrow(
      [
        'Bakes bread.',
        '',
        'Usage: npm run bake',
        '       npm run bake -- --loaves 2 FLOUR…',
        '',
        '  --loaves  How many.',
        '  --dark    Bake it longer.',
        '  --help    Show this help.',
      ].join('\n'),
    );
  });

  it('puts the usage below a program’s own complaint', () => {
    expect(usageError(BAKE, 'There is no flour.').message).toMatch(/^There is no flour\.\nUsage: npm run bake\n/);
  });
});
