import { describe, expect, it } from 'vitest';
import { denialProblem, questionProblems } from '../../src/content/question-rules.ts';

describe('a question', () => {
  it.each([
    ['asks one thing', 'When was the bridge opened?'],
    ['has a pronoun for a thing named before', 'What does the mayor say she saw?'],
    ['has a pronoun for a person with an article', 'What does a released sailor say happened to his boat?'],
    ['has a pronoun for a name', 'On what does Harbor Post base its report?'],
    ['has a pronoun for a plural', 'Did sailors bring their boats?'],
    ['has a pronoun for a plural that begins like a verb', 'Did wasps leave their nest?'],
    ['has a pronoun for anybody', 'Did anyone get their boat back?'],
    ['joins two things, not two questions', 'Did the mayor or the fishers see cranes and boats?'],
    ['says “or not”', 'Did the eels leave or not?'],
    ['names a country like a pronoun', 'Did the US pay for the bridge?'],
  ])('is fine if it %s', (_, question) => {
    expect(questionProblems(question)).toEqual([]);
  });

  it.each([
    ['a pronoun without a name', 'Was she at the opening?', 'has “she” without saying'],
    ['a pronoun before the name', 'How did it get its name, the bridge?', 'has “it” without saying'],
    ['a question word as the only thing before a pronoun', 'Whose order was it?', 'has “it” without saying'],
    ['a verb in -s as the only thing before a pronoun', 'Does it say who paid?', 'has “it” without saying'],
    ['a second question', 'How long is the bridge, and who paid for it?', 'joins two questions (“and who …”)'],
    ['a second question with an auxiliary', 'Who owns the bridge, and can people cross?', 'joins two questions'],
    ['two question words', 'When or how was the bridge opened?', 'joins two questions (“or how …”)'],
    ['a wish for advice', 'How should a bridge be crossed?', 'has “should”, which asks for advice'],
    ['the one who asks', 'How can I cross the bridge?', 'has “I”, which asks for advice'],
    ['the one who is asked', 'What happens if you cross the bridge?', 'has “you”, which asks for advice'],
    ['no question mark', 'The opening of the bridge', 'must be one question'],
    ['two question marks', 'Who? The mayor?', 'must be one question'],
  ])('must not have %s', (_, question, message) => {
    expect(questionProblems(question)).toEqual([expect.stringContaining(message)]);
  });

  it('is told of everything that is wrong', () => {
    expect(questionProblems('Should they go, and when')).toHaveLength(4);
  });
});

describe('the question of a denial', () => {
  it('asks whether the report says something', () => {
    expect(denialProblem('Does the report say what the bridge cost?')).toBeUndefined();
    expect(denialProblem('Does the report name the builder?')).toBeUndefined();
  });

  it('takes nothing for granted', () => {
    expect(denialProblem('What did the bridge cost?')).toMatch(/take for granted/);
  });
});
