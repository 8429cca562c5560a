/** Explanations by the trained matcher. */

import { describe, expect, it } from 'vitest';
import { showExplanation } from '../../src/transports/terminal/explanation-layout.ts';
import { bot } from '../support/prepared.ts';

const explain = (question: string): ReturnType<typeof bot.answerer.explain> => bot.answerer.explain(question);

describe('an explanation', () => {
  it('shows how each word was understood: typos, and stems', () => {
    const { words } = explain('did the govt confiscte his phone').explanation;
    const read = new Map(words.map(({ typed, corrected }) => [typed, corrected]));
    expect(read.get('govt')).toBe('government');
    expect(read.get('confiscte')).toBe('confiscate');
    const stems = new Map(words.map(({ typed, stem }) => [typed, stem]));
    const [confiscated] = explain('confiscated').explanation.words;
    expect(stems.get('confiscte')).toBe(confiscated?.stem);
  });

  it('names the five best entries, and what spoke for each', () => {
    const { entries } = explain('why did the cops call him').explanation;
    expect(entries).toHaveLength(5);
    expect(entries[0]?.id).toBe('why-called');
    expect(entries[0]?.because.some(({ weight }) => weight > 0)).toBe(true);
  });

  it.each([
    'why did the cops call him',
    'best pizza in town',
    'what was said about it',
    'What does the photo in the report show, according to the caption?',
  ])('ends with the outcome that the answer has: %s', (question) => {
    const { kind } = bot.answerer.ask(question);
    const text = showExplanation(explain(question));
    expect(text).toContain(`Outcome: ${kind}`);
    expect(text.split('Outcome:')[1]?.split('\n').length).toBeGreaterThan(1);
  });

  it('says when a question is an entry’s own', () => {
    expect(showExplanation(explain('What does the photo in the report show, according to the caption?'))).toMatch(
      /exact question or id/,
    );
  });
});
