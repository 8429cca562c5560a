/** Finds fields of an entry that don't fit together. */

import { dependentOpening } from './dependent-openings.ts';
import { denialProblem } from './question-rules.ts';
import { overlaps, type Quotation } from './quotation.ts';
import type { Report } from './report.ts';

/** An entry's fields as listed; a quotation is `undefined` if there is no report to find it in. */
export interface EntryToCheck {
  readonly question: string;
  readonly heading?: string;
  readonly quotations?: readonly (Quotation | undefined)[] | undefined;
  readonly notStated?: true | undefined;
  readonly closest?: readonly (Quotation | undefined)[] | undefined;
  readonly known?: readonly string[] | undefined;
  readonly context?: readonly (Quotation | undefined)[] | undefined;
}

export interface EntryProblem {
  /** From the entry to the field or list item that is wrong. */
  readonly path: (string | number)[];
  /** A predicate: “must have …”, with what to do. */
  readonly message: string;
}

export function entryProblems(entry: EntryToCheck, report: Report | undefined): readonly EntryProblem[] {
  const { quotations, notStated, closest, known } = entry;
  const kinds = [quotations, notStated, known].filter((kind) => kind !== undefined);
  if (kinds.length !== 1) {
    return [{ path: [], message: 'must have exactly one of quotations, notStated: true (with closest), and known' }];
  }
  if (notStated && !closest) {
    const message =
      'has notStated: true, so it must name the closest passage: add closest: [number], or closest: [] if none comes near';
    return [{ path: [], message }];
  }
  if (!notStated && closest) return [{ path: ['closest'], message: 'goes with notStated: true only: remove it' }];
  return [
    ...headingProblems(entry),
    ...(notStated ? denialProblems(entry) : []),
    ...(report ? contextProblems(entry, report) : []),
  ];
}

function headingProblems({ question, heading }: EntryToCheck): readonly EntryProblem[] {
  return heading === question ? [{ path: ['heading'], message: 'repeats the question: remove it' }] : [];
}

function denialProblems({ question, heading }: EntryToCheck): readonly EntryProblem[] {
  return Object.entries({ question, heading }).flatMap(([field, asked]) => {
    const message = asked === undefined ? undefined : denialProblem(asked);
    return message === undefined ? [] : [{ path: [field], message }];
  });
}

function contextProblems(entry: EntryToCheck, report: Report): readonly EntryProblem[] {
  const list = entry.quotations ? 'quotations' : 'closest';
  const shown = present(entry[list]);
  const context = present(entry.context);
  if (context.length > 0 && shown.length === 0) {
    return [{ path: ['context'], message: 'makes passages plain, but the entry shows none: remove it' }];
  }
  return [
    ...context.flatMap((quotation, index) => {
      if (![...shown, ...context.slice(0, index)].some((other) => overlaps(other, quotation))) return [];
      const message = `repeats words of passage ${quotation.passage} that the entry already shows: remove it`;
      return [{ path: ['context', index], message }];
    }),
    ...shown.flatMap((quotation, index) => {
      const word = dependentOpening(report, quotation, [...shown, ...context]);
      if (word === undefined) return [];
      const message = `begins with “${word}”, which leans on the words before it: add these to the entry’s context`;
      return [{ path: [list, index], message }];
    }),
  ];
}

function present(listed: readonly (Quotation | undefined)[] = []): readonly Quotation[] {
  return listed.flatMap((quotation) => quotation ?? []);
}
