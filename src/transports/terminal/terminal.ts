/** Questions and answers in a terminal, or through a pipe: one question a line. */

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Bot } from '../../bot/bot.ts';
import type { Entry } from '../../content/faq.ts';
import { showAnswer, type ShownText } from './answer-layout.ts';
import { createStyles, type Layout } from './styles.ts';

export interface TerminalStreams {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person types: then there is an introduction, a prompt, and `quit`. */
  readonly interactive: boolean;
  /** Asked before each answer, as the window can be resized. */
  readonly layout: () => Layout;
}

/**
 * Answers each line until the input ends, `quit`, or Ctrl-C. A number chooses from what the last
 * answer offered.
 * @param hasToken whether the operator has a token already: else the introduction asks for one
 */
export async function talk(
  bot: Bot,
  { input, output, interactive, layout }: TerminalStreams,
  hasToken: boolean,
): Promise<void> {
  const translator = bot.translators.default;
  const write = (text: string): void => void output.write(`${text}\n`);
  if (interactive) write(introduction(bot, layout(), hasToken));

  // Nothing typed is kept: historySize 0.
  const prompt = interactive ? `\n${translator.t('terminal.prompt')}` : '';
  const lines = createInterface({ input, output, terminal: interactive, historySize: 0, prompt });
  let isOpen = true;
  lines.on('close', () => (isOpen = false));
  lines.on('SIGINT', () => lines.close());

  let choices: readonly Entry[] = [];
  if (interactive) lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (interactive && /^(quit|exit)$/i.test(typed)) break;
    if (typed !== '') {
      if (!interactive) write(`${translator.t('terminal.prompt')}${typed}`); // what comes through a pipe is not echoed
      const shown = respondTo(typed, choices, bot, layout());
      choices = shown.choices;
      write(`\n${shown.text}`);
    }
    if (interactive && isOpen) lines.prompt();
  }
  lines.close();
  if (interactive) write('');
}

function introduction({ report, translators }: Bot, layout: Layout, hasToken: boolean): string {
  const translator = translators.default;
  const { title } = report.known;
  const intro = translator.t('terminal.intro', { title: title.value, date: translator.reportDate });
  const { plain } = createStyles(layout);
  return hasToken ? plain(intro) : `${plain(intro)}\n${plain(translator.t('terminal.connect'))}`;
}

function respondTo(
  typed: string,
  choices: readonly Entry[],
  bot: Bot,
  layout: Layout,
): Pick<ShownText, 'text' | 'choices'> {
  const translator = bot.translators.default;
  const number = choices.length > 0 ? /^(\d+)\.?$/.exec(typed)?.[1] : undefined;
  if (number === undefined) return showAnswer(bot.answerer.ask(typed), bot, translator, layout);
  const chosen = choices[Number(number) - 1];
  const answer = chosen && bot.answerer.choose(chosen.id);
  if (!answer) return { text: translator.t('terminal.choose', { count: choices.length }), choices };
  return showAnswer(answer, bot, translator, layout);
}
