import { DiscordAPIError, HTTPError } from '@discordjs/rest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCounts, type Counts } from '../../../src/transports/shared/counts.ts';
import type { Figures } from '../../../src/transports/shared/log.ts';
import { bot as uncounted } from '../../support/small-bot.ts';

const MINUTE_MS = 60_000;
const REQUEST = { body: undefined, files: undefined };

describe('the operator is told once an hour', () => {
  let lines: string[];
  let figures: (Figures | undefined)[];
  let counts: Counts;
  beforeEach(() => {
    vi.useFakeTimers();
    [lines, figures] = [[], []];
    counts = createCounts((line, numbers) => {
      lines.push(line);
      figures.push(numbers);
    });
  });
  afterEach(() => {
    counts.end();
    vi.useRealTimers();
  });

  it('how questions were answered, and how fast replies came', () => {
    const bot = counts.countAnswers(uncounted);
    expect(bot.answerer.ask('bridge-when')).toEqual(uncounted.answerer.ask('bridge-when'));
    bot.answerer.ask('hello');
    bot.answerer.askIn('xyzzy');
    for (let count = 1; count <= 200; count += 1) counts.replied(count < 195 ? 2 : 30);
    vi.advanceTimersByTime(60 * MINUTE_MS);
    expect(lines).toEqual(['In the last hour: 200 replies, 99% within 30 ms; 3 questions: 1 quoted, 2 unanswered.']);
    expect(figures[0]).toMatchObject({ replies: 200, questions: { quoted: 1, unanswered: 2 }, errors: {} });
  });

  it('of errors by their code, of lost connections, and of floods', () => {
    const raw = { code: 10062, message: 'Unknown interaction' };
    counts.failed(new DiscordAPIError(raw, 10062, 404, 'POST', '/secret', REQUEST));
    counts.failed(new DiscordAPIError(raw, 10062, 404, 'POST', '/secret', REQUEST));
    counts.failed(new HTTPError(502, 'secret', 'POST', '/secret', REQUEST));
    counts.failed(new TypeError('secret', { cause: Object.assign(new Error('secret'), { code: 'ECONNRESET' }) }));
    counts.failed(new DOMException('secret', 'AbortError'));
    counts.failed(new SyntaxError('secret'));
    counts.reconnected();
    counts.refused();
    counts.refused();
    vi.advanceTimersByTime(60 * MINUTE_MS);
    expect(lines).toEqual([
      'In the last hour: 6 errors: 10062 (2), 502 (1), ECONNRESET (1), timeout (1), SyntaxError (1); ' +
        '1 reconnection; 2 refused, as there were too many.',
    ]);
  });

  it('of each hour by itself, and of none in which nothing happened', () => {
    counts.replied(1);
    vi.advanceTimersByTime(180 * MINUTE_MS);
    counts.replied(2);
    counts.replied(2);
    vi.advanceTimersByTime(60 * MINUTE_MS);
    expect(lines).toEqual([
      'In the last hour: 1 reply, 99% within 1 ms.',
      'In the last hour: 2 replies, 99% within 2 ms.',
    ]);
  });

  it('and of what is left in the end, which is the last line', () => {
    vi.advanceTimersByTime(72 * MINUTE_MS);
    counts.refused();
    counts.end();
    vi.advanceTimersByTime(120 * MINUTE_MS);
    expect(lines).toEqual(['In the last 12 minutes: 1 refused, as there were too many.']);
  });
});
