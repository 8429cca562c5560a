import { describe, expect, it } from 'vitest';
import { answerFrom, notCovered, type Answer } from '../../../src/answers/answer.ts';
import { showAnswer } from '../../../src/transports/terminal/answer-layout.ts';
import { PASSAGES } from '../../support/small-content.ts';
import { bot, english, faq, withHeadingAndContext } from '../../support/small-bot.ts';

const layout = { width: 80, color: false, canChoose: true };

function shown(answer: Answer | undefined, canChoose = true): ReturnType<typeof showAnswer> {
  if (!answer) throw new Error('no answer');
  return showAnswer(answer, bot, english, { ...layout, canChoose });
}

/** Wrapping turns a space into the end of a line and does nothing else. */
function unwrapped(text: string): string {
  return text.replace(/\n( {2}│)? */g, ' ');
}

describe('an answer in the terminal', () => {
  it('has the question, the quotation, who says it, where it stands, and the source', () => {
    const { text } = shown(bot.answerer.choose('eels'));
    expect(unwrapped(text)).toContain(PASSAGES[1]);
    const parts = [
      'What happened to the eels?',
      '│ A fisher',
      '— fisher, speaking to Harbour Post',
      'paragraph 2',
      'https://example.org/bridge',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says which name in the question the report lacks', () => {
    const eels = faq.entries.find(({ id }) => id === 'eels')!;
    for (const answer of [
      answerFrom(eels, 1, [], { notMentioned: ['Atlantis'] }),
      notCovered(eels, 1, [], ['Atlantis']),
    ])
      expect(unwrapped(shown(answer).text)).toContain(english.t('reply.notMentioned', { name: 'Atlantis' }));
  });

  it('that denies tells a name that the report lacks in place of the question that it was taken for', () => {
    const denial = bot.faq.entries.find(({ id }) => id === 'bridge-cost')!;
    const read = english.t('reply.readAs', { question: denial.question });
    expect(unwrapped(shown(answerFrom(denial, 1, [])).text)).toContain(read);
    expect(unwrapped(shown(answerFrom(denial, 1, [], { notMentioned: ['Atlantis'] })).text)).not.toContain(read);
  });

  it('says first that the report does not say, and marks the closest passage as no answer', () => {
    const { text } = shown(bot.answerer.choose('bridge-cost'));
    const places = [
      'The report does not say',
      'Does the report say what the bridge cost?',
      'not an answer',
      '│ The mayor',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('that may not answer exactly says so first, and then which question it answers', () => {
    const { text } = shown(bot.answerer.ask('did the crabs leave too'));
    const question = english.t('reply.closestQuestion', { question: 'What happened to the eels?' });
    const [first, ...rest] = text.split('\n\n')[0]!.split('\n');
    expect([first, rest.join(' ')]).toEqual([english.t('reply.hedged'), question]);
    expect(shown(bot.answerer.choose('eels')).text).not.toContain(english.t('reply.hedged'));
  });

  it('that no entry gives shows the closest passage as no answer, and offers what it does answer', () => {
    const { text, choices } = shown(bot.answerer.ask('who paid for the opening'));
    const closest = english.t('reply.closest', { count: 1 });
    expect(text).toContain(`${english.t('reply.notStated')}\n\n${closest}\n\n  │ The mayor`);
    expect(text).not.toContain('I took your question');
    expect(text).toMatch(/ {2}1\. When was the bridge opened\?\n {2}2\. What happened to the eels\?$/);
    expect(choices.map(({ id }) => id)).toEqual(['bridge-when', 'eels']);
  });

  it('that comes near no passage claims nothing of that, and gives no source', () => {
    const { text } = shown(bot.answerer.choose('-', 'none-near'));
    expect(text).toBe(english.t('reply.notStated'));
  });

  it('to whoever asks if it is true has the basis above the quotation, and a heading that affirms nothing', () => {
    const { text } = shown(bot.answerer.choose('eels', 'basis'));
    const parts = [
      english.t('reply.basis'),
      english.t('reply.readAs', { question: 'What happened to the eels?' }),
      '  fisher, speaking to Harbour Post',
      '│ A fisher',
      'paragraph 2',
    ];
    const places = parts.map((part) => text.indexOf(part));
    expect(places[0]).toBe(0);
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('to whoever asks if it is true may be hedged as well', () => {
    const { text } = shown(bot.answerer.choose('eels', 'hedged-basis'));
    expect(text.startsWith(english.t('reply.hedged'))).toBe(true);
    expect(text.indexOf('fisher, speaking to Harbour Post')).toBeLessThan(text.indexOf('│ A fisher'));
    expect(text).not.toContain(english.t('reply.basis'));
  });

  it('has its own heading, and its context below it, marked as such', () => {
    const { text } = shown(answerFrom(withHeadingAndContext, 1, []));
    const places = ['What a fisher says', '│ A fisher', english.t('reply.context'), '│ The mayor', 'https://'].map(
      (part) => text.indexOf(part),
    );
    expect(places[0]).toBe(0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).not.toContain('What happened to the eels?');
  });

  it('has the context of the closest passage, too, where no entry answers', () => {
    const { text } = shown(notCovered(withHeadingAndContext, 1, []));
    const places = [
      english.t('reply.closest', { count: 1 }),
      '│ A fisher',
      english.t('reply.context'),
      '│ The mayor',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('that is known of the report says how, and claims no quotation', () => {
    const { text } = shown(bot.answerer.choose('bridge-outlet'));
    expect(text).toContain('Outlet: Harbour Post');
    expect(unwrapped(text)).toContain(english.t('reply.knownHow', { origin: english.field('publisher').how }));
    expect(text).not.toContain('│');
  });

  it('offers other questions by number, and says which ones the report does not answer', () => {
    const { text, choices } = shown(bot.answerer.choose('bridge-and-eels'));
    expect(choices.map(({ id }) => id)).toEqual(['eels', 'bridge-cost']);
    expect(text).toContain(english.t('terminal.others'));
    expect(text).toMatch(
      / {2}1\. What happened to the eels\?\n {2}2\. Does the report say what the bridge cost\? – The report does not say$/,
    );
  });

  it('says which of several things it could mean the report does not answer', () => {
    const { text } = shown({ kind: 'ambiguous', candidates: faq.entries });
    expect(text).toContain('1. When was the bridge opened?\n');
    expect(text).toContain('3. Does the report say what the bridge cost? – The report does not say\n');
    expect(text).toContain('4. Who published this? – About the report itself\n');
  });

  it('keeps what is offered apart from the reply', () => {
    const { text, reply, menu } = shown(bot.answerer.choose('bridge-and-eels'));
    expect(text).toBe(`${reply}\n\n${menu}`);
    expect(reply).not.toContain('What happened to the eels?');
    expect(shown(bot.answerer.choose('bridge-outlet')).menu).toBeUndefined();
  });

  it('asks for no number where none can be typed', () => {
    expect(shown(bot.answerer.choose('bridge-and-eels'), false).text).not.toContain(english.t('terminal.others'));
    expect(shown(bot.answerer.ask('bridge'), false).text).not.toContain('Type a number');
  });

  it('that could mean several things offers them', () => {
    const { text, choices } = shown(bot.answerer.ask('bridge'));
    expect(choices.map(({ id }) => id)).toEqual(['bridge-when', 'bridge-cost']);
    expect(text).toContain(english.t('terminal.choose', { count: 2 }));
  });

  it('that is none shows what can be asked', () => {
    const { text, choices } = shown({ kind: 'unanswered' });
    expect(text).toContain(english.t('reply.unanswered'));
    expect(choices.map(({ id }) => id)).toEqual(['bridge-when']);
  });

  it.each(faq.entries.map(({ id }) => id))('fits into a narrow window but for the address: %s', (id) => {
    const answer = bot.answerer.choose(id);
    const lines = answer ? showAnswer(answer, bot, english, { ...layout, width: 32 }).text.split('\n') : [];
    const withoutAddress = lines.filter((line) => !line.startsWith('https://'));
    expect(Math.max(...withoutAddress.map((line) => line.length))).toBeLessThanOrEqual(32);
  });
});

describe('small talk', () => {
  it.each(['greeting', 'thanks', 'ping'] as const)('gets a line and examples to choose from: %s', (about) => {
    const { text, choices } = shown({ kind: 'small_talk', about });
    expect(text.split('\n')[0]).toBe(english.t(`smallTalk.${about}.reply`));
    expect(choices.map(({ id }) => id)).toEqual(['bridge-when']);
  });
});

describe('the help', () => {
  it('says what can be typed, and shows examples to choose from', () => {
    const { text, choices } = shown({ kind: 'small_talk', about: 'help' });
    expect(unwrapped(text)).toContain(english.t('terminal.help'));
    expect(text).toContain('1. When was the bridge opened?');
    expect(choices.map(({ id }) => id)).toEqual(['bridge-when']);
    expect(text).not.toContain(english.t('reply.unanswered'));
  });
});
