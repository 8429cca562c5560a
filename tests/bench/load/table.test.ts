import { describe, expect, it } from 'vitest';
import { loadTable } from '../../../src/bench/load/table.ts';
import type { Values } from '../../../src/bench/load/measures.ts';

const bot = (name: string, ...rounds: Values[]) => ({ name, rounds });
const lineOf = (lines: readonly string[], name: string): string => lines.find((line) => line.startsWith(name)) ?? '';

describe('the table of a load', () => {
  it('has medians with minimum and maximum', () => {
    const rounds = [30, 10, 20].map((value) => ({ 'autocomplete: CPU each': value }));
    const [header, line] = loadTable([bot('Pullquote', ...rounds)]);
    expect(header).toContain('Pullquote');
    expect(line).toMatch(/^autocomplete: CPU each +20\.0 µs \[10\.0–30\.0\]$/);
  });

  it('leaves out what no round measured', () => {
    expect(loadTable([bot('Pullquote', { 'idle memory': 120 }), bot('other', {})])).toHaveLength(2);
  });

  it.each<[string, Values, Values, string]>([
    ['CPU at its floor', { '/ask: CPU each': 20 }, { '/ask: CPU each': 10 }, '2.00 × (at most 2 ×: holds)'],
    ['CPU past its floor', { '/ask: CPU each': 21 }, { '/ask: CPU each': 10 }, '2.10 × (at most 2 ×: missed)'],
    ['throughput', { '/ask: throughput': 400 }, { '/ask: throughput': 1000 }, '0.40 × (at least 0.5 ×: missed)'],
    ['memory', { 'idle memory': 130 }, { 'idle memory': 90 }, '+40 MB (at most +40: holds)'],
    ['less memory', { 'idle memory': 80 }, { 'idle memory': 90 }, '−10 MB (at most +40: holds)'],
    ['what has no floor', { '20 /ask a second: p99': 5 }, { '20 /ask a second: p99': 4 }, '1.25 ×'],
  ])('holds %s against the second bot', (_, own, other, compared) => {
    const [, line] = loadTable([bot('Pullquote', own), bot('discord.js', other)]);
    expect(line?.endsWith(compared)).toBe(true);
  });

  it('compares with the second bot only', () => {
    const lines = loadTable([10, 20, 5].map((value, index) => bot(`bot ${index}`, { '/ask: CPU each': value })));
    expect(lineOf(lines, '/ask: CPU each')).toContain('0.50 ×');
  });
});
