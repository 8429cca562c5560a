import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { showProgress } from '../../src/build/progress.ts';

/**
 * What is shown of steady work that takes `seconds`, told of a hundred times and never yielding.
 */
function shownOf(seconds: number, isTTY: boolean): string {
  const output = Object.assign(new PassThrough(), { isTTY });
  let milliseconds = 0;
  const display = showProgress(output, () => milliseconds);
  for (let percent = 0; percent <= 100; percent += 1) {
    milliseconds = percent * seconds * 10;
    display.update({ step: 'training', share: percent / 100 });
  }
  display.stop();
  return String(output.read() ?? '');
}

describe('progress', () => {
  it('is about ten plain lines where there is no terminal, with the time left', () => {
    const lines = shownOf(60, false).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(9);
    expect(lines.length).toBeLessThanOrEqual(11);
    expect(lines[0]).toBe('0%: training');
    expect(lines.find((line) => line.startsWith('50%'))).toBe('50%: training, about 30 s left');
  });

  it('is a line every ten seconds where the work is slow', () => {
    expect(shownOf(1000, false).trimEnd().split('\n').length).toBeGreaterThan(90);
  });

  it('is a bar in a terminal, in one line', () => {
    const shown = shownOf(60, true);
    expect(shown).toContain('█');
    expect(shown).toContain('100%');
    expect(shown.trimEnd().split('\n')).toHaveLength(1);
  });
});
