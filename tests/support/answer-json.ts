/** Answers as `npm run ask -- --json` prints them, made up for tests of what counts them. */

import type { AnswerJson } from '../../src/answers/answer-json.ts';

export const unanswered: AnswerJson = {
  question: '',
  kind: 'unanswered',
  entry: null,
  confidence: 0,
  passages: [],
  candidates: [],
};

export function quoting(...paragraphs: number[]): AnswerJson {
  return { ...unanswered, kind: 'quoted', entry: 'an-entry', confidence: 0.9, passages: paragraphs.map(passage) };
}

/** Quoted as the closest that the report comes, and not as the answer. */
export function hedging(...paragraphs: number[]): AnswerJson {
  return { ...quoting(...paragraphs), hedged: true };
}

/** Denied, with the paragraph as the closest passage. */
export function denying(paragraph: number): AnswerJson {
  return { ...quoting(paragraph), kind: 'not_stated' };
}

/** A choice of one entry that quotes the paragraphs. */
export function offering(...paragraphs: number[]): AnswerJson {
  return { ...unanswered, kind: 'ambiguous', candidates: [{ entry: 'an-entry', question: '', paragraphs }] };
}

function passage(paragraph: number): AnswerJson['passages'][number] {
  return { paragraph, text: '', attribution: '', citation: '' };
}
