/**
 * Program: `npm run chaos` lets everything go wrong around the running bot, and checks that it
 * lives on, answers, and tells the operator.
 */

import { availableParallelism } from 'node:os';
import { readArguments, usageError } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import { OperatorError } from '../config/operator-error.ts';
import { play, type Outcome } from './chaos/play.ts';
import type { Scenario } from './chaos/scenario.ts';
import { SCENARIOS } from './chaos/scenarios/index.ts';
import { chaosTable, problemLines } from './chaos/table.ts';
import { createDice } from './fuzz/dice.ts';
import { print } from './print.ts';

const SEED = 1;
/** How many scenarios play at once: most of the time, each waits. */
const AT_ONCE = 2 * availableParallelism();

const PARAMETERS = {
  usage: ['npm run chaos', 'npm run chaos -- --short --only TEXT --seed NUMBER'],
  summary: `Starts the bot again and again at a Discord on this machine, and lets one thing go wrong each time:
the gateway, the REST API, packets, signals, the output, the files. Checks that it does not crash,
answers everything once or is refused, costs nothing while Discord is away, recovers by itself,
tells the operator so in lines without a word of readers, and ends only where it can't go on.
Needs Linux, and takes minutes.`,
  options: {
    short: { type: 'boolean', help: 'Only some of it, within a minute.' },
    only: { type: 'string', help: 'Only the faults that have this text in their names.' },
    seed: { type: 'string', help: `A whole number that decides what readers ask; ${SEED} unless told.` },
  },
} as const;

await runProgram(async () => {
  const { options } = readArguments(PARAMETERS);
  const { short = false, only = '' } = options;
  const seed = readSeed(options.seed);
  const due = SCENARIOS.filter(({ fault, isShort = false }) => (isShort || !short) && fault.includes(only));
  if (due.length === 0) throw usageError(PARAMETERS, `No fault has “${only}” in its name.`);

  const since = performance.now();
  const outcomes = await playAll(due, seed);
  print(...chaosTable(outcomes), '');
  const problems = problemLines(outcomes);
  const seconds = ((performance.now() - since) / 1000).toFixed(0);
  print(`${outcomes.length} faults in ${seconds} s, with seed ${seed}`, ...problems);
  const broken = outcomes.filter((outcome) => outcome.problems.length > 0).length;
  if (broken > 0) throw new OperatorError(`${broken} of ${outcomes.length} faults did harm.`);
  print('None did harm.');
});

/**
 * Those that need the whole machine come last, one by one. So do those that went wrong, once more:
 * other programs may have been in the way.
 */
async function playAll(scenarios: readonly Scenario[], seed: number): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const playOne = async (scenario: Scenario): Promise<void> => {
    const index = scenarios.indexOf(scenario);
    if (process.stderr.isTTY) process.stderr.write(`${scenario.fault} …\n`);
    outcomes[index] = await play(scenario, createDice(seed, index));
  };
  const together = scenarios.filter(({ isAlone = false }) => !isAlone).values();
  const playNext = async (): Promise<void> => {
    for (const scenario of together) await playOne(scenario);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, playNext));
  for (const scenario of scenarios) if (scenario.isAlone) await playOne(scenario);
  for (const [index, scenario] of scenarios.entries())
    if (outcomes[index]?.problems.length !== 0) await playOne(scenario);
  return outcomes;
}

function readSeed(text: string | undefined): number {
  if (text === undefined) return SEED;
  if (!/^\d{1,9}$/.test(text)) throw usageError(PARAMETERS, `“${text}” is not a whole number.`);
  return Number(text);
}
