/** The programs as processes, on the real content. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { showAnswer } from '../../src/transports/terminal/answer-layout.ts';
import { quotationsOf } from '../../src/content/faq.ts';
import { quotedText } from '../../src/content/quotation.ts';
import { bot } from '../support/prepared.ts';

const ROOT = new URL('../..', import.meta.url);

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/**
 * A program of the bot as a process; `input` is piped in, or nothing is there to read where it is
 * undefined.
 */
async function run(
  program: string,
  args: readonly string[],
  input: string | undefined,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [`dist/${program}.js`, ...args], {
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

describe('the layout', () => {
  it.each([24, 80, 300])('shows every word of every quotation in %d columns', (width) => {
    for (const entry of bot.faq.entries) {
      const answer = bot.answerer.choose(entry.id) ?? { kind: 'unanswered' };
      const layout = { width, color: false, canChoose: true };
      const lines = showAnswer(answer, bot, bot.translators.default, layout).text.split('\n');
      const barred = lines.filter((line) => line.startsWith('  │ ')).map((line) => line.slice(4));
      // Wrapping turns a space into a line's end and does nothing else.
      const quotations = quotationsOf(entry).map((quotation) => quotedText(bot.report, quotation));
      expect(barred.join(' ')).toBe(quotations.join(' '));
    }
  });
});

describe('npm start', () => {
  it('without a token answers what is piped in, and ends with the input', async () => {
    const { status, out, errors } = await run('cli/start', [], 'why did the cops call him\n');
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    expect(out).toContain('A protester told CNN he received a phone call');
    expect(out).toContain('as told to CNN');
  });

  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['without a token, a terminal or a pipe', {}, /^Configuration: DISCORD_TOKEN: .*\n$/],
    ['as gateway without a token', { TRANSPORT: 'gateway' }, /^Configuration: DISCORD_TOKEN: .*\n$/],
    ['with an unknown transport', { TRANSPORT: 'pigeon' }, /^Configuration: TRANSPORT: .*\n$/],
  ])('%s ends with status 2 and one line', async (_, environment, line) => {
    const { status, out, errors } = await run('cli/start', [], undefined, environment);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(errors).toMatch(line);
  });
});

describe('npm run ask', () => {
  it('prints an answer for a person', async () => {
    const { status, out } = await run('cli/ask', ['why', 'no names'], undefined);
    expect(status).toBe(0);
    expect(out).toContain('CNN is not naming any of the protesters');
    expect(stripVTControlCharacters(out)).toBe(out);
  });

  it('without a question says how it is used', async () => {
    const { status, errors } = await run('cli/ask', [], undefined);
    expect(status).toBe(1);
    expect(errors).toMatch(/^Usage: /);
  });

  it('with --json answers each line with a line, in order', async () => {
    const questions = [
      'Why does CNN not name the protesters?',
      '',
      'What did the Public Security Bureau reply?',
      'When was this report published?',
      'zzz qqq',
    ];
    const { status, out } = await run('cli/ask', ['--json'], questions.map((question) => `${question}\n`).join(''));
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
      passages: [
        {
          paragraph: 5,
          text: bot.report.passages[4]?.text,
          attribution: 'CNN: its own reporting',
          citation: expect.stringMatching(
            /^Chinese police use cellphone data to track protesters, CNN, December 2, 2022, paragraph 5, https:\/\/www\.cnn\.com\//,
          ),
        },
      ],
      candidates: [],
    });
    expect(lines[1]).toEqual({
      question: '',
      kind: 'unanswered',
      entry: null,
      confidence: 0,
      passages: [],
      candidates: [],
    });
    expect(lines[3]).toMatchObject({ passages: [], known: [{ field: 'date', value: 'December 2, 2022' }] });
  });
});
