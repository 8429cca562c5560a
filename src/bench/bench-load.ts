/**
 * Program: `npm run bench:load` measures what the bot costs under load, side by side with bots that
 * give a constant reply.
 */

import { InteractionResponseType, type APIInteractionResponse } from 'discord-api-types/v10';
import { createBot, type Bot } from '../bot/bot.ts';
import { loadPrepared } from '../build/prepared-file.ts';
import { readArguments, usageError } from '../cli/arguments.ts';
import { runProgram } from '../cli/program.ts';
import { respond } from '../discord/respond.ts';
import { DEFAULT_QUESTIONS, readQuestions } from './labeled-questions.ts';
import { floodsOf, floodTable, measureFlood, type Flooded } from './load/floods.ts';
import { createDriver, type MakeInteraction } from './load/drive.ts';
import { startLeanDiscord } from './load/lean-discord.ts';
import {
  IN_FLIGHT,
  MEASURE,
  PARTS,
  SHORT,
  USUAL,
  type Bench,
  type Load,
  type Part,
  type Values,
} from './load/measures.ts';
import { askInteraction, autocompleteInteraction } from './load/payloads.ts';
import { PULLQUOTE, startSubject, SUBJECTS } from './load/subject.ts';
import { loadTable } from './load/table.ts';
import type { Answers } from './load/twins/environment.ts';
import { print } from './print.ts';

const DEFAULT_ROUNDS = 5;

const PARAMETERS = {
  usage: [
    'npm run -s bench:load [-- --only PART,… --rounds NUMBER --short]',
    'npm run -s bench:load -- --flood [--short]',
  ],
  summary: `Measures what the bot costs under load, from outside: CPU, throughput, latency, memory, and start.
Beside it run three bots that give a constant reply of the same size: one of discord.js, the same one
posting its callbacks with undici, and one of bare ws and undici. Rounds interleave the bots, so
trust the ratios of one run. Needs Linux, and is best run on a machine that does nothing else.`,
  options: {
    only: { type: 'string', help: `Measure only these parts: ${PARTS.join(', ')}.` },
    rounds: { type: 'string', help: `How many rounds to take medians of (${DEFAULT_ROUNDS}).` },
    flood: {
      type: 'boolean',
      help: 'Measure instead what others wait while one reader sends the worst 200 times a second.',
    },
    short: { type: 'boolean', help: 'One round with hardly any load, to show that it works.' },
  },
} as const;

await runProgram(async () => {
  const { options } = readArguments(PARAMETERS);
  const parts = readParts(options.only);
  const rounds = options.short ? 1 : readRounds(options.rounds);
  const amounts = options.short ? SHORT : USUAL;
  const { load, ids, answers } = await prepareLoad();
  if (options.flood) return print(...floodTable(await measureFloods(load, ids, answers, options.short ?? false)));

  const measured = SUBJECTS.map(({ name }) => ({ name, rounds: [] as Values[] }));
  for (let round = 0; round < rounds; round += 1) {
    // Memory takes a minute and hardly differs from round to round.
    const due = round === 0 ? parts : parts.filter((part) => part !== 'memory');
    const values = await measureRound(due, { load, amounts }, answers, `round ${round + 1} of ${rounds}`);
    for (const [index, ofSubject] of values.entries()) measured[index]?.rounds.push(ofSubject);
  }
  print(...loadTable(measured));
});

/**
 * Starts all bots, and measures a part of each before the next part, so that whatever else the
 * machine does meets all alike.
 */
