/** An answer as one line of JSON: the contract of `npm run ask -- --json`. */

import type { Wording } from '../messages/wording.ts';
import { citationOf } from '../report/citation.ts';
import { quotationsOf, type Entry } from '../report/faq.ts';
import { quotedText, type Quotation } from '../report/quotation.ts';
import type { FieldName, Report } from '../report/report.ts';
import type { Answer } from './answer.ts';

export interface AnswerJson {
  readonly question: string;
  readonly kind: Answer['kind'];
  /** `null` for `ambiguous` and `unanswered`. */
  readonly entry: string | null;
  /** 0 to 1; 0 where `entry` is null. */
  readonly confidence: number;
  /** The quotations (`quoted`) or the closest passages (`not_stated`), else empty. */
  readonly passages: readonly PassageJson[];
  readonly candidates: readonly CandidateJson[];
  /** What is known of the report otherwise: only where an entry answers with that. */
  readonly known?: readonly { readonly field: FieldName; readonly value: string; readonly how: string }[];
}

export interface PassageJson {
  readonly paragraph: number;
  readonly text: string;
  readonly attribution: string;
  readonly citation: string;
}

export interface CandidateJson {
  readonly entry: string;
  readonly question: string;
  /** The paragraphs it quotes; empty where the report does not say. */
  readonly paragraphs: readonly number[];
}

export function answerToJson(question: string, answer: Answer, report: Report, wording: Wording): AnswerJson {
  const candidates = answer.kind === 'unanswered' ? [] : answer.candidates.map(candidateJson);
  if (answer.kind === 'ambiguous' || answer.kind === 'unanswered') {
    return { question, kind: answer.kind, entry: null, confidence: 0, passages: [], candidates };
  }
  const { entry, confidence } = answer;
  return {
    question,
    kind: answer.kind,
    entry: entry.id,
    confidence: Math.round(confidence * 1000) / 1000,
    passages: quotationsOf(entry).map((quotation) => passageJson(quotation, report, wording)),
    candidates,
    ...(entry.answer.kind === 'known'
      ? { known: entry.answer.fields.map((field) => ({ field, value: wording.field(field).value, how: wording.field(field).how })) }
      : {}),
  };
}

/** The numbers of the paragraphs that answer an entry, each once, in the order quoted. */
export function paragraphsOf(entry: Entry): readonly number[] {
  if (entry.answer.kind !== 'quoted') return [];
  return [...new Set(entry.answer.quotations.map(({ passage }) => passage))];
}

function passageJson(quotation: Quotation, report: Report, wording: Wording): PassageJson {
  const citation = citationOf(report, quotation);
  const { title, date, link } = citation;
  return {
    paragraph: quotation.passage,
    text: quotedText(report, quotation),
    attribution: wording.attribution(citation),
    citation: wording.say('citation.plain', { title, date: wording.date(date), paragraph: wording.paragraph(citation), link }),
  };
}

function candidateJson(entry: Entry): CandidateJson {
  return { entry: entry.id, question: entry.question, paragraphs: paragraphsOf(entry) };
}
