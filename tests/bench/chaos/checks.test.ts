import { describe, expect, it } from 'vitest';
import { faultsOf, operatorLines, type Observed } from '../../../src/bench/chaos/checks.ts';
import { QUESTIONS, READER } from '../../../src/bench/chaos/readers.ts';
import type { Expected } from '../../../src/bench/chaos/scenario.ts';

const COUNTS = { sent: 4, answered: 4, refused: 0, lost: 0, twice: 0 };
const WELL: Observed = { counts: COUNTS, lines: [], exit: 0, breaches: [] };
const LATE = { kind: 'late acknowledgement', sentence: 'It came late.' } as const;

const faultsIn = (observed: Partial<Observed>, expected: Expected = {}): readonly string[] =>
  faultsOf({ ...WELL, ...observed }, expected, 'the.token');

describe('nothing is wrong', () => {
  it.each<[string, Partial<Observed>, Expected]>([
    ['where all is as without a fault', {}, {}],
    ['with the lines that help', { lines: ['Lost it.', 'Back.'] }, { lines: [/^Lost/, /^Back/] }],
    ['with a line that may be there', { lines: ['Wait.'] }, { mayTell: [/^Wait/] }],
    ['without a line that may be there', {}, { mayTell: [/^Wait/] }],
    ['with the exit status that the fault leads to', { exit: 2 }, { exit: 2 }],
    [
      'with interactions that Discord does not take',
      { counts: { ...COUNTS, answered: 3, refused: 1 }, breaches: [LATE] },
      { mayRefuse: true },
    ],
    [
      'with an answer that was sent again',
      { breaches: [{ kind: 'double acknowledgement', sentence: 'It came twice.' }] },
      {},
    ],
    [
      'with interactions that the bot gives up and says so',
      { counts: { ...COUNTS, answered: 3, lost: 1 }, lines: ['Too late.'] },
      { mayGiveUp: true, mayTell: [/^Too late/] },
    ],
    ['with little CPU time', { cpuShare: 0.02 }, {}],
  ])('%s', (_, observed, expected) => {
    expect(faultsIn(observed, expected)).toEqual([]);
  });
});

describe('it is wrong', () => {
  it.each<[string, Partial<Observed>, Expected, string]>([
    ['to crash', { exit: 1 }, {}, 'it ended with 1 in place of 0'],
    ['to end by a signal', { exit: 'SIGTERM' }, {}, 'it ended with SIGTERM in place of 0'],
    ['to lose an interaction', { counts: { ...COUNTS, answered: 3, lost: 1 } }, {}, '1 of 4 were never answered'],
    [
      'to give up without a word',
      { counts: { ...COUNTS, answered: 3, lost: 1 } },
      { mayGiveUp: true },
      '1 of 4 were never answered',
    ],
    ['to answer twice', { counts: { ...COUNTS, answered: 3, twice: 1 } }, {}, '1 were answered more than once'],
    ['to be refused', { counts: { ...COUNTS, answered: 3, refused: 1 } }, {}, '1 did not get through'],
    ['to leave something open', { counts: { ...COUNTS, answered: 3 } }, {}, '1 were left open'],
    ['to break a rule', { breaches: [LATE] }, {}, 'against Discord’s rules: It came late.'],
    ['to be busy', { cpuShare: 0.5 }, {}, 'it took 50% of a core meanwhile'],
    ['to say what does not help', { lines: ['Oh.'] }, { mayTell: [/^Wait/] }, 'it wrote: Oh.'],
    ['to say nothing', {}, { lines: [/^Lost/] }, 'it did not write ^Lost'],
    ['to say it again and again', { lines: ['Wait.', 'Wait.'] }, { lines: [/^Wait/] }, 'it wrote 2 lines'],
    ['to tell the token', { lines: ['the.token'] }, { lines: [/./] }, 'it wrote its token: the.token'],
    ['to tell a name', { lines: [READER] }, { lines: [/./] }, `it wrote of readers: ${READER}`],
    ['to tell a question', { lines: [QUESTIONS[0]] }, { lines: [/./] }, `it wrote of readers: ${QUESTIONS[0]}`],
    [
      'to tell an ID',
      { lines: ['In 700000000000000001.'] },
      { lines: [/./] },
      'it wrote of readers: In 700000000000000001.',
    ],
    ['to show a stack', { lines: ['    at x.js:1'] }, { lines: [/./] }, 'it wrote a stack trace:     at x.js:1'],
  ])('%s', (_, observed, expected, fault) => {
    expect(faultsIn(observed, expected)).toEqual([fault]);
  });

  it('not to end', () => {
    const { exit: _, ...open } = WELL;
    expect(faultsOf(open, {}, 'the.token')).toEqual(['it did not end in time']);
  });
});

it('leaves aside the line that every start has', () => {
  expect(operatorLines('Connected. To put the bot into a server: https://x/700000000000000001\nWait.\n')).toEqual([
    'Wait.',
  ]);
});
