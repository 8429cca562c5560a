import { describe, expect, it } from 'vitest';
import type { ExplainedAnswer } from '../../../src/answers/answerer.ts';
import { showExplanation } from '../../../src/transports/terminal/explanation-layout.ts';
import { bot } from '../../support/small-bot.ts';

const explained: ExplainedAnswer = {
  answer: bot.answerer.ask('where did the eels go'),
  exact: false,
  explanation: {
    words: [
      { typed: 'fone', corrected: 'phone', stem: 'phon', known: true },
      { typed: 'zzz', corrected: 'zzz', stem: 'zzz', known: false },
    ],
    entries: [
      {
        id: 'eels',
        score: 0.876,
        because: [
          { what: 'the word eel', weight: 2 },
          { what: 'the word zzz', weight: -0.5 },
        ],
      },
    ],
    check: {
      unaccounted: ['sister', 'shrimp'],
      because: [
        { what: 'the word where', weight: 1.5 },
        { what: 'the word sister', weight: -0.75 },
      ],
    },
    decision: { kind: 'match', id: 'eels', confidence: 0.9, hedged: false },
    reasons: ['The best entry is sure enough.'],
  },
};

describe('an explanation', () => {
  it('shows how each word was understood, and which the FAQ does not have', () => {
    expect(showExplanation(explained)).toContain('fone → phone, stem “phon”\n');
    expect(showExplanation(explained)).toContain('zzz, stem “zzz”; not a word of the FAQ');
  });

  it('shows what counts for and against each entry', () => {
    expect(showExplanation(explained)).toMatch(/87\.6% {2}eels\n +\+2\.00 the word eel, −0\.50 the word zzz/);
  });

  it('shows what the best entry does not account for, and what counts for an answer and a near miss', () => {
    expect(showExplanation(explained)).toMatch(
      /near miss \(−\)\n {2}Nothing in it speaks of “sister”, “shrimp”\.\n {2}\+1\.50 the word where, −0\.75 the word sister\n/,
    );
  });

  it('says when every word is accounted for, and when there is no near miss to compare with', () => {
    const explanation = { ...explained.explanation, check: { unaccounted: [], because: [] } };
    expect(showExplanation({ ...explained, explanation })).toMatch(
      /near miss \(−\)\n {2}Everything .* is in it\.\n {2}It is not compared with near misses\.\n/,
    );
  });

  it('ends with the outcome and its reasons', () => {
    expect(showExplanation(explained)).toMatch(/Outcome: quoted: eels\n {2}The best entry is sure enough\.$/);
  });

  it.each([
    ['where did the eels go', 'quoted: eels'],
    ['did the crabs leave too', 'quoted, hedged: eels'],
    ['price of the bridge', 'not_stated: bridge-cost'],
    ['which paper is this from', 'known: bridge-outlet'],
    ['who paid for the opening', 'not_covered, nearest: bridge-when'],
    ['bridge', 'ambiguous'],
    ['how do I bake bread', 'unanswered'],
  ])('names the outcome of “%s”: %s', (question, outcome) => {
    expect(showExplanation({ ...explained, answer: bot.answerer.ask(question) })).toContain(`\nOutcome: ${outcome}\n`);
  });

  it.each([
    ['is small talk', 'hello', 'small_talk: greeting', /phrases of smallTalk/],
    [
      'is a denial, as the best choice is',
      'who paid for the opening',
      'not_covered, nearest: bridge-when',
      /is a denial/,
    ],
  ])('says when an answer %s', (_, question, outcome, reason) => {
    const explanation = { ...explained.explanation, decision: { kind: 'ambiguous', ids: [] } } as const;
    const shown = showExplanation({ ...explained, explanation, answer: bot.answerer.ask(question) });
    expect(shown).toContain(`\nOutcome: ${outcome}\n`);
    expect(shown.split('\n').at(-1)).toMatch(reason);
  });

  it.each([
    [bot.answerer.choose('eels', 'hedged-basis'), 'quoted, hedged, basis first: eels'],
    [bot.answerer.choose('-', 'none-near'), 'not_covered, none near'],
  ])('names the outcome %#', (answer, outcome) => {
    if (!answer) throw new Error('no answer');
    expect(showExplanation({ ...explained, answer })).toContain(`\nOutcome: ${outcome}\n`);
  });

  it('says when a question asks to confirm or deny', () => {
    const answer = bot.answerer.choose('eels', 'basis');
    if (!answer) throw new Error('no answer');
    expect(showExplanation({ ...explained, answer })).toMatch(/enough\.\n {2}It asks to confirm or deny\./);
  });

  it('says when one choice has all that the others do, but not when a claim decided', () => {
    const explanation = { ...explained.explanation, decision: { kind: 'ambiguous', ids: [] } } as const;
    expect(showExplanation({ ...explained, explanation })).toMatch(/quotes all that the others do/);
    const answer = bot.answerer.choose('eels', 'basis');
    if (!answer) throw new Error('no answer');
    expect(showExplanation({ ...explained, explanation, answer })).not.toMatch(/quotes all that the others do/);
  });

  it('says when an entry about the report answers what no passage does', () => {
    const decision = { kind: 'denied', nearest: 'eels', confidence: 0.9 } as const;
    const answer = bot.answerer.ask('which paper is this from');
    const shown = showExplanation({ ...explained, explanation: { ...explained.explanation, decision }, answer });
    expect(shown).toMatch(/enough\.\n {2}The likeliest entry is about the report itself/);
  });

  it('says which names no passage mentions', () => {
    const answer = { ...explained.answer, notMentioned: ['Mainz', 'Worms'] };
    expect(showExplanation({ ...explained, answer })).toMatch(/enough\.\n {2}Names .*: Mainz, Worms\.$/);
  });

  it('says nothing of what did not decide', () => {
    expect(showExplanation(explained)).not.toMatch(/Names that|confirm or deny|at once/);
  });

  it('says when a question is an entry’s own', () => {
    const lines = showExplanation({ ...explained, exact: true }).split('\n');
    expect(lines.at(-1)).toMatch(/exact question or id/);
  });
});
