import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { blankLine, CRITERION_NAMES, readForm } from '../../src/bench/judge-form.ts';

const folder = mkdtempSync(join(tmpdir(), 'pullquote-forms-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
  const file = join(folder, 'form.jsonl');
  writeFileSync(file, text);
  return file;
}

const filled = blankLine(7).replaceAll('""', '"none"').replace('"note":"none"', '"note":"fine"');

describe('a form', () => {
  it('has a blank for each criterion and for a note', () => {
    const line = JSON.parse(blankLine(7)) as Record<string, unknown>;
    expect(Object.keys(line)).toEqual(['id', ...CRITERION_NAMES, 'note']);
  });

  it('is read once it is filled in', async () => {
    const [judgment, ...others] = await readForm(fileWith(`\n${filled}\n\n`));
    expect(others).toEqual([]);
    expect(judgment).toEqual({
      id: 7,
      accuracy: 'none',
      sourcing: 'none',
      opinion: 'none',
      editorialization: 'none',
      context: 'none',
      menu: 'none',
      note: 'fine',
    });
  });

  it.each([
    ['is blank', blankLine(8), /form\.jsonl:2: accuracy is not one of none, minor, major/],
    ['has another verdict', filled.replace('"menu":"none"', '"menu":"bad"'), /form\.jsonl:2: menu is not/],
    ['is no JSON', 'none', /form\.jsonl:2: not a line of the form/],
  ])('names the line that %s', async (_, line, message) => {
    await expect(readForm(fileWith(`${filled}\n${line}`))).rejects.toThrow(message);
  });

  it('that is not there is named', async () => {
    await expect(readForm(join(folder, 'gone.jsonl'))).rejects.toThrow(/gone\.jsonl: cannot read/);
  });
});
