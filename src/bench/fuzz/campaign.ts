/** Gives the bot's core all kinds of inputs, and counts what it must not do. */

import { SMALL_TALK } from '../../answers/conversation.ts';
import type { Bot } from '../../bot/bot.ts';
import { readContent } from '../../content/content.ts';
import type { SourceFile } from '../../content/yaml-file.ts';
import { isForBot, respondToMessage } from '../../discord/respond-to-message.ts';
import type { Reply } from '../../discord/reply.ts';
import { respond } from '../../discord/respond.ts';
import { isInteraction, isMessage } from '../../discord/well-formed.ts';
import { readLocales } from '../../i18n/locale-file.ts';
import { damaged } from './content-inputs.ts';
import { createDice, type Dice } from './dice.ts';
import { BOT_ID, mutated, randomInput, type Input } from './inputs.ts';
import { ownWordsOf } from './own-words.ts';
import { createReplyCheck } from './reply-faults.ts';
import type { Vocabulary } from './texts.ts';

export type InputKind = Input['kind'] | 'content';

export interface Campaign {
  readonly bot: Bot;
  /** Names that readers may ask about, and that the bot may say are not mentioned. */
  readonly names: readonly string[];
  /** What damaged content files are made from. */
  readonly files: readonly SourceFile[];
  readonly seed: number;
  readonly inputs: number;
  /** How much CPU an input of each kind may take, in milliseconds; not measured where left out. */
  readonly bounds?: Readonly<Partial<Record<InputKind, number>>>;
  /** Called before each input. */
  readonly onInput?: (index: number) => void;
}

export interface KindCount {
  inputs: number;
  mutated: number;
  /** Mutated inputs that were not taken, as they lack what the bot reads. */
  unreadable: number;
  /** Replies, lists of suggestions, or issues. */
  replies: number;
  /** The most CPU that an input took, in milliseconds, best of five; 0 if it was not measured. */
  longest: number;
}

export interface CampaignResult {
  readonly counts: Readonly<Record<InputKind, KindCount>>;
  /** Each with its input's number, by which it can be repeated. */
  readonly faults: readonly { readonly index: number; readonly kind: InputKind; readonly fault: string }[];
}

/** The share of inputs that are damaged content files, and of mutated ones of all others. */
const CONTENT_SHARE = 0.02;
const MUTATED_SHARE = 0.3;
/** How many inputs come before any that may take too long: JavaScript has compiled little yet. */
const WARM_UP = 4_000;
/** How often what takes too long is tried again. */
const TRIES = 5;

