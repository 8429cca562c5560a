import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { talk } from '../../../src/transports/terminal/terminal.ts';
import { bot, english } from '../../support/small-bot.ts';

/** What the terminal shows for these lines. */
async function shownFor(lines: string, interactive = false, width = 80, hasToken = false): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let written = '';
  output.on('data', (chunk: Buffer) => (written += chunk.toString()));
  const layout = () => ({ width, color: false, canChoose: true });
  const ended = talk(bot, { input, output, interactive, layout }, hasToken);
  input.end(lines);
  await ended;
  return stripVTControlCharacters(written);
}

describe('a conversation through a pipe', () => {
  it('shows each question above its answer', async () => {
    const shown = await shownFor('where did the eels go\n\nprice of the bridge\n');
    const places = ['? where did', 'had driven the eels', '? price of', 'The report does not say'].map((part) =>
      shown.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('lets a number choose what was offered', async () => {
    const [, second = ''] = (await shownFor('bridge\n2\n')).split('? 2\n');
    expect(second).toContain('Does the report say what the bridge cost?');
    expect(second).toContain('│');
  });

  it('says how to choose where a number is none of those offered, and offers them still', async () => {
    const [, second = '', third = ''] = (await shownFor('bridge\n9\n1.\n')).split(/\? [19]\.?\n/);
    expect(second.trim()).toBe(english.t('terminal.choose', { count: 2 }));
    expect(third).toContain('When was the bridge opened?');
  });

  it('takes a number for a question where nothing was offered', async () => {
    expect(await shownFor('2\n')).toContain(english.t('reply.unanswered'));
  });

  it('has no introduction, helps, and takes quit for a question', async () => {
    const shown = await shownFor('help\nquit\nwhere did the eels go\n');
    expect(shown).not.toContain('DISCORD_TOKEN');
    expect(shown).toContain('Type help');
    expect(shown).toContain('had driven the eels');
  });
});

describe('a conversation with a person', () => {
  it.each([30, 60])('begins with an introduction that is wrapped to %d columns', async (width) => {
    const lines = (await shownFor('quit\n', true, width)).split('\n');
    const end = lines.findIndex((line) => line.includes('again.'));
    const introduction = lines.slice(0, end + 1);
    expect(introduction.join(' ')).toContain('A bridge opens');
    expect(introduction.length).toBeGreaterThan(3);
    for (const line of introduction) expect(line.trimEnd().length).toBeLessThanOrEqual(width);
  });

  it('tells how to connect to Discord only where there is no token', async () => {
    expect(await shownFor('quit\n', true)).toContain('DISCORD_TOKEN');
    const connected = await shownFor('quit\n', true, 80, true);
    expect(connected).toContain('A bridge opens');
    expect(connected).not.toContain('DISCORD_TOKEN');
  });

  it.each(['help', 'HELP', ' Help '])('explains itself on “%s”, with examples to choose from', async (typed) => {
    const shown = await shownFor(`${typed}\n1\nquit\n`, true);
    expect(shown.replace(/\s+/g, ' ')).toContain(english.t('terminal.help'));
    expect(shown).not.toContain(english.t('reply.unanswered'));
    expect(shown).toContain('│ The mayor opened a bridge');
  });

  it.each(['quit', 'exit', 'QUIT'])('ends on “%s”', async (typed) => {
    expect(await shownFor(`${typed}\nwhere did the eels go\n`, true)).not.toContain('had driven the eels');
  });
});
