import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogFormat, LogLevel } from '../../../src/config/config.ts';
import { createLog, oncePerMinute, type Log } from '../../../src/transports/shared/log.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 0, 2, 3, 4, 5) }));
afterEach(() => void vi.useRealTimers());

/** A log, and the text that has been read of it. While the reader hangs, nothing is. */
async function logOf(
  logFormat: LogFormat,
  logLevel: LogLevel = 'info',
): Promise<{ readonly log: Log; readonly read: () => string; readonly hang: () => void; readonly goOn: () => void }> {
  let text = '';
  let goOn: (() => void) | undefined;
  let isHanging = false;
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string, _, done) {
      text += chunk;
      if (isHanging) goOn = done;
      else done();
    },
  });
  const log = await createLog({ logLevel, logFormat, token: 'se.cr.et', output, errorOutput: output });
  return {
    log,
    read: () => text,
    hang: () => (isHanging = true),
    goOn() {
      isHanging = false;
      goOn?.();
    },
  };
}

describe('the log', () => {
  it('is lines to read', async () => {
    const { log, read } = await logOf('plain');
    log.info('Connected with se.cr.et.', { answers: 1 });
    log.debug('Decided.');
    expect(read()).toBe('Connected with [token].\n');
  });

  it('is lines of JSON for programs, with time, level, and figures, but nothing of the machine', async () => {
    const { log, read } = await logOf('json', 'debug');
    log.info('Connected with se.cr.et.', { answers: { quoted: 1 } });
    log.debug('Decided “it”.');
    const time = '2026-01-02T03:04:05.000Z';
    expect(
      read()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { level: 'info', time, answers: { quoted: 1 }, msg: 'Connected with [token].' },
      { level: 'debug', time, msg: 'Decided “it”.' },
    ]);
  });

  it.each(['plain', 'json'] as const)(
    'keeps no more than a megabyte for a reader that hangs, as %s',
    async (format) => {
      const { log, read, hang, goOn } = await logOf(format);
      const line = 'x'.repeat(1_000);
      hang();
      for (let count = 0; count < 5_000; count += 1) log.info(line);
      goOn();
      await vi.waitFor(() => expect(read().split('\n').length).toBeGreaterThan(900));
      log.info('And now?');
      const kept = read()
        .split('\n')
        .filter((text) => text.includes(line)).length;
      expect(kept).toBeLessThan(1_010);
      expect(read()).toContain(`Lines left out here, as nothing read the output: ${5_000 - kept}.`);
      expect(read()).toMatch(/And now\?.*\n$/);
    },
  );
});

it('tells of what happens again and again once a minute, and how often it did', () => {
  const lines: string[] = [];
  const tell = oncePerMinute((line) => lines.push(line));
  for (let count = 0; count < 120; count += 1) {
    tell('Wait.');
    vi.advanceTimersByTime(1000);
  }
  tell('Wait.');
  expect(lines).toEqual([
    'Wait.',
    'Wait. (59 more times since this was last said.)',
    'Wait. (59 more times since this was last said.)',
  ]);
});
