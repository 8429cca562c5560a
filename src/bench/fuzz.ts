/**
 * Program: `npm run fuzz` gives the bot a million inputs, and checks that it never fails and says
 * nothing but quotations and its own words.
 */

import { createBot } from '../bot/bot.ts';
import { readContentFiles } from '../build/content-files.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { readArguments, usageError } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import { OperatorError } from '../config/operator-error.ts';
import { runCampaign, type CampaignResult, type InputKind } from './fuzz/campaign.ts';
import { print, tableRow } from './print.ts';

const INPUTS = 1_000_000;
const SEED = 1;
/** In milliseconds of CPU: whatever is typed, nobody else waits longer for it. */
const BOUNDS = { question: 2, keys: 2, press: 2, menu: 10, message: 10 } as const;
const FILES = /^(?:report|(?:lexicon|off-topic)\/en|faq\/call|locales\/(?:en-US|zh-TW))\.yaml$/;
/** Faults that are printed in full. */
const SHOWN_FAULTS = 20;
/** How often to say how far it is. */
const SAY_EVERY = 100_000;

const PARAMETERS = {
  usage: ['npm run fuzz', 'npm run fuzz -- --inputs NUMBER --seed NUMBER'],
  summary: `Gives the bot random questions, custom IDs, interactions, and messages, well formed and not, and
damaged content files. Checks that nothing is thrown or takes too long, and that each reply fits
Discord's limits, pings nobody, links to nothing but the report, and says nothing but quotations
and the bot's own words. The same seed gives the same inputs.`,
  options: {
    inputs: { type: 'string', help: `How many inputs; ${INPUTS} unless told.` },
    seed: { type: 'string', help: `A whole number; ${SEED} unless told.` },
  },
} as const;

await runProgram(async () => {
  const { options } = readArguments(PARAMETERS);
  const inputs = wholeNumber(options.inputs, INPUTS);
  const seed = wholeNumber(options.seed, SEED);
  const prepared = await loadPrepared();
  const bot = createBot(prepared);
  const names = prepared.matcher.vocabulary.names.map(([name = '']) => name);
  // A file of each kind that is not large: all take seconds each time, and are read alike.
  const files = (await readContentFiles('content')).filter(({ name }) => FILES.test(name));
  const start = performance.now();
  const result = runCampaign({
    bot,
    names,
    files,
    seed,
    inputs,
    bounds: BOUNDS,
    onInput(index) {
      if (index > 0 && index % SAY_EVERY === 0) process.stderr.write(`${index} inputs …\n`);
    },
  });
  print(`${inputs} inputs of seed ${seed} in ${((performance.now() - start) / 1000).toFixed(0)} s`, '');
  printTable(result);
  if (result.faults.length > 0) throw new OperatorError(`${result.faults.length} faults.`);
  print('', 'No faults.');
});

function wholeNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw usageError(PARAMETERS, `“${text}” is not a whole number.`);
  return Number(text);
}

function printTable({ counts, faults }: CampaignResult): void {
  const row = (...cells: readonly string[]): void => print(tableRow(cells, 10, 10, 10, 12, 10, 12, 8));
  row('', 'inputs', 'mutated', 'not taken', 'replies', 'longest ms', 'faults');
  for (const [kind, count] of Object.entries(counts) as [InputKind, CampaignResult['counts'][InputKind]][]) {
    const own = faults.filter((fault) => fault.kind === kind).length;
    const numbers = [count.inputs, count.mutated, count.unreadable, count.replies].map(String);
    row(kind, ...numbers, count.longest === 0 ? '' : count.longest.toFixed(1), String(own));
  }
  for (const { index, kind, fault } of faults.slice(0, SHOWN_FAULTS)) print('', `input ${index} (${kind}): ${fault}`);
}