export function runCampaign({ bot, names, files, seed, inputs, bounds = {}, onInput }: Campaign): CampaignResult {
  const counts = Object.fromEntries(
    (['question', 'keys', 'press', 'menu', 'message', 'content'] as const).map((kind) => [
      kind,
      { inputs: 0, mutated: 0, unreadable: 0, replies: 0, longest: 0 },
    ]),
  ) as Record<InputKind, KindCount>;
  const ownWords = ownWordsOf(bot, names);
  const faults: { index: number; kind: InputKind; fault: string }[] = ownWords.faults.map((fault) => ({
    index: -1,
    kind: 'content',
    fault,
  }));
  const faultsOf = createReplyCheck(bot, ownWords);
  const vocabulary = vocabularyOf(bot, names);
  const slow: SlowInput[] = [];

  for (let index = 0; index < inputs; index += 1) {
    onInput?.(index);
    const dice = createDice(seed, index);
    const { kind, isMutated, run } = dice.happens(CONTENT_SHARE) ? contentRun(dice) : inputRun(dice);
    const count = counts[kind];
    const tell = (fault: string): void => void faults.push({ index, kind, fault });
    count.inputs += 1;
    if (isMutated) count.mutated += 1;
    try {
      const bound = bounds[kind];
      const start = cpuMilliseconds();
      const { isRead, replies, wrong } = run();
      const first = cpuMilliseconds() - start;
      if (!isRead) count.unreadable += 1;
      if (!isRead && !isMutated) tell('it is well formed, and was not taken');
      count.replies += replies;
      for (const fault of wrong()) tell(fault);
      if (bound === undefined || index < WARM_UP) continue;
      if (first > bound) slow.push({ index, kind, run, bound, took: first });
      else count.longest = Math.max(count.longest, first);
    } catch (error) {
      tell(`it threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  for (const { index, kind, bound, took } of triedAgain(slow)) {
    counts[kind].longest = Math.max(counts[kind].longest, took);
    if (took > bound) faults.push({ index, kind, fault: `it took ${took.toFixed(1)} ms of CPU` });
  }
  return { counts, faults };

  function inputRun(dice: Dice): Run {
    const plain = randomInput(dice, vocabulary);
    const isMutated = dice.happens(MUTATED_SHARE);
    const { kind, payload } = isMutated ? mutated(dice, plain) : plain;
    return { kind, isMutated, run: () => outcomeOf(kind === 'message' ? answerMessage(payload) : answer(payload)) };
  }

  function outcomeOf(reply: Partial<Reply> | undefined): Outcome {
    const isReply = reply !== undefined && Object.keys(reply).length > 0;
    return { isRead: reply !== undefined, replies: isReply ? 1 : 0, wrong: () => (isReply ? faultsOf(reply) : []) };
  }

  function answer(payload: unknown): Partial<Reply> | undefined {
    return isInteraction(payload) ? respond(payload, bot) : undefined;
  }

  function answerMessage(payload: unknown): Partial<Reply> | undefined {
    if (!isMessage(payload)) return undefined;
    return isForBot(payload, BOT_ID) ? { after: [respondToMessage(payload, bot)] } : {};
  }

  function contentRun(dice: Dice): Run {
    const bad = damaged(dice, dice.one(files));
    return {
      kind: 'content',
      isMutated: true,
      run() {
        const all = files.map((file) => (file.name === bad.name ? bad : file));
        const { report, issues } = readContent(all);
        const told = [...issues, ...readLocales(all, report).issues];
        return { isRead: true, replies: told.length, wrong: () => told.flatMap((issue) => faultsOfIssue(issue)) };
      },
    };
  }
}

interface Run {
  readonly kind: InputKind;
  readonly isMutated: boolean;
  readonly run: () => Outcome;
}

interface Outcome {
  readonly isRead: boolean;
  readonly replies: number;
  /** Asked for apart, as it takes longer than the reply. */
  readonly wrong: () => readonly string[];
}

function faultsOfIssue({ file, message }: { readonly file: string; readonly message: string }): readonly string[] {
  return [
    ...(file === '' ? [`no file is named: ${message}`] : []),
    ...(/undefined|\[object|NaN/.test(message) && !/[“"][^”"]*(?:undefined|NaN)/.test(message) ? [message] : []),
  ];
}

/** An input that took too long at first. */
interface SlowInput {
  readonly index: number;
  readonly kind: InputKind;
  readonly run: () => unknown;
  readonly bound: number;
  /** In milliseconds of CPU. */
  readonly took: number;
}

/**
 * The best of some tries of each. They take turns, some time after the first try: JavaScript may
 * have been collecting garbage, and other programs slow down both halves of a core for a while.
 */
function triedAgain(slow: readonly SlowInput[]): readonly SlowInput[] {
  let tried = slow;
  for (let tries = 1; tries < TRIES; tries += 1) {
    tried = tried.map((input) => {
      if (input.took <= input.bound) return input;
      const start = cpuMilliseconds();
      input.run();
      return { ...input, took: Math.min(input.took, cpuMilliseconds() - start) };
    });
  }
  return tried;
}

/** The CPU time of this process: that of a clock would count other programs, too. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function vocabularyOf({ faq, report, translators }: Bot, names: readonly string[]): Vocabulary {
  const questions = faq.entries.map(({ question }) => question);
  const smallTalk = translators.all.flatMap(({ t }) =>
    SMALL_TALK.flatMap((about) => t(`smallTalk.${about}.phrases`).split(',')),
  );
  const doubts = translators.all.flatMap(({ t }) => t('whetherTrue.phrases').split(','));
  const texts = [...questions, ...report.passages.map(({ text }) => text)];
  return {
    questions: [
      ...questions,
      ...smallTalk,
      ...doubts.map((doubt, index) => `${doubt} ${questions[index % questions.length]}`),
      ...names.map((name, index) => `${questions[index % questions.length]} ${name}`),
    ],
    ids: [...faq.topics.map(({ id }) => id), ...faq.entries.flatMap(({ id, aliases }) => [id, ...aliases])],
    words: [...new Set(texts.flatMap((text) => text.match(/[\p{L}\p{N}’]+/gu) ?? []))],
  };
}
