import { describe, expect, it } from 'vitest';
import { showAnswer } from '../../src/transports/terminal/answer-layout.ts';
import { quotationsOf } from '../../src/content/faq.ts';
import { quotedText } from '../../src/content/quotation.ts';
import { bot } from '../support/prepared.ts';

describe('the layout', () => {
  it.each([24, 80, 300])('shows every word of every quotation in %d columns', (width) => {
    for (const entry of bot.faq.entries) {
      const answer = bot.answerer.choose(entry.id) ?? { kind: 'unanswered' };
      const layout = { width, color: false, canChoose: true };
      const lines = showAnswer(answer, bot, bot.translators.default, layout).text.split('\n');
      const barred = lines.filter((line) => line.startsWith('  │ ')).map((line) => line.slice(4));
      // Wrapping turns a space into a line's end and does nothing else.
      const shown = [...quotationsOf(entry), ...entry.context];
      const quotations = shown.map((quotation) => quotedText(bot.report, quotation));
      expect(barred.join(' ')).toBe(quotations.join(' '));
    }
  });
});
