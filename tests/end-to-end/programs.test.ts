/** The programs as processes: what they print, and the status they end with. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { unanswered } from '../support/answer-json.ts';
import { bot } from '../support/prepared.ts';

const ROOT = new URL('../..', import.meta.url);

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/**
 * Runs a program of src/cli. `input` is piped in; where it is undefined, there is nothing to read.
 */
async function run(
  program: string,
  args: readonly string[],
  input: string | undefined,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [`dist/cli/${program}.js`, ...args], {
    cwd: ROOT,
    env: { PATH, DOTENV_CONFIG_PATH: '/dev/null', ...environment },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  let [out, errors] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdin?.end(input);
  const [status] = await once(child, 'close');
  return { status, out, errors };
}

describe('every program', () => {
  it.each(['start', 'ask', 'register', 'build', 'check-content'])('explains itself: %s --help', async (program) => {
    const { status, out, errors } = await run(program, ['--help'], undefined);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(out).toMatch(/\n\nUsage: npm .*\n/);
    expect(out).toMatch(/ --help +Show this help\.\n$/);
  });
});

describe('npm start', () => {
  it('without a token answers what is piped in, and ends with the input', async () => {
    const { status, out, errors } = await run('start', [], 'why did the cops call him\n');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(out).toContain('A protester told CNN he received a phone call');
    expect(out).toContain('speaking to CNN');
  });

  it('answers the example of the README as shown there', async () => {
    const readme = await readFile(new URL('README.md', ROOT), 'utf8');
    const [, example = '', question = ''] = /```\n(\? (.+)\n[^`]+)```/.exec(readme) ?? [];
    expect(question).not.toBe('');
    const { out } = await run('start', [], `${question}\n`, { COLUMNS: '80' });
    expect(out.trim()).toBe(example.trim());
  });

  it('with nobody to answer ends with status 2 and one line', async () => {
    const { status, out, errors } = await run('start', [], undefined);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(errors).toMatch(/^Configuration: DISCORD_TOKEN: .*\n$/);
  });
});

describe('npm run ask', () => {
  it('prints an answer for a person', async () => {
    const { status, out } = await run('ask', ['why', 'no names'], undefined);
    expect(status).toBe(0);
    expect(out).toContain('CNN is not naming any of the protesters');
    expect(stripVTControlCharacters(out)).toBe(out);
  });

  it.each<[string, readonly string[]]>([
    ['without a question', []],
    ['with --json and a question, for which it does not wait', ['--json', 'why']],
    ['with an option that it does not know', ['--quick', 'why']],
  ])('%s shows its usage', async (_, args) => {
    const { status, errors } = await run('ask', args, undefined);
    expect(status).toBe(1);
    expect(errors).toMatch(/^.*\.\nUsage: npm run -s ask /);
  });

  it('with --json answers each line with a line, in order', async () => {
    const questions = [
      'Why does CNN not name the protesters?',
      '',
      'Does the report say whether the Public Security Bureau replied to CNN?',
      'When was this report published?',
      'zzz qqq',
    ];
    const { status, out } = await run('ask', ['--json'], questions.map((question) => `${question}\n`).join(''));
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(status).toBe(0);
    expect(lines.map(({ question }) => question)).toEqual(questions);
    expect(lines.map(({ kind, entry }) => [kind, entry])).toEqual([
      ['quoted', 'why-no-names'],
      ['unanswered', null],
      ['not_stated', 'bureau-reply'],
      ['not_stated', 'published-when'],
      ['unanswered', null],
    ]);
    expect(lines[0]).toEqual({
      question: questions[0],
      kind: 'quoted',
      entry: 'why-no-names',
      confidence: 1,
      heading: 'Why does CNN not name the protesters?',
      passages: [
        {
          paragraph: 5,
          text: bot.report.passages[4]?.text,
          attribution: 'CNN, about its own work',
          citation: expect.stringMatching(
            /^Chinese police use cellphone data to track protesters, CNN, December 2, 2022, paragraph 5, https:\/\/www\.cnn\.com\//,
          ),
        },
      ],
      candidates: expect.any(Array),
    });
    expect(lines[1]).toEqual(unanswered);
    expect(lines[3]).toMatchObject({ passages: [], known: [{ field: 'date', value: 'December 2, 2022' }] });
  });
});