async function measureRound(
  parts: readonly Part[],
  rest: Pick<Bench, 'load' | 'amounts'>,
  answers: Answers,
  progress: string,
): Promise<readonly Values[]> {
  const benches: Bench[] = [];
  const ends: (() => Promise<void>)[] = [];
  try {
    for (const subject of SUBJECTS) {
      const discord = await startLeanDiscord();
      ends.push(discord.close);
      const running = await startSubject(subject, discord, answers);
      ends.unshift(running.stop);
      benches.push({ subject: running, driver: createDriver(discord), ...rest });
    }
    const values: Values[] = benches.map(() => ({}));
    for (const part of parts) {
      if (process.stderr.isTTY) process.stderr.write(`${progress}: ${part} …\n`);
      for (const [index, bench] of benches.entries()) {
        const found = await Promise.race([MEASURE[part](bench), bench.subject.ended]);
        values[index] = { ...values[index], ...found };
      }
    }
    return values;
  } finally {
    for (const end of ends) await end();
  }
}

/** One bot for all floods, each begun once what the last one left has been forgotten. */
async function measureFloods(
  { ask }: Load,
  ids: readonly string[],
  answers: Answers,
  short: boolean,
): Promise<readonly Flooded[]> {
  const discord = await startLeanDiscord();
  const running = await startSubject(PULLQUOTE, discord, answers);
  try {
    const driver = createDriver(discord);
    await driver.saturate(ask, short ? SHORT.warmUp : USUAL.warmUp, IN_FLIGHT);
    const measured: Flooded[] = [];
    for (const flood of floodsOf(ids)) {
      if (process.stderr.isTTY) process.stderr.write(`${flood.name} …\n`);
      const seconds = short ? { quiet: 0.5, flooded: 0.5 } : { quiet: 20, flooded: 60 };
      measured.push(await Promise.race([measureFlood(flood, driver, ask, seconds), running.ended]));
    }
    return measured;
  } finally {
    await running.stop();
    await discord.close();
  }
}

function readParts(given: string | undefined): readonly Part[] {
  if (given === undefined) return PARTS;
  const names = given.split(',');
  const unknown = names.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined)
    throw usageError(PARAMETERS, `“${unknown}” is not a part. The parts: ${PARTS.join(', ')}.`);
  return PARTS.filter((part) => names.includes(part));
}

function readRounds(given: string | undefined): number {
  const rounds = given === undefined ? DEFAULT_ROUNDS : Number(given);
  if (!Number.isInteger(rounds) || rounds < 1) throw usageError(PARAMETERS, 'Give a number of rounds, 1 or more.');
  return rounds;
}

/** What readers ask and type, and the answers of the twins: Pullquote’s own of median size. */
async function prepareLoad(): Promise<{
  readonly load: Load;
  readonly ids: readonly string[];
  readonly answers: Answers;
}> {
  const questions = (await Promise.all(DEFAULT_QUESTIONS.map(readQuestions))).flat();
  const asked = questions.filter(({ lang }) => lang === 'en').map(({ q }) => q);
  const at = (number: number): string => asked[number % asked.length] ?? '';
  const prepared = await loadPrepared();
  const { entries } = prepared.faq;
  const load: Load = {
    ask: (number) => askInteraction(number, at(number)),
    askPicked: (number) => askInteraction(number, entries[number % entries.length]?.id ?? ''),
    // Each key that a reader presses on the way to the whole question is as likely as the next.
    autocomplete: (number) => autocompleteInteraction(number, at(number).slice(0, 1 + (number % at(number).length))),
  };
  const bot = createBot(prepared);
  const reply = medianResponse(load.ask, asked.length, bot);
  const suggestions = medianResponse(load.autocomplete, asked.length, bot);
  if (
    reply.type !== InteractionResponseType.ChannelMessageWithSource ||
    suggestions.type !== InteractionResponseType.ApplicationCommandAutocompleteResult
  )
    throw new TypeError('The bot answered with another kind of response.');
  return {
    load,
    ids: entries.map(({ id }) => id),
    answers: { reply: reply.data, choices: suggestions.data.choices ?? [] },
  };
}

function medianResponse(make: MakeInteraction, count: number, bot: Bot): APIInteractionResponse {
  const responses = Array.from({ length: count }, (_, number) => respond(make(number), bot).response);
  const bySize = responses.sort((a, b) => JSON.stringify(a).length - JSON.stringify(b).length);
  return bySize[Math.floor(count / 2)]!;
}
