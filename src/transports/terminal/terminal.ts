/** Questions and answers in a terminal, or through a pipe: one a line. */

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Answer } from '../../answers/answer.ts';
import type { Entry } from '../../content/faq.ts';
import type { Bot } from '../../bot/bot.ts';
import { showAnswer, type Layout } from './answer-layout.ts';

export interface TerminalStreams {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person types: then there is an introduction and a prompt. */
  readonly interactive: boolean;
  /** Asked before each answer, as a window can be resized. */
  readonly layout: () => Layout;
}

/** Answers what is typed until the input ends or Ctrl-C. A number chooses what the last answer offered. */
export async function talk(bot: Bot, { input, output, interactive, layout }: TerminalStreams): Promise<void> {
  const translator = bot.translators.default;
  const write = (text: string): void => void output.write(`${text}\n`);
  const { title, date } = bot.report.known;
  const intro = translator.t('terminal.intro', { title: title.value, date: translator.date(date.value) });
  if (interactive) write(`${intro}\n${translator.t('terminal.connect')}`);

  const prompt = interactive ? `\n${translator.t('terminal.prompt')}` : '';
  const lines = createInterface({ input, output, terminal: interactive, historySize: 0, prompt }); // no history: nothing typed is kept
  let isOpen = true;
  lines.on('close', () => (isOpen = false));
  lines.on('SIGINT', () => lines.close());
  let choices: readonly Entry[] = [];
  if (interactive) lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (interactive && /^(quit|exit)$/i.test(typed)) break;
    if (typed !== '') {
      if (!interactive) write(`${translator.t('terminal.prompt')}${typed}`); // a pipe shows no question by itself
      const number = choices.length > 0 ? /^(\d+)\.?$/.exec(typed)?.[1] : undefined;
      const chosen = number === undefined ? undefined : choices[Number(number) - 1];
      if (number !== undefined && !chosen) {
        write(`\n${translator.t('terminal.choose', { count: choices.length })}`);
      } else {
        const asked = (): Answer =>
          interactive && /^help$/i.test(typed) ? { kind: 'unanswered' } : bot.answerer.ask(typed);
        const shown = showAnswer((chosen && bot.answerer.choose(chosen.id)) ?? asked(), bot, translator, layout());
        choices = shown.choices;
        write(`\n${shown.text}`);
      }
    }
    if (interactive && isOpen) lines.prompt();
  }
  lines.close();
  if (interactive) write('');
}
