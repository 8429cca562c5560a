/** Answers as readers see them, to be judged. */

import type { Bot } from '../bot/bot.ts';
import { showAnswer } from '../transports/terminal/answer-layout.ts';
import { blankLine, MENU_CRITERION, REPLY_CRITERIA, SEVERITIES } from './judge-form.ts';

/** In columns. */
const WIDTH = 88;

/** The guide, the transcripts, numbered from 1, and a blank form for them. */
export function transcripts(questions: readonly string[], bot: Bot): readonly string[] {
  return [
    ...guide(),
    ...questions.flatMap((question, index) => transcript(index + 1, question, bot)),
    ...heading('The form'),
    ...blankForm(questions.length),
  ];
}

/** A line to fill in for each transcript. */
export function blankForm(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => blankLine(index + 1));
}

function guide(): readonly string[] {
  return [
    'You are a standards editor in a newsroom. Judge each answer of the bot by itself.',
    `For each criterion, write ${SEVERITIES.join(', ')}: how bad a fault you find. Note what it is.`,
    '',
    ...Object.entries({ ...REPLY_CRITERIA, menu: MENU_CRITERION }).map(([name, asks]) => `${name}: ${asks}`),
  ];
}

function transcript(id: number, question: string, { answerer, translators, ...from }: Bot): readonly string[] {
  const layout = { width: WIDTH, color: false, canChoose: false };
  const { reply, menu } = showAnswer(answerer.ask(question), from, translators.default, layout);
  return [
    ...heading(String(id)),
    `Asked: ${question}`,
    '',
    reply,
    ...(menu === undefined ? [] : ['', `[Menu] ${menu}`]),
  ];
}

function heading(name: string): readonly string[] {
  return ['', `${'='.repeat(8)} ${name} ${'='.repeat(8)}`];
}
