import { describe, expect, it } from 'vitest';
import { REPLY_CRITERION_NAMES } from '../../src/bench/judge-form.ts';
import { blankForm, transcripts } from '../../src/bench/judge-transcript.ts';
import { bot, english } from '../support/small-bot.ts';

const asked = ['where did the eels go', 'price of the bridge', 'how do I bake bread'];
const text = transcripts(asked, bot).join('\n');
const [guide = '', first = '', second = '', third = '', form = ''] = text.split(/^=+ .* =+$/m);

describe('the transcripts', () => {
  it('begin with what each criterion asks', () => {
    for (const criterion of [...REPLY_CRITERION_NAMES, 'menu']) expect(guide).toContain(`\n${criterion}: `);
  });

  it('show question, heading, quotation, who says it, and the menu apart', () => {
    const parts = [
      `Asked: ${asked[0]}`,
      'What happened to the eels?',
      '│ A fisher',
      '— fisher',
      `[Menu] ${english.t('reply.otherMenu')}`,
      'When was the bridge opened?',
    ];
    const places = parts.map((part) => first.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('show denials and refusals', () => {
    expect(second).toContain(english.t('reply.notStated'));
    expect(third).toContain(english.t('reply.unanswered'));
  });

  it('end with a blank form, a line for each answer', () => {
    expect(form.trim().split('\n')).toEqual(blankForm(asked.length));
    expect(blankForm(2).map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([1, 2]);
  });
});
