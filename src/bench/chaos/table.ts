/** The table of all faults, and what the bot made of them. */

import { tableRow } from '../print.ts';
import type { Outcome } from './play.ts';

const WIDTHS = [54, 6, 10, 9, 11, 12, 7] as const;

export function chaosTable(outcomes: readonly Outcome[]): readonly string[] {
  const header = ['fault', 'sent', 'answered', 'refused', 'CPU, down', 'recovered', 'lines', 'exit'];
  return [
    tableRow(header, ...WIDTHS),
    ...outcomes.map(({ fault, counts, cpuShare, recoveredMs, lines, exit, problems }) =>
      tableRow(
        [
          fault,
          String(counts.sent),
          String(counts.answered),
          String(counts.refused),
          cpuShare === undefined ? '–' : `${(100 * cpuShare).toFixed(1)}%`,
          recoveredMs === undefined ? '–' : `${(recoveredMs / 1000).toFixed(1)} s`,
          String(lines.length),
          `${exit === undefined ? 'killed' : exit}${problems.length > 0 ? '  ← see below' : ''}`,
        ],
        ...WIDTHS,
      ),
    ),
  ];
}

/** What was not as it should be, below the fault that led to it. */
export function problemLines(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.flatMap(({ fault, problems }) =>
    problems.length === 0 ? [] : ['', fault, ...problems.map((problem) => `  ${problem}`)],
  );
}
