/** The table of all bots, with what Pullquote is held to. */

import { tableRow } from '../print.ts';
import { median } from '../timing.ts';
import { ROWS, type Row, type RowName, type Values } from './measures.ts';

/** A bot's name, and what each round measured of it. */
export interface Measured {
  readonly name: string;
  readonly rounds: readonly Values[];
}

/**
 * A line for each row that was measured: medians with minimum and maximum, and the first bot's
 * median beside the second one's.
 */
export function loadTable(measured: readonly Measured[]): readonly string[] {
  const [own, other] = measured;
  const widths = [45, 26] as const;
  const header = tableRow(['', ...measured.map(({ name }) => name), own && other ? 'compared' : ''], ...widths);
  const names = (Object.keys(ROWS) as RowName[]).filter((name) =>
    measured.some((one) => valuesOf(one, name).length > 0),
  );
  const lines = names.map((name) => {
    const cells = measured.map((one) => describe(valuesOf(one, name), ROWS[name].unit));
    const compared = own && other ? compare(valuesOf(own, name), valuesOf(other, name), ROWS[name]) : '';
    return tableRow([name, ...cells, compared], ...widths);
  });
  return [header, ...lines];
}

function valuesOf({ rounds }: Measured, name: RowName): readonly number[] {
  return rounds.flatMap((values) => values[name] ?? []);
}

function describe(values: readonly number[], unit: Row['unit']): string {
  if (values.length === 0) return '';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${shown(median(values))} ${unit} [${shown(least)}–${shown(most)}]`;
}

function shown(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}

function compare(own: readonly number[], other: readonly number[], { floor, unit }: Row): string {
  if (own.length === 0 || other.length === 0) return '';
  const times = median(own) / median(other);
  const more = median(own) - median(other);
  if (floor?.moreAtMost !== undefined)
    return `${signed(more)} ${unit}${verdict(more <= floor.moreAtMost, `at most ${signed(floor.moreAtMost)}`)}`;
  const ratio = `${times.toFixed(2)} ×`;
  if (floor?.timesAtMost !== undefined)
    return ratio + verdict(times <= floor.timesAtMost, `at most ${floor.timesAtMost} ×`);
  if (floor?.timesAtLeast !== undefined)
    return ratio + verdict(times >= floor.timesAtLeast, `at least ${floor.timesAtLeast} ×`);
  return ratio;
}

function signed(value: number): string {
  return value < 0 ? `−${(-value).toFixed(0)}` : `+${value.toFixed(0)}`;
}

function verdict(holds: boolean, floor: string): string {
  return ` (${floor}: ${holds ? 'holds' : 'missed'})`;
}
