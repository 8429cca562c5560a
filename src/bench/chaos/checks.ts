/** What holds whatever goes wrong. */

import type { Fault } from '../local-discord/index.ts';
import { QUESTIONS, READER, type Counts } from './readers.ts';
import type { Expected } from './scenario.ts';

/** The most CPU time that a bot may take while Discord is away, as a share of one core. */
export const MOST_CPU = 0.1;

/** What was seen from outside. */
export interface Observed {
  readonly counts: Readonly<Counts>;
  /** CPU time while the fault lasted, as a share of one core; where that was measured. */
  readonly cpuShare?: number;
  /** Until readers were answered again; where there was something to recover from. */
  readonly recoveredMs?: number;
  /** What the bot wrote, but for the line that every start has. */
  readonly lines: readonly string[];
  /** Exit status, or the signal that ended it; `undefined` if it had to be killed. */
  readonly exit?: number | string | null;
  readonly breaches: readonly Fault[];
}

/** @returns what is not as it should be */
export function faultsOf(observed: Observed, expected: Expected, token: string): readonly string[] {
  return [
    ...faultsOfEnd(observed, expected),
    ...faultsOfCounts(observed, expected),
    ...faultsOfBreaches(observed.breaches, expected),
    ...(observed.cpuShare !== undefined && observed.cpuShare > MOST_CPU
      ? [`it took ${Math.round(100 * observed.cpuShare)}% of a core meanwhile`]
      : []),
    ...faultsOfLines(observed.lines, expected),
    ...observed.lines.flatMap((line) => secretsIn(line, token)),
  ];
}

/** What tells of everything but how to invite the bot, and what it did in the end. */
export function operatorLines(written: string): readonly string[] {
  return written
    .split('\n')
    .filter((line) => line !== '' && !/^(?:Connected\. To put the bot|In the last )/.test(line));
}

function faultsOfEnd({ exit }: Observed, { exit: expected = 0 }: Expected): readonly string[] {
  if (exit === undefined) return ['it did not end in time'];
  return exit === expected ? [] : [`it ended with ${exit} in place of ${expected}`];
}

function faultsOfCounts({ counts, lines }: Observed, { mayRefuse, mayGiveUp }: Expected): readonly string[] {
  const { sent, answered, refused, lost, twice } = counts;
  const isTold = mayGiveUp && lines.length > 0;
  const rest = sent - answered - refused - lost - twice;
  return [
    ...(lost > 0 && !isTold ? [`${lost} of ${sent} were never answered`] : []),
    ...(twice > 0 ? [`${twice} were answered more than once`] : []),
    ...(refused > 0 && !mayRefuse ? [`${refused} did not get through`] : []),
    ...(rest > 0 ? [`${rest} were left open`] : []),
  ];
}

/**
 * What Discord says where an answer is sent again, as it may have been lost. It takes only the
 * first, so that this does no harm.
 */
const HARMLESS: readonly Fault['kind'][] = ['double acknowledgement'];
/** What Discord says where an answer does not come, or comes too late. */
const REFUSALS: readonly Fault['kind'][] = ['no acknowledgement', 'late acknowledgement'];

function faultsOfBreaches(
  breaches: readonly Fault[],
  { mayRefuse, breaches: expected = [] }: Expected,
): readonly string[] {
  const allowed = [...HARMLESS, ...expected, ...(mayRefuse ? REFUSALS : [])];
  return breaches
    .filter(({ kind }) => !allowed.includes(kind))
    .map(({ sentence }) => `against Discord’s rules: ${sentence}`);
}

function faultsOfLines(
  lines: readonly string[],
  { lines: expected = [], mayTell = [], mostLines = expected.length + mayTell.length }: Expected,
): readonly string[] {
  const isKnown = (line: string): boolean => [...expected, ...mayTell].some((pattern) => pattern.test(line));
  const missing = expected.filter((pattern) => !lines.some((line) => pattern.test(line)));
  return [
    ...lines.filter((line) => !isKnown(line)).map((line) => `it wrote: ${line}`),
    ...missing.map((pattern) => `it did not write ${pattern.source}`),
    ...(lines.length > mostLines ? [`it wrote ${lines.length} lines`] : []),
  ];
}

/** Whose they are, or what gives away who asked what. */
function secretsIn(line: string, token: string): readonly string[] {
  const isPersonal =
    line.includes(READER) || QUESTIONS.some((question) => line.includes(question)) || /\d{15,}/.test(line);
  return [
    ...(line.includes(token) ? [`it wrote its token: ${line}`] : []),
    ...(isPersonal ? [`it wrote of readers: ${line}`] : []),
    ...(/^\s+at /.test(line) ? [`it wrote a stack trace: ${line}`] : []),
  ];
}
