/** Questions and answers in a terminal, or through a pipe: one a line. */

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Entry } from '../report/faq.ts';
import type { Restored } from '../prepared.ts';
import { showAnswer, type Layout } from './terminal-layout.ts';

export interface TerminalStreams {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person types: then there is an introduction and a prompt. */
  readonly interactive: boolean;
  /** Asked before each answer, as a window can be resized. */
  readonly layout: () => Layout;
}

/** Answers what is typed until the input ends or Ctrl-C. A number chooses what the last answer offered. */
export async function talk(
  { answers, published, wordings }: Restored,
  { input, output, interactive, layout }: TerminalStreams,
): Promise<void> {
  const wording = wordings.in(undefined);
  const write = (text: string): void => void output.write(`${text}\n`);
  if (interactive) write(`${wording.say('terminal.intro', {})}\n${wording.say('terminal.connect', {})}`);

  const lines = createInterface({
    input,
    output,
    terminal: interactive,
    prompt: interactive ? `\n${wording.say('terminal.prompt', {})}` : '',
  });
  lines.on('SIGINT', () => lines.close());
  let choices: readonly Entry[] = [];
  if (interactive) lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (typed !== '') {
      const chosen = /^\d+$/.test(typed) ? choices[Number(typed) - 1] : undefined;
      const answer = (chosen && answers.choose(chosen.id)) ?? answers.ask(typed);
      const shown = showAnswer(answer, published, wording, layout());
      choices = shown.choices;
      write(`\n${shown.text}`);
    }
    if (interactive) lines.prompt();
  }
  if (interactive) write('');
}
